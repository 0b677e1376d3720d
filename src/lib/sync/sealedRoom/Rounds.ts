import type { BookDuties } from './BookDuties.ts';
import type { DocumentParts } from './parts.ts';
import type { PresenceLine } from './PresenceLine.ts';
import type { Sender } from './Sender.ts';
import { tellAboutCircle, tellFindings } from './tellWhatIsAmiss.ts';
import { Turns } from './Turns.ts';
import type { Upkeep } from './Upkeep.ts';

export type RoundsHost = {
	sender: Sender;
	presence: PresenceLine;
	upkeep: Upkeep;
	/** Of `book` only. */
	duties: BookDuties | null;
	isSynced(): boolean;
	changed(): void;
	failed(error: unknown): void;
};

/** Looks at all that the server has, whenever something of it changed, and does whatever follows from it (F10). */
export class Rounds {
	private readonly parts: DocumentParts;
	private readonly host: RoundsHost;
	private readonly turns: Turns;
	private wasOpen = false;
	private hasToWait = false;
	private isSuspicious = false;

	constructor(parts: DocumentParts, host: RoundsHost) {
		this.parts = parts;
		this.host = host;
		this.turns = new Turns(() => this.look(), host.failed);
	}

	/** Resolves when everything that is there now has been looked at. */
	ask(): Promise<void> {
		return this.turns.ask();
	}

	/** The book has read on: a gathering that waited for it can be read, and may be written. */
	async afterBook(): Promise<void> {
		if (this.hasToWait) await this.ask();
		else await this.passGate();
	}

	/** Something did not go through: the log may lack it. */
	suspect(): void {
		this.isSuspicious = true;
	}

	private async look(): Promise<void> {
		const { boxes, circle, document, gate, heads, inner, log, notices } = this.parts;
		this.hasToWait = !gate.mayRead;
		if (this.hasToWait) return this.host.changed();
		const isSynced = this.host.isSynced();
		await boxes?.openOwn();
		const accepted = await log.read();
		notices.say('tooLarge', accepted === null || circle.isFull);
		if (accepted === null) return;
		notices.say('newerVersion', log.hasLaterVersion);
		const someGone = inner.take(accepted);
		const findings = heads.update(accepted, circle);
		tellFindings(notices, findings);
		if (boxes) tellAboutCircle(notices, circle, log);
		this.host.sender.find(accepted);
		const isFirst = isSynced && !gate.isJudged;
		gate.isJudged = isSynced && this.host.isSynced();
		circle.inUse.report(document, gate.isUpToDate ? log.generationsInUse : null);
		if (isFirst || someGone || findings.omissions.size > 0 || log.lacksRecords) this.isSuspicious = true;
		if (findings.hasMoved) this.host.presence.saySoon();
		await this.passGate();
		this.host.changed();
	}

	/** What waits for the gate to be open, and what is watched while it is. */
	private async passGate(): Promise<void> {
		const { boxes, circle, gate, log, outbox } = this.parts;
		const { duties, presence, sender, upkeep } = this.host;
		const { isOpen } = gate;
		const opens = isOpen && !this.wasOpen;
		this.wasOpen = isOpen;
		duties?.watch();
		if (!isOpen) return;
		// F1: who began the room publishes it at once; everybody else heals after a random wait.
		const isBeginning = boxes !== null && log.isEmpty && circle.me?.letInBy === null;
		if (isBeginning) await sender.publishState();
		if (opens) {
			outbox.flush().catch(this.host.failed);
			presence.saySoon();
		}
		upkeep.watchSize();
		if (!this.isSuspicious) return;
		this.isSuspicious = false;
		upkeep.suspect();
	}
}
