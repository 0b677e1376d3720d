import { beforeAll, describe, it } from 'vitest';
import { fromBase64Url, fromHex, toBase64Url, utf8, type Bytes } from './conventions/bytes.ts';
import { randomBytes } from './conventions/random.ts';
import { createDevice } from './device/createDevice.ts';
import type { Device } from './device/device.ts';
import { openEntry } from './entry/openEntry.ts';
import { sealEntry } from './entry/sealEntry.ts';
import { verifyEntry } from './entry/verifyEntry.ts';
import { entryKey } from './generation/entryKey.ts';
import { presenceKey } from './generation/presenceKey.ts';
import { inviteKey } from './invite/inviteKey.ts';
import { makeNotice, openNotice } from './invite/notice.ts';
import { makeKnock } from './knock/makeKnock.ts';
import { openKnock } from './knock/openKnock.ts';
import { createStoreKey } from './localRow/createStoreKey.ts';
import { openRow } from './localRow/openRow.ts';
import { sealRow } from './localRow/sealRow.ts';
import { makeLockbox } from './lockbox/makeLockbox.ts';
import { openLockbox } from './lockbox/openLockbox.ts';
import { writeHello } from './pictures/hello.ts';
import { openPresence } from './presence/openPresence.ts';
import { sealPresence } from './presence/sealPresence.ts';
import { beginRoster, type Beginning } from './roster/beginRoster.ts';
import { RecordSet } from './roster/RecordSet.ts';
import { openSheet } from './sheet/openSheet.ts';
import { sealSheet } from './sheet/sealSheet.ts';
import { makeWelcome, signWelcome } from './welcome/makeWelcome.ts';
import { openSignedWelcome, openWelcome } from './welcome/openWelcome.ts';

let yara: Device;
let room: Beginning;
let roomId: Bytes;
let key: CryptoKey;
const place = () => ({ roomId, document: 'book' });

beforeAll(async () => {
	yara = await createDevice();
	room = await beginRoster(yara, { person: 'p-yara', name: 'Yara', label: 'telefoon' });
	roomId = fromHex(room.roomId);
	key = await entryKey(room.key, roomId, room.generation, 'book');
});

/** Whether `accepts` says yes to the bytes as they are and no with any one bit turned over. */
async function refusesEveryFlip(sealed: Bytes, accepts: (bytes: Bytes) => Promise<boolean>): Promise<void> {
	if (!(await accepts(sealed))) throw new Error('refused as it was');
	for (let bit = 0; bit < sealed.length * 8; bit++) {
		const flipped = sealed.slice();
		flipped[bit >>> 3]! ^= 1 << (bit & 7);
		if (await accepts(flipped)) throw new Error(`accepted with bit ${bit} turned over`);
	}
}

describe('one flipped bit anywhere is refused', () => {
	it('[SR16] in an entry', async () => {
		const content = { kind: 'edit' as const, update: utf8('Fenna kan al lezen') };
		const sealed = await sealEntry(place(), room.generation, key, yara, { seq: 1, seen: [], content });
		await refusesEveryFlip(sealed, async (bytes) => {
			const entry = await openEntry(place(), key, bytes);
			return entry.ok && entry.value.generation === room.generation && verifyEntry(entry.value, yara.signPub);
		});
	});

	it('[SR17] in what was signed inside an entry, by somebody who has the key', async () => {
		const content = { kind: 'edit' as const, update: utf8('Milan kookt graag') };
		const sealed = await sealEntry(place(), room.generation, key, yara, { seq: 1, seen: [], content });
		const entry = await openEntry(place(), key, sealed);
		if (!entry.ok) throw new Error(entry.rule);
		await refusesEveryFlip(entry.value.signed, (signed) => verifyEntry({ ...entry.value, signed }, yara.signPub));
		const { signature } = entry.value;
		await refusesEveryFlip(signature, (bytes) => verifyEntry({ ...entry.value, signature: bytes }, yara.signPub));
	});

	it('[SR16] in a lockbox', async () => {
		const box = await makeLockbox(roomId, room.generation, room.key, yara);
		await refusesEveryFlip(box, async (bytes) => (await openLockbox(roomId, bytes, yara)).ok);
	});

	it('[SR16] in the keys of a sleutelblad', async () => {
		const code = new Uint8Array(16).fill(9);
		const blob = await sealSheet(code, roomId, await createDevice({ extractable: true }));
		await refusesEveryFlip(blob, async (bytes) => (await openSheet(code, bytes)).ok);
		await refusesEveryFlip(code, async (bytes) => (await openSheet(bytes, blob)).ok);
	});

	it('[SR2] in a record of the roster', async () => {
		const [genesis, generation] = room.records.map(({ bytes }) => bytes) as [Bytes, Bytes];
		await refusesEveryFlip(generation, async (bytes) => {
			const set = new RecordSet(room.roomId);
			await set.add([genesis, bytes]);
			return set.records.length === 2;
		});
	});

	it('[SR7] [SR8] in a knock, a notice and a welcome', async () => {
		const [key, device] = [await inviteKey(randomBytes(16)), await createDevice()];
		const knock = await makeKnock(key, { device, person: 'p-riet', label: 'telefoon', flags: 0 });
		await refusesEveryFlip(knock, async (bytes) => (await openKnock(key, bytes)).ok);
		const notice = await makeNotice(key, { state: 'open', name: 'Yara' });
		await refusesEveryFlip(notice, async (bytes) => (await openNotice(key, bytes)).ok);
		const lockbox = await makeLockbox(roomId, room.generation, room.key, device);
		const promised = { roomId: room.roomId, lockbox, heads: room.records.map(({ id }) => id) };
		const welcome = await makeWelcome(key, knock, promised);
		await refusesEveryFlip(welcome, async (bytes) => (await openWelcome(key, knock, bytes)).ok);
		const said = { knock, hello: writeHello({ device: yara, roomId: room.roomId, number: randomBytes(32) }) };
		const signed = await signWelcome(yara, said, promised);
		const from = { signPub: yara.signPub, roomId: room.roomId };
		await refusesEveryFlip(signed, async (bytes) => (await openSignedWelcome(from, said, bytes)).ok);
	});

	it('[SR39] in presence', async () => {
		const presence = await presenceKey(room.key, roomId, room.generation, 'book');
		const said = { by: yara.id, session: '00'.repeat(8) as never, counter: 1, json: '{}' };
		const sealed = await sealPresence(place(), room.generation, presence, said);
		const keyOf = async (generation: string) => (generation === room.generation ? presence : null);
		await refusesEveryFlip(
			fromBase64Url(sealed),
			async (bytes) => (await openPresence(place(), keyOf, toBase64Url(bytes))).ok
		);
	});

	it('[SR25] in a row of the local store', async () => {
		const store = await createStoreKey();
		const row = await sealRow(store, roomId, 'rows', 'update/book/1', utf8('soep en brood'));
		await refusesEveryFlip(row, async (bytes) => (await openRow(store, roomId, 'rows', 'update/book/1', bytes)) !== null);
	});
});
