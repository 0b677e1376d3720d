import { utf8 } from '#lib/crypto/conventions/bytes.ts';
import { listedGatherings, readKeptNotes } from '#lib/documents/circleBook.ts';
import type { LocalStore } from '../localStore/localStore.ts';
import type { Cancel, Scheduler } from '../scheduler.ts';
import type { SealedDocument } from '../sealedRoom/SealedDocument.ts';
import { Listeners } from '../sealedRoom/Listeners.ts';

const DAY = 24 * 60 * 60 * 1000;
const SEEN = 'keepUntil/';
const ENDED = 'ended/';

type Seen = { until: number; since: number };

/**
 * When the documents of gatherings end on this device, by its own clock (RT1): at the date that stands in the book,
 * unless the circle keeps the notes there. From that date a document rests; it goes once this device has known the
 * date for a day, so that nobody can wipe everybody's text in a second by writing down a date that is past.
 */
export class GatheringEnds {
	private readonly book: SealedDocument;
	private readonly store: LocalStore;
	private readonly scheduler: Scheduler;
	private readonly seen = new Map<string, Seen>();
	private readonly ended = new Set<string>();
	private readonly listeners = new Listeners();
	private timer: Cancel | null = null;

	private constructor(book: SealedDocument, store: LocalStore, scheduler: Scheduler) {
		this.book = book;
		this.store = store;
		this.scheduler = scheduler;
		book.text.on('update', this.look);
	}

	static async load(book: SealedDocument, store: LocalStore, scheduler: Scheduler): Promise<GatheringEnds> {
		const ends = new GatheringEnds(book, store, scheduler);
		const [seen, ended] = await Promise.all([store.list(SEEN), store.list(ENDED)]);
		for (const { name, content } of seen) {
			ends.seen.set(name.slice(SEEN.length), JSON.parse(new TextDecoder().decode(content)) as Seen);
		}
		for (const { name } of ended) ends.ended.add(name.slice(ENDED.length));
		ends.look();
		return ends;
	}

	/** Until when a gathering's document is kept; null while it stays. */
	untilOf(gathering: string): Date | null {
		const { text } = this.book;
		return readKeptNotes(text, gathering) === null ? (listedGatherings(text).get(gathering) ?? null) : null;
	}

	/** Nothing of it is written or healed any more. */
	isOver(gathering: string): boolean {
		const until = this.untilOf(gathering);
		return this.ended.has(gathering) || (until !== null && this.scheduler.now() >= until.getTime());
	}

	/** Gone from this device. */
	hasEnded(gathering: string): boolean {
		return this.ended.has(gathering);
	}

	/** Those whose time has come, and that have not gone from this device yet. */
	get due(): string[] {
		const now = this.scheduler.now();
		const names = [...this.seen].filter(([name, { since }]) => this.isOver(name) && now >= since + DAY);
		return names.map(([name]) => name).filter((name) => !this.ended.has(name));
	}

	/** Wipes what this device keeps of it. */
	async wipe(gathering: string): Promise<void> {
		this.ended.add(gathering);
		const prefixes = [`update/${gathering}/`, `pending/${gathering}/`];
		const rows = (await Promise.all(prefixes.map((prefix) => this.store.list(prefix)))).flat();
		const names = [...rows.map(({ name }) => name), `heads/${gathering}`, `seq/${gathering}`, SEEN + gathering];
		await this.store.change([{ name: ENDED + gathering, content: Uint8Array.of(1) }], names);
		this.listeners.tell();
	}

	/** A date was written down, or has come. */
	onChange(listener: () => void): () => void {
		return this.listeners.add(listener);
	}

	close(): void {
		this.timer?.();
		this.book.text.off('update', this.look);
	}

	private readonly look = (): void => {
		const now = this.scheduler.now();
		const fresh = [...listedGatherings(this.book.text).keys()].flatMap((name) => {
			const until = this.untilOf(name)?.getTime();
			if (until === undefined || this.seen.get(name)?.until === until || this.ended.has(name)) return [];
			this.seen.set(name, { until, since: now });
			return [{ name: SEEN + name, content: utf8(JSON.stringify({ until, since: now })) }];
		});
		this.timer?.();
		const moments = [...this.seen.values()].flatMap(({ until, since }) => [until, Math.max(until, since + DAY)]);
		const next = Math.min(...moments.filter((moment) => moment > now));
		if (Number.isFinite(next)) this.timer = this.scheduler.after(next - now, this.look);
		if (fresh.length > 0) void this.store.change(fresh);
		this.listeners.tell();
	};
}
