import { beforeAll, describe, expect, it } from 'vitest';
import { concat, fromHex, toBase64Url, utf8, type Bytes } from '../conventions/bytes.ts';
import { dom, NO_ROOM } from '../conventions/dom.ts';
import { mac } from '../conventions/mac.ts';
import { randomBytes } from '../conventions/random.ts';
import { createDevice } from '../device/createDevice.ts';
import type { Device } from '../device/device.ts';
import type { InviteKey } from '../invite/invite.ts';
import { inviteKey } from '../invite/inviteKey.ts';
import { formatInviteLink, parseInviteLink } from '../invite/link.ts';
import { makeNotice, openNotice } from '../invite/notice.ts';
import { makeLockbox } from '../lockbox/makeLockbox.ts';
import { FLAG } from '../roster/record.ts';
import { beginRoster, type Beginning } from '../roster/beginRoster.ts';
import { readHello, writeHello } from '../pictures/hello.ts';
import { readPictureKnock, writePictureKnock } from '../pictures/pictureKnock.ts';
import { openSignedWelcome, openWelcome } from '../welcome/openWelcome.ts';
import { makeWelcome, signWelcome } from '../welcome/makeWelcome.ts';
import type { Caller } from './knock.ts';
import { makeKnock } from './makeKnock.ts';
import { openKnock } from './openKnock.ts';

let key: InviteKey;
let riet: Device;
let yara: Device;
let room: Beginning;
let lockbox: Bytes;
const caller = (): Caller => ({ device: riet, person: 'p-riet', label: 'telefoon', flags: FLAG.keepsNothing });
const welcome = () => ({ roomId: room.roomId, lockbox, heads: room.records.map(({ id }) => id) });

beforeAll(async () => {
	[key, riet, yara] = await Promise.all([inviteKey(randomBytes(16)), createDevice(), createDevice()]);
	room = await beginRoster(yara, { person: 'p-yara', name: 'Yara', label: 'telefoon' });
	lockbox = await makeLockbox(fromHex(room.roomId), room.generation, room.key, riet);
});

/** A knock with any body, MACed by somebody who does hold the link. */
async function maced(body: Bytes): Promise<Bytes> {
	return concat(body, await mac(key.mac, dom('knock', NO_ROOM, body)));
}

describe('a link', () => {
	it('[SR7] that lost, gained or changed a character is no link', async () => {
		const link = await formatInviteLink({ conference: 'rustinhuis00001', secret: randomBytes(16) });
		expect(await parseInviteLink(link)).not.toBeNull();
		for (let at = 0; at < link.length; at++) {
			const other = link[at] === 'a' ? 'b' : 'a';
			expect(await parseInviteLink(link.slice(0, at) + other + link.slice(at + 1))).toBeNull();
			expect(await parseInviteLink(link.slice(0, at) + link.slice(at + 1))).toBeNull();
		}
		expect(await parseInviteLink(`${link}a`)).toBeNull();
		expect(await parseInviteLink(`x${link}`)).toBeNull();
	});

	it('[SR7] writes the same secret in one way only', async () => {
		const secret = new Uint8Array(16);
		const letters = toBase64Url(secret);
		// The last letter has four bits that carry nothing.
		const link = await formatInviteLink({ conference: 'rustinhuis00001', secret });
		expect(await parseInviteLink(link.replace(letters, `${letters.slice(0, -1)}B`))).toBeNull();
	});
});

