import { createSubscriber } from 'svelte/reactivity';

type Observable = { observeDeep(changed: () => void): void; unobserveDeep(changed: () => void): void };

/**
 * Reads from a shared type so that whoever shows it is told when it changes. A shared type itself never becomes
 * deep state: only what `read` makes of it.
 * @param parts the smallest shared types that hold all that `read` looks at
 */
export function observed<T>(parts: Observable | Observable[], read: () => T): () => T {
	const all = [parts].flat();
	const subscribe = createSubscriber((changed) => {
		for (const part of all) part.observeDeep(changed);
		return () => all.forEach((part) => part.unobserveDeep(changed));
	});
	return () => {
		subscribe();
		return read();
	};
}
