import type { Scheduler } from './scheduler.ts';

/** Something that tells when it may have changed. */
type Telling = { onChange(listener: () => void): () => void };

/** Resolves with true as soon as something is so, and with false when it was not within so many milliseconds. */
export function waitFor(
	isSo: () => boolean,
	tellers: readonly Telling[],
	scheduler: Scheduler,
	milliseconds: number
): Promise<boolean> {
	return new Promise((resolve) => {
		const stop: (() => void)[] = [];
		const end = (outcome: boolean) => {
			for (const one of stop) one();
			resolve(outcome);
		};
		const look = () => {
			if (isSo()) end(true);
		};
		stop.push(scheduler.after(milliseconds, () => end(isSo())));
		stop.push(...tellers.map((teller) => teller.onChange(look)));
		look();
	});
}