describe('a knock', () => {
	it('[SR6] says whose device it is, and whether that keeps nothing', async () => {
		expect(await openKnock(key, await makeKnock(key, caller()))).toMatchObject({
			ok: true,
			value: { person: 'p-riet', label: 'telefoon', flags: FLAG.keepsNothing, device: { id: riet.id } }
		});
	});

	it('[SR7] is refused by another invite, and so is one that names another', async () => {
		const other = await inviteKey(randomBytes(16));
		const knock = await makeKnock(key, caller());
		expect(await openKnock(other, knock)).toEqual({ ok: false, rule: 'SR7' });
		const named = await makeKnock({ ...key, id: other.id }, caller());
		expect(await openKnock(key, named)).toEqual({ ok: false, rule: 'SR7' });
	});

	it('[SR6] trailing bytes, a later version and keys that are none are refused, whoever MACed them', async () => {
		const body = (await makeKnock(key, caller())).slice(0, -32);
		expect(await openKnock(key, await maced(body))).toMatchObject({ ok: true });
		expect(await openKnock(key, await maced(concat(body, Uint8Array.of(0))))).toEqual({ ok: false, rule: 'SR7' });
		expect(await openKnock(key, await maced(body.slice(0, -1)))).toEqual({ ok: false, rule: 'SR7' });
		expect(await openKnock(key, await maced(concat(Uint8Array.of(2), body.slice(1))))).toEqual({ ok: false, rule: 'SR31' });
		const noPoint = body.slice();
		noPoint[20]! ^= 1;
		expect(await openKnock(key, await maced(noPoint))).toEqual({ ok: false, rule: 'SR6' });
		expect(await openKnock(key, new Uint8Array(0))).toEqual({ ok: false, rule: 'SR7' });
	});
});

describe('a notice', () => {
	it('[SR7] is believed of the invite it was made for, and of no other', async () => {
		const notice = await makeNotice(key, { state: 'void', name: 'Hülya' });
		expect(await openNotice(key, notice)).toEqual({ ok: true, value: { state: 'void', name: 'Hülya' } });
		expect(await openNotice(await inviteKey(randomBytes(16)), notice)).toEqual({ ok: false, rule: 'SR7' });
	});
});

describe('a welcome', () => {
	it('[SR8] answers one knock of one invite', async () => {
		const knock = await makeKnock(key, caller());
		const made = await makeWelcome(key, knock, welcome());
		expect(await openWelcome(key, knock, made)).toEqual({ ok: true, value: welcome() });
		const other = await makeKnock(key, { ...caller(), label: 'tablet' });
		expect(await openWelcome(key, other, made)).toEqual({ ok: false, rule: 'SR8' });
		expect(await openWelcome(await inviteKey(randomBytes(16)), knock, made)).toEqual({ ok: false, rule: 'SR8' });
	});

	it('[SR8] after pictures is signed by the device of the hello, for that conversation and that room', async () => {
		const knock = writePictureKnock({ ...caller(), to: 'p-yara', commit: randomBytes(32) });
		const hello = writeHello({ device: yara, roomId: room.roomId, number: randomBytes(32) });
		const made = await signWelcome(yara, { knock, hello }, welcome());
		const from = { signPub: yara.signPub, roomId: room.roomId };
		expect(await openSignedWelcome(from, { knock, hello }, made)).toEqual({ ok: true, value: welcome() });
		const other = writeHello({ device: yara, roomId: room.roomId, number: randomBytes(32) });
		expect(await openSignedWelcome(from, { knock, hello: other }, made)).toMatchObject({ ok: false });
		expect(await openSignedWelcome({ ...from, signPub: riet.signPub }, { knock, hello }, made)).toMatchObject({ ok: false });
		const elsewhere = { ...from, roomId: '0'.repeat(64) };
		expect(await openSignedWelcome(elsewhere, { knock, hello }, made)).toEqual({ ok: false, rule: 'SR8' });
	});
});

describe('what is said before the pictures', () => {
	it('[SR6] reads back whole or not at all', async () => {
		const knock = writePictureKnock({ ...caller(), to: 'p-yara', commit: randomBytes(32) });
		expect(await readPictureKnock(knock)).toMatchObject({ ok: true, value: { to: 'p-yara', person: 'p-riet', flags: 1 } });
		const hello = writeHello({ device: yara, roomId: room.roomId, number: randomBytes(32) });
		expect(hello).toHaveLength(194);
		expect(await readHello(hello)).toMatchObject({ ok: true, value: { roomId: room.roomId } });
		for (const spoilt of [concat(knock, Uint8Array.of(0)), knock.slice(0, -1), utf8('hallo'), new Uint8Array(0)]) {
			expect(await readPictureKnock(spoilt)).toMatchObject({ ok: false });
		}
		for (const spoilt of [concat(hello, Uint8Array.of(0)), hello.slice(1), new Uint8Array(194)]) {
			expect(await readHello(spoilt)).toEqual({ ok: false, rule: 'SR8' });
		}
	});
});
