import { sameBytes, type Bytes } from '#lib/crypto/conventions/bytes.ts';
import type { EntryContent } from '#lib/crypto/entry/entry.ts';
import { openEntry } from '#lib/crypto/entry/openEntry.ts';
import type { GenerationId } from '#lib/crypto/generation/generation.ts';
import type { SealedEntry } from './EntryWriter.ts';
import type { DocumentParts } from './parts.ts';
import { NOTHING, type EnvChange } from './SealedLog.ts';

/** SR42: more text than this is not sealed as one state. */
const MOST_TEXT = 700 * 1024;

/** Under which key a state is sealed, and what belongs to the same step. */
export type Under = {
	generation: GenerationId;
	key: CryptoKey;
	/** All lines of the roster, for `book`. */
	records: Bytes[];
	env: EnvChange;
	/** Entries that go with it, sealed already. */
	farewell?: Bytes[];
	/** A removal waits for nothing: where there is more text than one state can hold, it goes without the text. */
	evenWithoutText?: boolean;
	/** Asked within the step itself: false calls it off. */
	commit(): boolean;
};

/** The number under which it went out, and whether own words went with it. */
export type Published = { seq: number; hasOwnWords: boolean };

async function isReadBack(parts: DocumentParts, sealed: SealedEntry, { key }: Under, sent: EntryContent): Promise<boolean> {
	const entry = await openEntry({ roomId: parts.circle.room, document: parts.document }, key, sealed.bytes);
	if (!entry.ok || entry.value.kind !== sent.kind) return false;
	const [was, is] = [sent, entry.value].map(partsOf) as [Bytes[], Bytes[]];
	return was.length === is.length && was.every((part, i) => sameBytes(part, is[i]!));
}

/** The text, and the lines of the roster: all that a state is trusted with. */
function partsOf(content: EntryContent): Bytes[] {
	return ['update' in content ? content.update : new Uint8Array(0), ...('records' in content ? content.records : [])];
}

/**
 * Publishes everything this device knows as one entry, and deletes from the log what it holds: that is compacting,
 * and healing too (F11). One step, after the entry was sealed, opened again and compared (SR30). Null when it
 * could not be done now, and nothing is deleted then.
 */
export async function publishUnder(parts: DocumentParts, under: Under): Promise<Published | null> {
	const { inner, heads, log, notices, outbox, writer } = parts;
	const own = await outbox.take();
	let clock: number | null = null;
	try {
		// From here to the seal nothing waits: text, heads and what they cover belong together.
		const update = inner.encode();
		const isTooLarge = update.length > MOST_TEXT;
		notices.say('tooLarge', isTooLarge, { because: 'text' });
		if (isTooLarge && !under.evenWithoutText) return null;
		const { records } = under;
		const content: EntryContent = isTooLarge ? { kind: 'records', records } : { kind: 'state', records, update };
		const covered = isTooLarge ? new Set() : log.covered();
		const sealed = await writer.seal(content, heads.all, under);
		if (!(await isReadBack(parts, sealed, under, content)) || !under.commit()) return null;
		const pushed = log.push([...(under.farewell ?? []), sealed.bytes], { inPlaceOf: covered, env: under.env });
		if (content.kind === 'state') clock = pushed;
		heads.markSaid(sealed.seen);
		return { seq: sealed.seq, hasOwnWords: clock !== null && own.pieces.length > 0 };
	} finally {
		if (clock === null) own.putBack();
		else own.sent(clock);
	}
}

/** The same under the write generation of this moment, with whatever lockboxes of it are missing. */
export async function publishState(parts: DocumentParts): Promise<Published | null> {
	const { boxes, circle, document, gate } = parts;
	const { roster, keys } = circle;
	const generation = roster.writeGeneration;
	const key = generation && keys.proven(generation, roster);
	const sealKey = generation && (await keys.entryKey(generation, roster, document));
	if (!gate.isOpen || !generation || !key || !sealKey) return null;
	const env = boxes ? { put: await boxes.makeMissing(roster, generation, key), remove: [] } : NOTHING;
	const records = boxes ? roster.wellFormed.map(({ bytes }) => bytes) : [];
	// News while it was sealed: somebody may have been taken out, and would get a box, or a state without that news.
	const commit = () => gate.isOpen && circle.roster === roster;
	return publishUnder(parts, { generation, key: sealKey, records, env, commit });
}
