import { sameBytes, type Bytes } from '#lib/crypto/conventions/bytes.ts';
import { openEntry } from '#lib/crypto/entry/openEntry.ts';
import type { Circle } from './Circle.ts';
import type { EntryWriter, SealedEntry } from './EntryWriter.ts';
import type { Heads } from './Heads.ts';
import type { InnerText } from './InnerText.ts';
import type { Notices } from './Notices.ts';
import type { Outbox } from './Outbox.ts';
import type { SealedLog } from './SealedLog.ts';

/** SR42: more text than this is not sealed as one state. */
const MOST_TEXT = 700 * 1024;

export type StateParts = {
	circle: Circle;
	document: string;
	log: SealedLog;
	inner: InnerText;
	outbox: Outbox;
	heads: Heads;
	writer: EntryWriter;
	notices: Notices;
};

async function isReadBack({ circle, document }: StateParts, sealed: SealedEntry, update: Bytes): Promise<boolean> {
	const key = await circle.keys.entryKey(sealed.generation, circle.roster, document);
	if (key === null) return false;
	const entry = await openEntry({ roomId: circle.room, document }, key, sealed.bytes);
	return entry.ok && entry.value.kind === 'state' && sameBytes(entry.value.update, update);
}

/**
 * Publishes everything this device knows as one entry, and deletes from the log what it holds: that is compacting,
 * and healing too (F11). One transaction, after the entry was sealed, opened again and compared (SR30).
 * Null when it could not be done now, and nothing is deleted then; else its number, and whether own words went
 * out with it.
 */
export async function publishState(parts: StateParts): Promise<{ seq: number; hasOwnWords: boolean } | null> {
	const { circle, document, inner, heads, log, notices, outbox, writer } = parts;
	const own = await outbox.take();
	let clock: number | null = null;
	try {
		// From here to the seal nothing waits: text, heads and what they cover belong together.
		const update = inner.encode();
		const covered = log.covered();
		const records = document === 'book' ? circle.roster.wellFormed.map(({ bytes }) => bytes) : [];
		const isTooLarge = update.length > MOST_TEXT;
		notices.say('tooLarge', isTooLarge);
		const sealed = isTooLarge ? null : await writer.seal({ kind: 'state', records, update }, heads.all);
		if (sealed === null || !(await isReadBack(parts, sealed, update)) || !writer.isCurrent(sealed.generation)) return null;
		clock = log.push(sealed.bytes, covered);
		heads.markSaid(sealed.seen);
		return { seq: sealed.seq, hasOwnWords: own.pieces.length > 0 };
	} finally {
		if (clock === null) own.putBack();
		else own.sent(clock);
	}
}
