import * as encoding from 'lib0/encoding';
import { fromHex, toHex, type Bytes } from '#lib/crypto/conventions/bytes.ts';
import { readWhole } from '#lib/crypto/conventions/Reader.ts';
import { write, writeList } from '#lib/crypto/conventions/write.ts';
import { GENERATION_ID_LENGTH, type GenerationId } from '#lib/crypto/generation/generation.ts';
import type { Roster } from '#lib/crypto/roster/evaluate.ts';
import type { RecordId } from '#lib/crypto/roster/record.ts';
import type { Row } from '../localStore/localStore.ts';
import type { Keyring } from './Keyring.ts';

/**
 * What the welcome of a newcomer said of the room (SR8): the heads of its roster, and the generation whose key came
 * with it. Until all of that is here a server could show an older room, with somebody in it who was taken out.
 */
export type WelcomePromise = { heads: RecordId[]; generation: GenerationId };

export const PROMISE_ROW = 'welcome';

/** The row in which it waits, also over a reload. */
export function promiseRow({ heads, generation }: WelcomePromise): Row {
	const content = write((writer) => {
		encoding.writeUint8Array(writer, fromHex(generation));
		writeList(writer, heads, (id) => encoding.writeUint8Array(writer, fromHex(id)));
	});
	return { name: PROMISE_ROW, content };
}

/** The reverse; null for what cannot be read. */
export function readPromise(content: Bytes): WelcomePromise | null {
	return readWhole(content, (reader) => ({
		generation: toHex<'generation'>(reader.bytes(GENERATION_ID_LENGTH)),
		heads: reader.list(() => toHex<'record'>(reader.bytes(32)))
	}));
}

/** All heads here and well-formed, the generation counts, and its key proves itself. */
export function isKept({ heads, generation }: WelcomePromise, roster: Roster, keys: Keyring): boolean {
	const known = new Set(roster.wellFormed.map(({ id }) => id));
	const hasAll = heads.every((id) => known.has(id));
	return hasAll && roster.countingGenerations.has(generation) && keys.proven(generation, roster) !== null;
}
