import type { EntryContent } from '#lib/crypto/entry/entry.ts';
import type { Reading } from './LogReader.ts';
import { publishState, type StateParts } from './publishState.ts';

/** An entry that would not be read by others is not written. */
const MOST_UPDATE = 900 * 1024;

/** Puts this device's entries on the wire, and remembers under which number its latest words went out. */
export class Sender {
	private readonly parts: StateParts;
	private readonly isOpen: () => boolean;
	/** 0 while none of its words are known in this session. */
	textSeq = 0;

	constructor(parts: StateParts, isOpen: () => boolean) {
		this.parts = parts;
		this.isOpen = isOpen;
	}

	/** Returns the outer clock to wait for, or null when it could not be sent now (SR24). */
	async push(content: EntryContent): Promise<number | null> {
		const { heads, log, notices, writer } = this.parts;
		if (!this.isOpen()) return null;
		if (content.kind === 'edit' && content.update.length > MOST_UPDATE) {
			notices.say('tooLarge', true);
			return null;
		}
		const sealed = await writer.seal(content, heads.moved());
		if (sealed === null || !writer.isCurrent(sealed.generation)) return null;
		const clock = log.push(sealed.bytes);
		heads.markSaid(sealed.seen);
		if (content.kind === 'edit') this.textSeq = sealed.seq;
		return clock;
	}

	/** False when it could not be done now. */
	async publishState(): Promise<boolean> {
		if (!this.isOpen()) return false;
		const done = await publishState(this.parts);
		if (done?.hasOwnWords) this.textSeq = done.seq;
		return done !== null;
	}

	/** Own words found in the log: of an earlier session, or of another tab. */
	find(accepted: readonly Reading[]): void {
		for (const { entry } of accepted) {
			if (entry?.kind === 'edit' && entry.by === this.parts.circle.device.id) {
				this.textSeq = Math.max(this.textSeq, entry.seq);
			}
		}
	}
}
