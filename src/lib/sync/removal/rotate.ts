import { sameBytes } from '#lib/crypto/conventions/bytes.ts';
import { randomBytes } from '#lib/crypto/conventions/random.ts';
import type { DeviceId } from '#lib/crypto/device/device.ts';
import { commitTo } from '#lib/crypto/generation/commitTo.ts';
import { entryKey } from '#lib/crypto/generation/entryKey.ts';
import { openLockbox } from '#lib/crypto/lockbox/openLockbox.ts';
import { generationIdOf, type RecordContent, type RosterRecord } from '#lib/crypto/roster/record.ts';
import { boxName } from '../sealedRoom/boxesDue.ts';
import type { DocumentParts } from '../sealedRoom/parts.ts';
import { publishUnder } from '../sealedRoom/publishState.ts';

/**
 * A new key for the room, in one step with whatever made it necessary (F8, SR13): the removal of `devices`, the new
 * generation, all of the book's text under it, a box for every device that stays, and everything that this takes
 * the place of. All of it is built, sealed, opened again and compared first; where anything fails, or news comes
 * meanwhile, nothing has happened and the answer is false. Without devices: the key alone, where a removal left
 * the room without one to write under (SR12).
 */
export async function rotate(book: DocumentParts, devices: readonly DeviceId[] = []): Promise<boolean> {
	const { boxes, circle, document, gate } = book;
	if (!gate.mayAct || gate.isAtRest || boxes === null) return false;
	const key = randomBytes(32);
	const commit = await commitTo(key, circle.room);
	const removal: RecordContent[] = devices.length > 0 ? [{ kind: 'remove', devices: [...devices] }] : [];
	const draft = await circle.draft([...removal, { kind: 'generation', commit }]);
	const generation = generationIdOf(draft.records.at(-1)!);
	if (draft.roster.writeGeneration !== generation) return false;

	const put = await boxes.makeMissing(draft.roster, generation, key);
	const own = put.get(boxName(generation, circle.device));
	const read = own && (await openLockbox(circle.room, own, circle.device));
	if (!read?.ok || !sameBytes(read.value.key, key)) return false;

	const done = await publishUnder(book, {
		farewell: await farewell(book, draft.records.slice(0, -1)),
		generation,
		key: await entryKey(key, circle.room, generation, document),
		records: draft.roster.wellFormed.map(({ bytes }) => bytes),
		env: { put, remove: [] },
		evenWithoutText: true,
		commit: () => gate.mayAct && circle.takeUp(draft) && circle.keys.put(generation, key, commit)
	});
	if (done === null) return false;
	await circle.keep(draft.records, [{ generation, key }]);
	return true;
}

/**
 * Tells those who are out that they are, under the last key they may have: all that they could read of the roster
 * anyhow, and the removal. Without it their devices would go on saying "sent" of words that nobody reads.
 */
async function farewell({ circle, document, heads, writer }: DocumentParts, removal: readonly RosterRecord[]) {
	const { keys, roster } = circle;
	const generation = [...roster.generations.keys()].findLast((one) => keys.proven(one, roster) !== null);
	const key = generation && (await keys.entryKey(generation, roster, document));
	if (!key) return [];
	const records = [...roster.wellFormed, ...removal].map(({ bytes }) => bytes);
	return [(await writer.seal({ kind: 'records', records }, heads.moved(), { generation, key })).bytes];
}
