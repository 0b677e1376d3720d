import { beforeAll, expect, it } from 'vitest';
import { fromHex } from '#lib/crypto/conventions/bytes.ts';
import { createDevice } from '#lib/crypto/device/createDevice.ts';
import { commitTo } from '#lib/crypto/generation/commitTo.ts';
import { answerAtOnce } from '#lib/crypto/promptCrypto.fixture.ts';
import { beginRoster } from '#lib/crypto/roster/beginRoster.ts';
import { evaluate } from '#lib/crypto/roster/evaluate.ts';
import { generationIdOf, HOW, type RecordContent } from '#lib/crypto/roster/record.ts';
import { signRecord } from '#lib/crypto/roster/signRecord.ts';
import { Keyring } from './Keyring.ts';
import { isKept } from './welcomePromise.ts';

beforeAll(answerAtOnce);

/** Yara began and let in Bas; he makes a key while she takes him out: the key is well-formed and counts for nothing. */
async function withBassKey() {
	const [yara, bas] = [await createDevice(), await createDevice()];
	const { roomId, records, generation, key } = await beginRoster(yara, { person: 'p-Yara', name: 'Yara', label: '' });
	const room = fromHex(roomId);
	const { id, signPub, agreePub } = bas;
	const device = { id, signPub, agreePub };
	const who = { person: 'p-Bas', name: 'Bas', label: '', how: HOW.qr, flags: 0, sheetBlob: new Uint8Array(0) };
	const admit = await signRecord(room, yara, [records.at(-1)!.id], { kind: 'admit', device, ...who });
	const bassKey = new Uint8Array(32).fill(7);
	const made: RecordContent = { kind: 'generation', commit: await commitTo(bassKey, room) };
	const bass = await signRecord(room, bas, [admit.id], made);
	const remove = await signRecord(room, yara, [admit.id], { kind: 'remove', devices: [bas.id] });
	const keys = new Keyring(room);
	await keys.add(generation, key);
	await keys.add(generationIdOf(bass), bassKey);
	const roster = evaluate(roomId, [...records, admit, bass, remove]);
	return { roster, keys, room, generation, bass };
}

it('[SR8] a welcome with a key that counts for nothing is not kept, though every line is here and the key is true', async () => {
	const { roster, keys, generation, bass } = await withBassKey();
	const bassGeneration = generationIdOf(bass);
	expect(keys.proven(bassGeneration, roster)).not.toBeNull();
	expect(isKept({ heads: roster.heads, generation: bassGeneration }, roster, keys)).toBe(false);
	expect(isKept({ heads: roster.heads, generation }, roster, keys)).toBe(true);
});

it('[SR8] nor one that names a line which is not here, or whose key does not fit', async () => {
	const { roster, keys, room, generation } = await withBassKey();
	const heads = [...roster.heads, 'f'.repeat(64) as never];
	expect(isKept({ heads, generation }, roster, keys)).toBe(false);
	expect(isKept({ heads: roster.heads, generation }, roster, new Keyring(room))).toBe(false);
});
