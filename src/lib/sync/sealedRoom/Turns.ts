/**
 * Does one piece of work, one turn at a time; asked for while it is busy, it does one more turn afterwards. What
 * goes wrong in a turn is told and does not stop the next.
 */
export class Turns {
	private readonly work: () => Promise<void>;
	private readonly failed: (error: unknown) => void;
	private running: Promise<void> | null = null;
	private again = false;

	constructor(work: () => Promise<void>, failed: (error: unknown) => void) {
		this.work = work;
		this.failed = failed;
	}

	/** Resolves when a turn that began after this call has ended. */
	ask(): Promise<void> {
		this.again = true;
		this.running ??= this.run();
		return this.running;
	}

	/** Resolves when nothing runs. */
	async rest(): Promise<void> {
		await this.running;
	}

	private async run(): Promise<void> {
		// Callers in the same breath are served by one turn.
		await Promise.resolve();
		while (this.again) {
			this.again = false;
			await this.work().catch(this.failed);
		}
		this.running = null;
	}
}
