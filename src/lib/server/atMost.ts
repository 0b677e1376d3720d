import { clock } from './clock.ts';

/** Whether `key` may do something once more: at most `times` within `milliseconds`. Forgotten when the process ends. */
export function atMost(times: number, milliseconds: number): (key: string) => boolean {
	const done = new Map<string, number[]>();
	return (key) => {
		const now = clock.now().getTime();
		const isRecent = (moment: number) => moment > now - milliseconds;
		for (const [other, moments] of done) if (!moments.some(isRecent)) done.delete(other);
		const recent = (done.get(key) ?? []).filter(isRecent);
		if (recent.length >= times) return false;
		done.set(key, [...recent, now]);
		return true;
	};
}
