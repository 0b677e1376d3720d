import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { fromHex, type Bytes } from '#lib/crypto/conventions/bytes.ts';
import { randomBytes } from '#lib/crypto/conventions/random.ts';
import { createDevice } from '#lib/crypto/device/createDevice.ts';
import { inviteKey } from '#lib/crypto/invite/inviteKey.ts';
import { makeNotice } from '#lib/crypto/invite/notice.ts';
import { makeKnock } from '#lib/crypto/knock/makeKnock.ts';
import { makeLockbox } from '#lib/crypto/lockbox/makeLockbox.ts';
import { readPictureKnock, writePictureKnock } from '#lib/crypto/pictures/pictureKnock.ts';
import { writeHello } from '#lib/crypto/pictures/hello.ts';
import { commitToNumber } from '#lib/crypto/pictures/number.ts';
import { answerAtOnce } from '#lib/crypto/promptCrypto.fixture.ts';
import { beginRoster } from '#lib/crypto/roster/beginRoster.ts';
import { HOW } from '#lib/crypto/roster/record.ts';
import { signRecord } from '#lib/crypto/roster/signRecord.ts';
import { makeWelcome, signWelcome } from '#lib/crypto/welcome/makeWelcome.ts';
import { removeDevices } from '../removal/remove.ts';
import { pass, RelayServer, TestDevice, until } from '../sealedRoom/room.fixture.ts';
import type { SealedRoom } from '../sealedRoom/SealedRoom.ts';
import type { Connect } from '../wire/wire.ts';
import { calls, closeAll, comesIn, invites, keeperOf, opened, yaraInside } from './door.fixture.ts';

beforeAll(answerAtOnce);
afterEach(closeAll);

const names = ({ circle }: { circle: { live: { name: string }[] } }) => circle.live.map(({ name }) => name).sort();
const doorOf = (server: RelayServer): Y.Map<Bytes> => server.doc('door/rustinhuis00001').getMap('door');
/** What lies at the door under a name that begins so. */
const lying = (server: RelayServer, start: string) => [...doorOf(server)].filter(([name]) => name.startsWith(start));

/** A room of the server's own, with a welcome into it for whoever knocks. */
async function falseRoom(knocker: Awaited<ReturnType<typeof createDevice>>) {
	const ghost = await createDevice();
	const room = await beginRoster(ghost, { person: 'p-Yara', name: 'Yara', label: 'telefoon' });
	const roomId = fromHex(room.roomId);
	const lockbox = await makeLockbox(roomId, room.generation, room.key, knocker);
	return { ghost, room, welcome: { roomId: room.roomId, lockbox, heads: room.records.map(({ id }) => id) } };
}

