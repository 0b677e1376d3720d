import type { Cancel } from '../scheduler.ts';
import type { Notices } from './Notices.ts';
import { between, type Ports } from './ports.ts';

const MOST_ENTRIES = 200;
const MOST_BYTES = 256 * 1024;
const MINUTE = 60_000;
const OFTEN = 3;

/** `isOld`: some of it is sealed under a key that is no longer the one to write under. */
export type LogSize = { entries: number; bytes: number; lastState: number; isOld: boolean };

export type UpkeepHost = {
	mayWrite(): boolean;
	size(): LogSize;
	/** Whether the log lacks text or records that are here, beyond what is on its way. */
	logLacks(): boolean;
	/** Own words that are not in an entry yet. */
	hasUnsent(): boolean;
	/** Sends them, and reads the log again. */
	sendUnsent(): Promise<void>;
	publishState(): Promise<boolean>;
};

/**
 * Keeps the log small and whole. Every device watches, a random wait decides who acts, and a second look whether it
 * is still needed, so that of eight devices usually one does the work (F11, SR32).
 */
export class Upkeep {
	private readonly host: UpkeepHost;
	private readonly ports: Ports;
	private readonly notices: Notices;
	private compactAt: Cancel | null = null;
	private healAt: Cancel | null = null;
	private healedAt = -Infinity;
	private healedInARow = 0;

	constructor(host: UpkeepHost, ports: Ports, notices: Notices) {
		this.host = host;
		this.ports = ports;
		this.notices = notices;
	}

	/** After every reading of the log. */
	watchSize(): void {
		if (this.compactAt || !this.mustCompact) return;
		this.compactAt = this.ports.scheduler.after(between(this.ports, 5_000, 30_000), () => {
			this.compactAt = null;
			if (this.mustCompact && this.host.mayWrite()) void this.host.publishState();
		});
	}

	/** After a sync, a deletion by somebody else, or a sign that something is gone. */
	suspect(): void {
		if (this.healAt || !this.host.mayWrite() || !this.host.logLacks()) return;
		const pause = this.healedInARow >= OFTEN ? 10 * MINUTE : MINUTE;
		const soonest = this.healedAt + pause - this.ports.scheduler.now();
		const wait = Math.max(between(this.ports, 1_000, 10_000), soonest);
		this.healAt = this.ports.scheduler.after(wait, () => void this.heal());
	}

	close(): void {
		this.compactAt?.();
		this.healAt?.();
	}

	/** Too large, or under an old key: whoever comes in now would need that key too (SR33). */
	private get mustCompact(): boolean {
		const { entries, bytes, lastState, isOld } = this.host.size();
		return isOld || entries > MOST_ENTRIES || bytes > Math.max(MOST_BYTES, 2 * lastState);
	}

	private async heal(): Promise<void> {
		// Own words that only wait for their turn go as an edit of their own.
		if (this.host.hasUnsent()) await this.host.sendUnsent();
		this.healAt = null;
		if (!this.host.mayWrite() || !this.host.logLacks()) return;
		const { scheduler } = this.ports;
		const sinceLast = scheduler.now() - this.healedAt;
		if (!(await this.host.publishState())) return this.suspect();
		this.healedInARow = sinceLast < 20 * MINUTE ? this.healedInARow + 1 : 1;
		this.healedAt = scheduler.now();
		this.notices.say('keepsDisappearing', this.healedInARow >= OFTEN);
	}
}
