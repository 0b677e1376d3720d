import type { EntryContent } from '#lib/crypto/entry/entry.ts';
import type { Reading } from './LogReader.ts';
import type { DocumentParts } from './parts.ts';
import { publishState } from './publishState.ts';

/** An entry that would not be read by others is not written. */
const MOST_UPDATE = 900 * 1024;

/** Puts this device's entries on the wire, and remembers under which number its latest words went out. */
export class Sender {
	private readonly parts: DocumentParts;
	/** 0 while none of its words are known in this session. */
	textSeq = 0;

	constructor(parts: DocumentParts) {
		this.parts = parts;
	}

	/** Returns the outer clock to wait for, or null when it could not be sent now (SR24). */
	async push(content: EntryContent): Promise<number | null> {
		const { gate, heads, log, notices, writer } = this.parts;
		// Lines of the roster go also while the text rests: one of them may say that the room is kept.
		const mayGo = () => (content.kind === 'records' ? gate.maySeal : gate.isOpen);
		if (!mayGo()) return null;
		if (content.kind === 'edit') {
			const isTooLarge = content.update.length > MOST_UPDATE;
			notices.say('tooLarge', isTooLarge, { because: 'edit' });
			if (isTooLarge) return null;
		}
		const under = await writer.current();
		if (under === null) return null;
		const sealed = await writer.seal(content, heads.moved(), under);
		// News may have come while it was sealed.
		if (!mayGo() || !writer.isCurrent(sealed.generation)) return null;
		const clock = log.push([sealed.bytes]);
		heads.markSaid(sealed.seen);
		if (content.kind === 'edit') this.textSeq = sealed.seq;
		return clock;
	}

	/** False when it could not be done now. */
	async publishState(): Promise<boolean> {
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
