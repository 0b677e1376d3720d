import type { Scheduler } from '../scheduler.ts';
import { Listeners } from './Listeners.ts';

/** What the screen should say about the room; words for it are made where it is shown. */
export type NoticeKind =
	/** SR3: lines of the roster wait for others that are not here. */
	| 'recordsMissing'
	/** SR14: no key for what is written now. */
	| 'cannotReadAll'
	/** SR21: `about` wrote two different things under one number. */
	| 'twoVersions'
	/** SR22: something of `about` has not come. */
	| 'gap'
	/** SR23: the server has left out, or gone back on, what was there of `about`. */
	| 'omission'
	/** SR29: something was written that cannot be read. */
	| 'unreadable'
	/** SR31: something from a later version of the program. */
	| 'newerVersion'
	/** SR32: what is published again keeps disappearing. */
	| 'keepsDisappearing'
	/** SR35: the server says that this is gone; here it is still. */
	| 'erasedByServer'
	/** SR42: too much to read on; work on this device goes on. */
	| 'tooLarge'
	/** SR43: two devices see different things. */
	| 'divergence'
	/** This device was taken out, or waits to be let in again. */
	| 'notInside'
	/** SR25: this device could not keep or send something; it tries again. */
	| 'trouble';

/** `about`: a device's short id where it is about one, else empty. */
export type Notice = { kind: NoticeKind; about: string };

const PATIENCE_MS = 10_000;

/** The notices that stand. What may come right by itself is told only when it has lasted ten seconds. */
export class Notices {
	private readonly scheduler: Scheduler;
	private readonly listeners = new Listeners();
	private readonly standing = new Map<string, Notice>();
	private readonly brewing = new Map<string, () => void>();

	constructor(scheduler: Scheduler) {
		this.scheduler = scheduler;
	}

	get all(): Notice[] {
		return [...this.standing.values()];
	}

	onChange(listener: () => void): () => void {
		return this.listeners.add(listener);
	}

	/** From now on true, or not (any more). It stands as long as any cause of it does: `because` tells them apart. */
	say(kind: NoticeKind, isSo: boolean, { about = '', because = '', patiently = false } = {}): void {
		const name = because ? `${kind}/${about}/${because}` : `${kind}/${about}`;
		if (!isSo) {
			this.brewing.get(name)?.();
			this.brewing.delete(name);
			if (this.standing.delete(name)) this.listeners.tell();
			return;
		}
		if (this.standing.has(name) || this.brewing.has(name)) return;
		const stand = () => {
			this.brewing.delete(name);
			this.standing.set(name, { kind, about });
			this.listeners.tell();
		};
		if (patiently) this.brewing.set(name, this.scheduler.after(PATIENCE_MS, stand));
		else stand();
	}

	/** Of one kind, true for these devices and for no others. */
	sayOf(kind: NoticeKind, about: ReadonlySet<string>, { patiently = false } = {}): void {
		const names = [...this.standing.keys(), ...this.brewing.keys()];
		for (const name of names.filter((one) => one.startsWith(`${kind}/`))) {
			const device = name.slice(kind.length + 1);
			if (!about.has(device)) this.say(kind, false, { about: device });
		}
		for (const device of about) this.say(kind, true, { about: device, patiently });
	}

	close(): void {
		for (const cancel of this.brewing.values()) cancel();
		this.brewing.clear();
	}
}
