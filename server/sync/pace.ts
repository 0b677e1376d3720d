/**
 * Does a thing at once when asked, and after that at most once per interval, however often it is asked.
 * The last request is never lost: it is done when the interval ends.
 */
export class Pace {
	readonly #interval: number;
	readonly #act: () => void;
	#timer: NodeJS.Timeout | undefined;
	#asked = false;

	/** @param interval in milliseconds */
	constructor(interval: number, act: () => void) {
		this.#interval = interval;
		this.#act = act;
	}

	ask(): void {
		if (this.#timer) {
			this.#asked = true;
			return;
		}
		this.#timer = setTimeout(() => this.#next(), this.#interval);
		this.#act();
	}

	/** Forgets what was asked and not yet done. */
	stop(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		this.#asked = false;
	}

	#next(): void {
		this.#timer = undefined;
		if (!this.#asked) return;
		this.#asked = false;
		this.ask();
	}
}
