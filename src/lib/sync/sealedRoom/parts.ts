import type * as Y from 'yjs';
import type { LocalStore } from '../localStore/localStore.ts';
import type { Wire } from '../wire/wire.ts';
import { Boxes } from './Boxes.ts';
import type { Circle } from './Circle.ts';
import { EntryWriter } from './EntryWriter.ts';
import { Gate } from './Gate.ts';
import { Heads } from './Heads.ts';
import { InnerText } from './InnerText.ts';
import type { Kept, LocalText } from './LocalText.ts';
import { Notices } from './Notices.ts';
import { Outbox, type OutboxHost } from './Outbox.ts';
import type { Ports } from './ports.ts';
import { SealedLog } from './SealedLog.ts';

/** What one document of this device is made of, for all that acts on a document as a whole. */
export type DocumentParts = {
	circle: Circle;
	/** `book`, `g1` … */
	document: string;
	gate: Gate;
	log: SealedLog;
	inner: InnerText;
	outbox: Outbox;
	heads: Heads;
	writer: EntryWriter;
	notices: Notices;
	/** Of `book` only: it carries the lockboxes. */
	boxes: Boxes | null;
};

export type PartSettings = {
	circle: Circle;
	/** `book`, `g1` … */
	name: string;
	store: LocalStore;
	ports: Ports;
	/** What carries the roster; null for that one itself. */
	book: { parts: DocumentParts } | null;
};

/** The text as this device kept it, and the outer document on its wire. */
export type Brought = { local: LocalText; kept: Kept; outer: Y.Doc; wire: Wire };

/** Puts the parts together, with the text as it was kept. */
export function assemble(
	{ circle, name, ports, book, store }: PartSettings,
	{ local, kept, outer, wire }: Brought,
	host: Pick<OutboxHost, 'push' | 'changed' | 'failed'>
): DocumentParts {
	const notices = new Notices(ports.scheduler);
	const inner = new InnerText({
		unreadable: () => notices.say('unreadable', true),
		diverges: () => notices.say('divergence', true)
	});
	for (const update of kept.updates) inner.restore(update);
	const heads = new Heads(kept.heads);
	const outbox = new Outbox(inner.doc, local, kept.pending, ports.scheduler, {
		...host,
		isConveyed: (update) => inner.isConveyed(update),
		heads: () => heads.all
	});
	return {
		circle,
		document: name,
		gate: new Gate(circle, wire, book?.parts.gate ?? null),
		log: new SealedLog(outer, circle, name),
		inner,
		outbox,
		heads,
		writer: new EntryWriter(circle, name, heads, { store, locks: ports.locks }),
		notices,
		boxes: book === null ? new Boxes(circle, outer.getMap('env')) : null
	};
}
