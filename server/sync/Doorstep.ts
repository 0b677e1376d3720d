import * as Y from 'yjs';
import { machineClock } from '#lib/domain/clock/clock.ts';
import { AT_DOOR, CLOSE, LIMITS, PACE, isDoorName } from '#lib/sync/protocol.ts';
import { Refusal } from './Refusal.ts';

/**
 * Keeps a door what it is: a few small things, by name, for three days. What they say the server does not look at;
 * a knock proves itself to the device it is for.
 */
export class Doorstep {
	readonly #doc: Y.Doc;
	readonly #things: Y.Map<unknown>;
	/** Name → when the server first saw something there. Only the server's word counts; it is kept with the rest. */
	readonly #since: Y.Map<unknown>;

	constructor(doc: Y.Doc) {
		this.#doc = doc;
		this.#things = doc.getMap(AT_DOOR.things);
		this.#since = doc.getMap(AT_DOOR.since);
	}

	/** Throws a Refusal when an update would put anything else in the document, where `tidy` could not reach it. */
	check(update: Uint8Array): void {
		for (const struct of Y.decodeUpdate(update).structs) {
			if (struct instanceof Y.Item && !isThing(struct)) throw new Refusal(CLOSE.malformed);
		}
	}

	/**
	 * Takes away what is misnamed, too large, too old, or (the oldest first) too much, and notes since when the rest
	 * has been here. True when something went.
	 */
	tidy(now: number = machineClock.now().getTime()): boolean {
		let hasGone = false;
		this.#doc.transact(() => {
			const kept = [...this.#things].filter(([name, thing]) => this.#mayStay(name, thing, now));
			const sorted = kept.map(([name]) => name).sort((a, b) => this.#sinceOf(b, now) - this.#sinceOf(a, now));
			const staying = new Set(sorted.slice(0, LIMITS.doorThings));
			for (const name of [...this.#things.keys(), ...this.#since.keys()]) {
				if (staying.has(name)) continue;
				hasGone = true;
				this.#things.delete(name);
				this.#since.delete(name);
			}
			for (const name of staying) {
				if (this.#since.get(name) !== this.#sinceOf(name, now)) this.#since.set(name, now);
			}
		}, null);
		return hasGone;
	}

	#mayStay(name: string, thing: unknown, now: number): boolean {
		const isSmall = thing instanceof Uint8Array && thing.length <= LIMITS.doorThingBytes;
		return isSmall && isDoorName(name) && now - this.#sinceOf(name, now) <= PACE.door;
	}

	/** A time that is none, or has not been yet, was written by somebody else. */
	#sinceOf(name: string, now: number): number {
		const since = this.#since.get(name);
		return typeof since === 'number' && since <= now ? since : now;
	}
}

/** A value under a name of one of the two maps. What came after another under its name has the other's place. */
function isThing({ parent, parentSub, content }: Y.Item): boolean {
	const maps: unknown[] = Object.values(AT_DOOR);
	if (parent !== null && (!maps.includes(parent) || parentSub === null)) return false;
	if (content instanceof Y.ContentBinary) return content.content.length <= LIMITS.doorThingBytes;
	if (content instanceof Y.ContentAny) return content.arr.length === 1 && typeof content.arr[0] === 'number';
	return content instanceof Y.ContentDeleted;
}
