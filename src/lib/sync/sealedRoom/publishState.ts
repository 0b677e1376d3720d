import * as Y from 'yjs';
import { sameBytes, type Bytes } from '#lib/crypto/conventions/bytes.ts';
import { openEntry } from '#lib/crypto/entry/openEntry.ts';
import type { Circle } from './Circle.ts';
import type { EntryWriter, SealedEntry } from './EntryWriter.ts';
import type { Heads } from './Heads.ts';
import type { InnerText } from './InnerText.ts';
import type { Notices } from './Notices.ts';
import type { Outbox } from './Outbox.ts';

/** The name of outer changes that this device makes. */
export const OWN = 'own';
/** SR42: more text than this is not sealed as one state. */
const MOST_TEXT = 700 * 1024;

export type StateParts = {
	notices: Notices;
	circle: Circle;
	document: string;
	/** Only `book` carries the roster. */
	carriesRecords: boolean;
	log: Y.Array<unknown>;
	text: InnerText;
	outbox: Outbox;
	heads: Heads;
	writer: EntryWriter;
	/** The items that a state made now would hold: applied text, known records, junk, text of who was removed. */
	covered(): Set<unknown>;
	/** Own words went out under this number. */
	wroteText(seq: number): void;
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
 * False when it could not be done now; nothing is deleted then.
 */
export async function publishState(parts: StateParts): Promise<boolean> {
	const { circle, text, heads, log, notices, outbox, writer } = parts;
	const own = await outbox.take();
	// From here to the seal nothing waits: text, heads and what they cover belong together.
	const update = text.encode();
	const covered = parts.covered();
	const records = parts.carriesRecords ? circle.roster.wellFormed.map(({ bytes }) => bytes) : [];
	const isTooLarge = update.length > MOST_TEXT;
	notices.say('tooLarge', isTooLarge);
	let clock: number | null = null;
	try {
		const content = { kind: 'state' as const, records, update };
		const sealed = isTooLarge ? null : await writer.seal(content, heads.all);
		if (sealed === null || !(await isReadBack(parts, sealed, update)) || !writer.isCurrent(sealed.generation)) {
			return false;
		}
		const outer = log.doc!;
		outer.transact(() => {
			log.toArray().reduceRight<void>((_, item, index) => {
				if (covered.has(item)) log.delete(index);
			}, undefined);
			log.push([sealed.bytes]);
		}, OWN);
		heads.markSaid(sealed.seen);
		if (own.pieces.length > 0) parts.wroteText(sealed.seq);
		clock = Y.getState(outer.store, outer.clientID);
		return true;
	} finally {
		if (clock === null) own.putBack();
		else own.sent(clock);
	}
}
