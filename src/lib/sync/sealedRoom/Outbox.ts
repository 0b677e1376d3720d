import * as Y from 'yjs';
import type { Cancel, Scheduler } from '../scheduler.ts';
import { FROM_LOG, FROM_STORE } from './InnerText.ts';
import type { LocalText, Piece } from './LocalText.ts';
import { Turns } from './Turns.ts';

const KEEP_MS = 80;
const REST_MS = 400;
/** Somebody who types on is read by others within a second; the rest of it is for sealing and the way. */
const AT_MOST_MS = 900;
/** Text that others wrote is kept too, but nobody waits for it. */
const KEEP_HEARD_MS = 1000;

/**
 * unkept: on the page only, for a moment. onDevice: sealed on this device, and either not sent or not known to
 * be stored. sent: the server says it has stored it.
 */
export type Whereabouts = 'unkept' | 'onDevice' | 'sent';

export type OutboxHost = {
	/** Seals these as one entry and puts it on the wire; null when that cannot be now. Else the outer clock. */
	push(update: Uint8Array): Promise<number | null>;
	/** Whether the log already tells this. */
	isConveyed(update: Uint8Array): boolean;
	heads(): Parameters<LocalText['keep']>[2];
	changed(): void;
	failed(error: unknown): void;
};

/** Takes what is typed from the page to the device, and from there to the wire (F9). */
export class Outbox {
	private readonly local: LocalText;
	private readonly scheduler: Scheduler;
	private readonly host: OutboxHost;
	private typed: Uint8Array[] = [];
	private heard: Uint8Array[] = [];
	private kept: Piece[];
	/** Being sealed at this moment: neither waiting any more nor on the wire yet. */
	private readonly underway = new Set<Piece[]>();
	private sent: { clock: number; pieces: Piece[] }[] = [];
	/** Kept in an earlier session: perhaps the log has them already. */
	private readonly restored: Set<Piece>;
	private keepFails = false;
	private isAbandoned = false;
	private storedClock = 0;
	private keepAt: Cancel | null = null;
	private restAt: Cancel | null = null;
	private latestAt: Cancel | null = null;
	private readonly keeping: Turns;
	private readonly sending: Turns;

	constructor(doc: Y.Doc, local: LocalText, pending: readonly Piece[], scheduler: Scheduler, host: OutboxHost) {
		this.local = local;
		this.scheduler = scheduler;
		this.host = host;
		this.kept = [...pending];
		this.restored = new Set(pending);
		this.keeping = new Turns(() => this.keepNow(), (error) => this.retryLater(error));
		this.sending = new Turns(() => this.sendNow(), host.failed);
		doc.on('updateV2', (update: Uint8Array, origin: unknown) => this.changed(update, origin));
	}

	get whereabouts(): Whereabouts {
		if (this.typed.length > 0) return 'unkept';
		const waits = this.kept.length + this.underway.size + this.sent.length > 0;
		return waits ? 'onDevice' : 'sent';
	}

	/** Something typed here is not in any entry yet. */
	get hasUnsent(): boolean {
		return this.typed.length + this.kept.length + this.underway.size > 0;
	}

	/** To the device now, and on the wire if that can be: the page is going away, or the gate has opened. */
	async flush(): Promise<void> {
		await this.keeping.ask();
		if (this.kept.length > 0) await this.sending.ask();
	}

	/** Writes everything down, and hands over what is to be sent, in one moment. `sent` or `putBack` must follow. */
	async take(): Promise<{ pieces: Piece[]; sent(clock: number): void; putBack(): void }> {
		// Typing goes on while it is written down. What the device refuses to keep stays on the page (SR25).
		do await this.keeping.ask();
		while (this.typed.length > 0 && !this.keepFails);
		const pieces = this.kept;
		this.kept = [];
		if (pieces.length > 0) this.underway.add(pieces);
		return {
			pieces,
			sent: (clock) => {
				this.underway.delete(pieces);
				if (pieces.length > 0) this.sent.push({ clock, pieces });
				this.host.changed();
				this.settleStored().catch(this.host.failed);
			},
			putBack: () => {
				this.underway.delete(pieces);
				this.kept = [...pieces, ...this.kept];
			}
		};
	}

	/** The server has stored our outer changes up to this clock (SR26). */
	stored(clock: number): Promise<void> {
		this.storedClock = Math.max(this.storedClock, clock);
		return this.settleStored();
	}

	close(): void {
		for (const cancel of [this.keepAt, this.restAt, this.latestAt]) cancel?.();
	}

	/** From now on nothing is written down any more: what is on the device is about to be wiped. */
	async abandon(): Promise<void> {
		this.isAbandoned = true;
		this.close();
		await this.keeping.rest();
	}

	private changed(update: Uint8Array, origin: unknown): void {
		if (origin === FROM_STORE) return;
		if (origin === FROM_LOG) {
			this.heard.push(update);
			this.keepAt ??= this.scheduler.after(KEEP_HEARD_MS, () => void this.keeping.ask());
			return;
		}
		if (this.typed.length === 0) this.keepAt?.();
		if (this.typed.length === 0) this.keepAt = this.scheduler.after(KEEP_MS, () => void this.keeping.ask());
		this.typed.push(update);
		const send = () => void this.sending.ask();
		this.restAt?.();
		this.restAt = this.scheduler.after(REST_MS, send);
		this.latestAt ??= this.scheduler.after(AT_MOST_MS, send);
		this.host.changed();
	}

	private async keepNow(): Promise<void> {
		this.keepAt?.();
		this.keepAt = null;
		if (this.isAbandoned) return;
		// Copies: what is typed while the device writes must not be counted as written.
		const typed = [...this.typed];
		const heard = [...this.heard];
		if (typed.length + heard.length === 0) return;
		const piece = await this.local.keep(typed, heard, this.host.heads());
		this.keepFails = false;
		// Only now: until it is on the device it still counts as on the page.
		this.typed = this.typed.slice(typed.length);
		this.heard = this.heard.slice(heard.length);
		if (piece) this.kept.push(piece);
		this.host.changed();
	}

	private async settleStored(): Promise<void> {
		const done = this.sent.filter(({ clock }) => clock <= this.storedClock);
		if (done.length === 0) return;
		this.sent = this.sent.filter(({ clock }) => clock > this.storedClock);
		this.host.changed();
		await this.local.settle(done.flatMap(({ pieces }) => pieces));
	}

	private retryLater(error: unknown): void {
		this.keepFails = true;
		this.host.failed(error);
		this.keepAt ??= this.scheduler.after(KEEP_HEARD_MS, () => void this.keeping.ask());
	}

	private async sendNow(): Promise<void> {
		for (const cancel of [this.restAt, this.latestAt]) cancel?.();
		this.restAt = this.latestAt = null;
		const taken = await this.take();
		if (taken.pieces.length === 0) return;
		let clock: number | null = null;
		try {
			await this.dropKnown(taken.pieces);
			if (taken.pieces.length > 0) clock = await this.host.push(Y.mergeUpdatesV2(taken.pieces.map(({ update }) => update)));
		} finally {
			if (clock === null) taken.putBack();
			else taken.sent(clock);
		}
	}

	private async dropKnown(pieces: Piece[]): Promise<void> {
		const known = pieces.filter((piece) => this.restored.has(piece) && this.host.isConveyed(piece.update));
		if (known.length === 0) return;
		for (const piece of known) pieces.splice(pieces.indexOf(piece), 1);
		await this.local.settle(known);
		this.host.changed();
	}
}