describe('a server that has every message and not the secret', () => {
	it('[SR6] knocks with keys of its own, and with Riet’s MAC under other keys: nobody hears it', async () => {
		const { clock, server, riet, yarasRoom, keeper } = await yaraInside();
		const { invitation, link } = await invites(keeper, riet);
		const ghost = await createDevice();
		const guess = { id: invitation.invite.key.id, mac: (await inviteKey(randomBytes(16))).mac };
		const forged = await makeKnock(guess, { device: ghost, person: 'p-Riet', label: 'telefoon', flags: 0 });
		doorOf(server).set(`k/${guess.id}/${ghost.id}`, forged);
		await pass(clock, 10);
		expect(invitation.state.at).toBe('open');
		await comesIn(riet, link);
		await until(clock, () => invitation.state.at === 'knocked');
		const [[, knock]] = lying(server, 'k/').filter(([name]) => !name.endsWith(ghost.id)) as [[string, Bytes]];
		const swapped = knock.slice();
		swapped.set(ghost.signPub, 9);
		swapped.set(ghost.agreePub, 74);
		doorOf(server).set(`k/${guess.id}/${ghost.id}`, swapped);
		await pass(clock, 10);
		expect(invitation.state.at).toBe('knocked');
		await invitation.yes();
		await until(clock, () => invitation.state.at === 'in');
		expect(names(yarasRoom)).toEqual(['Riet', 'Yara']);
		expect(yarasRoom.circle.roster.devices.has(ghost.id)).toBe(false);
	});

	it('[SR6] writes itself into the roster: a ghost is not live, whoever it says let it in', async () => {
		const { clock, server, yarasRoom } = await yaraInside();
		const ghost = await createDevice();
		const { circle } = yarasRoom;
		const content = { device: ghost, person: 'p-Riet', name: 'Riet', label: 'telefoon', how: HOW.link, flags: 0 };
		const admit = await signRecord(circle.room, ghost, circle.roster.heads, {
			kind: 'admit', ...content, sheetBlob: new Uint8Array(0)
		});
		await circle.learnRecords([admit.bytes]);
		const named = await signRecord(circle.room, { id: circle.device.id, signKey: ghost.signKey }, circle.roster.heads, {
			kind: 'admit', ...content, sheetBlob: new Uint8Array(0)
		});
		await circle.learnRecords([named.bytes]);
		await pass(clock, 10);
		expect(names(yarasRoom)).toEqual(['Yara']);
		expect([...server.find('book').getMap('env').keys()].filter((name) => name.endsWith(ghost.id))).toEqual([]);
	});

	it('[SR7] hides Riet’s knock, delays it, shows it again after use: one device is let in, once', async () => {
		const { clock, server, riet, yarasRoom, keeper } = await yaraInside();
		const { invitation, link } = await invites(keeper, riet);
		const coming = await comesIn(riet, link);
		await until(clock, () => lying(server, 'k/').length === 1);
		const [[name, knock]] = lying(server, 'k/') as [[string, Bytes]];
		doorOf(server).delete(name);
		await until(clock, () => lying(server, 'k/').length === 1);
		await until(clock, () => invitation.state.at === 'knocked');
		await invitation.yes();
		await until(clock, () => coming.state.at === 'in' && invitation.state.at === 'in');
		const welcome = lying(server, 'w/');
		doorOf(server).set(name, knock);
		for (const [at, bytes] of welcome) doorOf(server).set(at, bytes);
		await pass(clock, 30);
		expect(yarasRoom.devices).toHaveLength(2);
	});

	it('[SR7] shows first the one knock and then the other, never both: the first was written down', async () => {
		const { clock, server, riet, yarasRoom, keeper } = await yaraInside();
		const { invitation, link } = await invites(keeper, riet);
		await comesIn(riet, link);
		await until(clock, () => invitation.state.at === 'knocked');
		const door = doorOf(server);
		const [[first]] = lying(server, 'k/') as [[string, Bytes]];
		const hide = () => door.delete(first);
		door.observe(() => queueMicrotask(() => door.has(first) && hide()));
		hide();
		await comesIn(new TestDevice('Riet', server, clock), link);
		await until(clock, () => invitation.state.at === 'over');
		expect(invitation.state).toEqual({ at: 'over', because: 'twoDevices' });
		expect(names(yarasRoom)).toEqual(['Yara']);
	});

	it('[SR7] says the link is void, or open, in its own words: it is not believed', async () => {
		const { clock, server, riet, keeper } = await yaraInside();
		const { invitation, link } = await invites(keeper, riet);
		const coming = await comesIn(riet, link);
		const guess = await inviteKey(randomBytes(16));
		const name = `i/${invitation.invite.key.id}`;
		doorOf(server).set(name, await makeNotice(guess, { state: 'void', name: 'Yara' }));
		await pass(clock, 20);
		expect(coming.state).toMatchObject({ at: 'waiting', inviter: 'Yara' });
		await until(clock, () => invitation.state.at === 'knocked');
	});

	it('[SR8] welcomes Riet into a room of its own: she stays at the door, and is let into the true one', async () => {
		const { clock, server, riet, yarasRoom, keeper } = await yaraInside();
		const { invitation, link } = await invites(keeper, riet);
		const coming = await comesIn(riet, link);
		await until(clock, () => invitation.state.at === 'knocked');
		const [[name, knock]] = lying(server, 'k/') as [[string, Bytes]];
		const device = (await (await riet.openStore('0'.repeat(64), 'p-Riet')).readDevice())!;
		const { welcome } = await falseRoom(device);
		const guess = await inviteKey(randomBytes(16));
		doorOf(server).set(name.replace('k/', 'w/'), await makeWelcome(guess, knock, welcome));
		await pass(clock, 60);
		expect(coming.state.at).toBe('waiting');
		expect(await riet.pins.read('rustinhuis00001', 'p-Riet')).toBeNull();
		await invitation.yes();
		await until(clock, () => coming.state.at === 'in');
		expect(coming.room!.roomId).toBe(yarasRoom.roomId);
	});

	it('[SR8] answers Riet with the welcome that was Bas’s, or with hers and one bit turned over', async () => {
		const { clock, server, riet, bas, keeper } = await yaraInside();
		const [forRiet, forBas] = [await invites(keeper, riet), await invites(keeper, bas)];
		const bass = await comesIn(bas, forBas.link);
		await until(clock, () => forBas.invitation.state.at === 'knocked');
		await forBas.invitation.yes();
		await until(clock, () => forBas.invitation.state.at === 'in');
		const [, forBasBytes] = lying(server, 'w/')[0] ?? ['', new Uint8Array(230)];
		const coming = await comesIn(riet, forRiet.link);
		await until(clock, () => forRiet.invitation.state.at === 'knocked');
		const at = lying(server, 'k/').map(([name]) => name).find((name) => name.includes(forRiet.invitation.invite.key.id))!;
		doorOf(server).set(at.replace('k/', 'w/'), forBasBytes);
		await pass(clock, 20);
		expect(coming.state.at).toBe('waiting');
		const door = doorOf(server);
		let spoilt = 0;
		const spoil = () => {
			const bytes = door.get(at.replace('k/', 'w/'));
			if (!bytes || spoilt > 0 || bytes.length === forBasBytes.length && bytes.every((byte, i) => byte === forBasBytes[i])) return;
			spoilt++;
			const other = bytes.slice();
			other[100]! ^= 1;
			door.set(at.replace('k/', 'w/'), other);
		};
		door.observe(() => queueMicrotask(spoil));
		await forRiet.invitation.yes();
		await until(clock, () => coming.state.at === 'in' && bass.state.at === 'in');
		expect(spoilt).toBe(1);
	});

	/** Riet is admitted, something happens, and only then the welcome reaches her; her book is as it was in between. */
	async function shownAnOlderBook(happens: (inside: { yarasRoom: SealedRoom; basRoom: SealedRoom }) => Promise<unknown>) {
		const { clock, server, yara, riet, bas, yarasRoom, keeper } = await yaraInside();
		const basRoom = await bas.isLetInBy(yarasRoom);
		const older = new RelayServer();
		const { ports } = riet;
		const connect: Connect = (room, doc) => (room.endsWith('/book') ? older.connect()(room, doc) : ports.connect(room, doc));
		Object.defineProperty(riet, 'ports', { value: { ...ports, connect } });
		const { invitation, link } = await invites(keeper, riet);
		const coming = await comesIn(riet, link);
		await until(clock, () => invitation.state.at === 'knocked' && yarasRoom.circle.live.length === 2);
		const door = doorOf(server);
		let mayWelcome = false;
		const hide = () => lying(server, 'w/').forEach(([name]) => mayWelcome || door.delete(name));
		door.observe(() => queueMicrotask(hide));
		server.acknowledges = false;
		await invitation.yes();
		await until(clock, () => names(yarasRoom).includes('Riet'));
		await pass(clock, 10);
		keeper.close();
		const book = [...server.rooms.keys()].find((name) => name.endsWith('/book'))!;
		Y.applyUpdate(older.doc(book), Y.encodeStateAsUpdate(server.doc(book)));
		const { heads } = yarasRoom.circle.roster;
		await happens({ yarasRoom, basRoom });
		await until(clock, () => String(basRoom.circle.roster.heads) !== String(heads));
		await basRoom.close();
		await yarasRoom.close();
		server.acknowledges = mayWelcome = true;
		const again = await yara.page();
		opened.push(again);
		await keeperOf(again);
		await until(clock, () => coming.room !== null);
		const showsTheTruth = () => Y.applyUpdate(older.doc(book), Y.encodeStateAsUpdate(server.doc(book)));
		return { clock, coming, showsTheTruth };
	}

	it('[SR8] shows Riet the room as it was before Bas was taken out: she is not in, is told so, and is in when it is whole', async () => {
		const { clock, coming, showsTheTruth } = await shownAnOlderBook(({ yarasRoom, basRoom }) =>
			removeDevices(yarasRoom, [basRoom.circle.device.id])
		);
		await until(clock, () => coming.room!.circle.me !== undefined);
		expect(coming.state.at).toBe('checking');
		await pass(clock, 31);
		expect(coming.state.at).toBe('incomplete');
		expect(coming.room!.devices.find(({ name }) => name === 'Bas')?.standing).toBe('live');
		expect(coming.room!.standing).toBe('waiting');
		expect(coming.room!.book.isOpen).toBe(false);
		showsTheTruth();
		await until(clock, () => coming.state.at === 'in');
		expect(coming.room!.devices.find(({ name }) => name === 'Bas')?.standing).toBe('removed');
		expect(await coming.room!.store.read('welcome')).toBeNull();
	});

	it('[SR8] hides from Riet that somebody else was let in before her welcome, under the same key: she is not in before she knows', async () => {
		const { clock, coming, showsTheTruth } = await shownAnOlderBook(async ({ yarasRoom: { circle, book } }) => {
			const { id, signPub, agreePub } = await createDevice();
			const who = { person: 'p-Gino', name: 'Gino', label: '', how: HOW.qr, flags: 0, sheetBlob: new Uint8Array(0) };
			const admit = await circle.sign({ kind: 'admit', device: { id, signPub, agreePub }, ...who });
			await book.publishRecords([admit.bytes]);
		});
		await pass(clock, 31);
		expect([coming.state.at, coming.room!.standing]).toEqual(['incomplete', 'waiting']);
		showsTheTruth();
		await until(clock, () => coming.state.at === 'in');
		expect(names(coming.room!)).toContain('Gino');
	});

	it('[SR40] never sees the secret, nor what is made with it but the name', async () => {
		const { clock, server, riet, keeper } = await yaraInside();
		const { invitation, link } = await invites(keeper, riet);
		const coming = await comesIn(riet, link);
		await until(clock, () => invitation.state.at === 'knocked');
		await invitation.yes();
		await until(clock, () => coming.state.at === 'in');
		const secret = link.split('.')[2]!;
		const wire = Buffer.concat(server.frames);
		expect(wire.includes(Buffer.from(secret, 'base64url'))).toBe(false);
		expect(wire.includes(secret)).toBe(false);
		expect(wire.includes(Buffer.from(invitation.invite.key.id, 'utf8'))).toBe(true);
	});

	it('[SR6] floods the door: the true knock is still heard', async () => {
		const { clock, server, riet, keeper } = await yaraInside();
		const { invitation, link } = await invites(keeper, riet);
		for (let i = 0; i < 300; i++) doorOf(server).set(`k/${invitation.invite.key.id}/${i}`, randomBytes(1 + (i % 500)));
		doorOf(server).set('p/0123456789abcdef/1', randomBytes(300));
		(doorOf(server) as Y.Map<unknown>).set(`i/${invitation.invite.key.id}`, 'geen bytes');
		const coming = await comesIn(riet, link);
		await until(clock, () => invitation.state.at === 'knocked');
		await invitation.yes();
		await until(clock, () => coming.state.at === 'in');
	});
});

