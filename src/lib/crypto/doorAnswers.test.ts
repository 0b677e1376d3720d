import { beforeAll, describe, expect, it } from 'vitest';
import { concat, fromHex, toBase64Url, toHex, utf8 } from './conventions/bytes.ts';
import { hkdf } from './conventions/hkdf.ts';
import { keyInfo, NO_ROOM } from './conventions/dom.ts';
import { importMacKey, mac } from './conventions/mac.ts';
import { sha256 } from './conventions/sha256.ts';
import type { Device } from './device/device.ts';
import type { InviteKey } from './invite/invite.ts';
import { inviteKey } from './invite/inviteKey.ts';
import { formatInviteLink, parseInviteLink } from './invite/link.ts';
import { openNotice } from './invite/notice.ts';
import { openKnock } from './knock/openKnock.ts';
import known from './knownAnswers.json' with { type: 'json' };
import { knownDevice } from './knownDevice.fixture.ts';
import { openLockbox } from './lockbox/openLockbox.ts';
import { readHello } from './pictures/hello.ts';
import { commitToNumber } from './pictures/number.ts';
import { readPictureKnock } from './pictures/pictureKnock.ts';
import { picturesOf } from './pictures/pictures.ts';
import { openSignedWelcome, openWelcome } from './welcome/openWelcome.ts';

/* What travels over the door. As in knownAnswers.test.ts: written once, never again. */
const { door } = known;
const [knock, pictureKnock, hello] = [door.knock, door.pictureKnock, door.hello].map(fromHex);
const riet = { person: 'p-riet', label: 'telefoon', flags: 1 };
const promised = { roomId: known.roomId, lockbox: fromHex(door.lockbox), heads: [known.records[5]!.id] };
let key: InviteKey;
let newcomer: Device;

beforeAll(async () => {
	key = await inviteKey(fromHex(door.secret));
	newcomer = await knownDevice(door.newcomer);
});

describe('known answers of the door', () => {
	it('[SR7] an invite has its name and its key out of the secret', async () => {
		expect(key.id).toBe(door.inviteId);
		const bits = await hkdf(fromHex(door.secret), new Uint8Array(0), keyInfo('invite/mac'));
		expect(toHex(bits)).toBe(door.macKeyBits);
		expect(key.mac.extractable).toBe(false);
	});

	it('[SR7] a link reads back, alone or in its whole address, and has four check characters', async () => {
		const link = { conference: 'rustinhuis00001', secret: fromHex(door.secret) };
		expect(await formatInviteLink(link)).toBe(door.link);
		expect(await parseInviteLink(` https://rondom.example/binnen#${door.link}\n`)).toEqual(link);
		const front = `1.rustinhuis00001.${toBase64Url(fromHex(door.secret))}`;
		const hash = await sha256(concat(utf8('rondom/1/invite/check'), new Uint8Array(33), utf8(front)));
		expect(door.link).toBe(`${front}.${toBase64Url(hash.subarray(0, 3))}`);
	});

	it('[SR6] a knock is MACed over what stands before it, and tells whose device it is', async () => {
		const body = knock!.slice(0, -32);
		const over = concat(utf8('rondom/1/knock'), Uint8Array.of(0), NO_ROOM, body);
		expect(await mac(await importMacKey(fromHex(door.macKeyBits)), over)).toEqual(knock!.slice(-32));
		const { id, signPub, agreePub } = newcomer;
		const value = { ...riet, device: { id, signPub, agreePub } };
		expect(await openKnock(key, knock!)).toEqual({ ok: true, value });
	});

	it('[SR7] a notice tells who invites', async () => {
		expect(await openNotice(key, fromHex(door.notice))).toEqual({ ok: true, value: { state: 'open', name: 'Yara' } });
	});

	it('[SR8] a welcome opens for the knock it answers, and its box for the device that knocked', async () => {
		expect(await openWelcome(key, knock!, fromHex(door.welcome))).toEqual({ ok: true, value: promised });
		expect(await openLockbox(fromHex(known.roomId), promised.lockbox, newcomer)).toEqual({
			ok: true,
			value: { generation: known.generation, key: fromHex(known.key) }
		});
		expect(await openWelcome(key, pictureKnock!, fromHex(door.welcome))).toEqual({ ok: false, rule: 'SR8' });
	});

	it('[SR8] pictures are computed from all that was said, and the welcome after them is signed', async () => {
		const number = fromHex(door.number);
		expect(toHex(await commitToNumber(number))).toBe(door.commit);
		const read = await readPictureKnock(pictureKnock!);
		expect(read).toMatchObject({ ok: true, value: { ...riet, to: 'p-yara', commit: fromHex(door.commit) } });
		const host = await readHello(hello!);
		expect(host).toMatchObject({ ok: true, value: { roomId: known.roomId, device: { id: known.device.id } } });
		expect(await picturesOf(pictureKnock!, hello!, number)).toEqual(door.pictures);
		const from = { signPub: fromHex(known.device.signPub), roomId: known.roomId };
		const said = { knock: pictureKnock!, hello: hello! };
		expect(await openSignedWelcome(from, said, fromHex(door.signedWelcome))).toEqual({ ok: true, value: promised });
	});
});
