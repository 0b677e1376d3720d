import type { Wire } from '../wire/wire.ts';
import type { Circle } from './Circle.ts';

/** The one question before anything is sealed for the wire (SR24); one per document. */
export class Gate {
	private readonly circle: Circle;
	private readonly wire: Wire;
	/** The gate of `book`, which carries the roster; null for that one itself. */
	private readonly book: Gate | null;
	private judged = false;
	/** At some time on this page all that the server had was judged. */
	wasJudged = false;
	/** Whether the room is ending, or this document is: its text rests, and nothing is healed (SR34). */
	rests: () => boolean = () => false;

	constructor(circle: Circle, wire: Wire, book: Gate | null) {
		this.circle = circle;
		this.wire = wire;
		this.book = book;
	}

	/** Everything that came since the last sync has been opened and judged. */
	get isJudged(): boolean {
		return this.judged;
	}

	set isJudged(isSo: boolean) {
		this.judged = isSo;
		this.wasJudged ||= isSo;
	}

	/** The roster is here as the server has it, so a gathering's text can be told from that of who is out (SR18). */
	get mayRead(): boolean {
		return this.book === null || this.book.wasJudged;
	}

	/** All that the server sent has been judged, and none of it was left out. */
	get isUpToDate(): boolean {
		return this.isJudged && this.wire.state === 'synced' && !this.circle.isFull;
	}

	/** This device may sign and publish lines of the roster: inside, and it knows all there is to know. */
	get mayAct(): boolean {
		return this.circle.isLive && this.isUpToDate && (this.book === null || this.book.isUpToDate);
	}

	/** The same, and it holds the key to seal under. */
	get maySeal(): boolean {
		const { roster, keys } = this.circle;
		return this.mayAct && roster.writeGeneration !== null && keys.proven(roster.writeGeneration, roster) !== null;
	}

	/** Words may go out. */
	get isOpen(): boolean {
		return this.maySeal && !this.isAtRest;
	}

	get isAtRest(): boolean {
		return this.rests() || this.book?.isAtRest === true;
	}
}