describe('a server between the two who are on the phone', () => {
	it('[SR8] answers Riet itself: her pictures are not Yara’s, and without her own yes it takes her nowhere', async () => {
		const { clock, server, yara, riet, yarasRoom, keeper } = await yaraInside();
		const calling = (await calls(riet, yara))!;
		await until(clock, () => lying(server, 'p/').length === 1);
		const [[name, knock]] = lying(server, 'p/') as [[string, Bytes]];
		const session = name.split('/')[1]!;
		doorOf(server).delete(name);
		// To Yara it knocks in Riet's name with a device of its own.
		const ghost = await createDevice();
		const number = randomBytes(32);
		const read = await readPictureKnock(knock);
		if (!read.ok) throw new Error(read.rule);
		const own = writePictureKnock({ ...read.value, device: ghost, commit: await commitToNumber(number) });
		doorOf(server).set('p/00000000000000aa/1', own);
		await until(clock, () => keeper.rings.some(({ heard }) => heard.session === '00000000000000aa'));
		const ring = keeper.rings.find(({ heard }) => heard.session === '00000000000000aa')!;
		await ring.answer();
		// To Riet it answers in Yara's name, for a room of its own.
		const knocker = { ...ghost, ...read.value.device };
		const { ghost: host, room, welcome } = await falseRoom(knocker);
		const hello = writeHello({ device: host, roomId: room.roomId, number: randomBytes(32) });
		doorOf(server).set(`p/${session}/2`, hello);
		await until(clock, () => calling.state.at === 'pictures');
		doorOf(server).set('p/00000000000000aa/3', number);
		await until(clock, () => ring.state.at === 'rows');
		const { pictures } = calling.state as { pictures: readonly number[] };
		const rows = ring.state.at === 'rows' ? ring.state.rows : [];
		expect(rows.map(String)).not.toContain(String(pictures));
		doorOf(server).set(`p/${session}/4`, await signWelcome(host, { knock, hello }, welcome));
		await ring.pick(null, 'Riet');
		await pass(clock, 60);
		expect(calling.state.at).toBe('pictures');
		calling.different();
		expect(calling.state).toEqual({ at: 'over', because: 'different' });
		expect(await riet.pins.read('rustinhuis00001', 'p-Riet')).toBeNull();
		expect(names(yarasRoom)).toEqual(['Yara']);
	});

	it('[SR8] swaps the welcome after both said yes: only the device of the pictures can give it', async () => {
		const { clock, server, yara, riet, yarasRoom, keeper } = await yaraInside();
		const calling = (await calls(riet, yara))!;
		await until(clock, () => keeper.rings.length === 1);
		const [ring] = keeper.rings;
		await ring!.answer();
		await until(clock, () => ring!.state.at === 'rows' && calling.state.at === 'pictures');
		const [[name, knock]] = lying(server, 'p/').filter(([at]) => at.endsWith('/1')) as [[string, Bytes]];
		const hello = doorOf(server).get(name.replace(/1$/, '2'))!;
		const read = await readPictureKnock(knock);
		if (!read.ok) throw new Error(read.rule);
		const { ghost, welcome } = await falseRoom({ ...yarasRoom.circle.device, ...read.value.device });
		doorOf(server).set(name.replace(/1$/, '4'), await signWelcome(ghost, { knock, hello }, welcome));
		await calling.same();
		await pass(clock, 30);
		expect(calling.state).toMatchObject({ at: 'pictures', isSame: true });
		const { pictures } = calling.state as { pictures: readonly number[] };
		const rows = ring!.state.at === 'rows' ? ring!.state.rows : [];
		await ring!.pick(rows.find((row) => String(row) === String(pictures))!, 'Riet');
		await until(clock, () => calling.state.at === 'in');
		expect(calling.room!.roomId).toBe(yarasRoom.roomId);
	});

	it('[SR6] gives Yara another number than was committed to, or changes its answer afterwards: it stops', async () => {
		const { clock, server, yara, riet, yarasRoom, keeper } = await yaraInside();
		const calling = (await calls(riet, yara))!;
		await until(clock, () => keeper.rings.length === 1);
		const [ring] = keeper.rings;
		const session = ring!.heard.session;
		doorOf(server).set(`p/${session}/3`, randomBytes(32));
		await ring!.answer();
		await until(clock, () => ring!.state.at === 'over');
		expect(ring!.state).toEqual({ at: 'over', because: 'spoilt' });
		await until(clock, () => calling.state.at === 'pictures');
		const { pictures } = calling.state as { pictures: readonly number[] };
		const { ghost, room } = await falseRoom(yarasRoom.circle.device);
		doorOf(server).set(`p/${session}/2`, writeHello({ device: ghost, roomId: room.roomId, number: randomBytes(32) }));
		await pass(clock, 10);
		expect(calling.state).toMatchObject({ at: 'pictures', pictures });
		expect(names(yarasRoom)).toEqual(['Yara']);
	});

	it('[SR6] cannot wait for the other’s number: Riet gives hers only after Yara’s answer', async () => {
		const { clock, server, yara, riet } = await yaraInside();
		await calls(riet, yara);
		await until(clock, () => lying(server, 'p/').length === 1);
		await pass(clock, 60);
		expect(lying(server, 'p/').map(([name]) => name.slice(-1))).toEqual(['1']);
	});
});

describe('somebody with another’s login', () => {
	it('[IN3] Amina with Joop’s code: she knocks as Joop, who is in already; that is shown, and no tap is no entry', async () => {
		const { clock, server, yara, yarasRoom, keeper } = await yaraInside();
		const joop = new TestDevice('Joop', server, clock);
		const joopsRoom = await joop.isLetInBy(yarasRoom);
		await until(clock, () => yarasRoom.circle.live.length === 2);
		// Joop's session, the room's name and everything the server has; but a device of her own, and no link.
		const amina = new TestDevice('Joop', server, clock);
		const calling = (await calls(amina, yara))!;
		await until(clock, () => keeper.rings.length === 1);
		expect(keeper.rings[0]!.alreadyIn.map(({ label }) => label)).toEqual(['telefoon']);
		await pass(clock, 60);
		keeper.rings[0]!.no();
		await calling.same();
		await pass(clock, 30);
		expect(calling.state.at).toBe('ringing');
		expect(yarasRoom.circle.live.map(({ id }) => id)).toContain(joopsRoom.circle.device.id);
		expect(yarasRoom.circle.live).toHaveLength(2);
		await joopsRoom.close();
	});
});
