import { createSubscriber } from 'svelte/reactivity';

type Observable = { observeDeep(changed: () => void): void; unobserveDeep(changed: () => void): void };

/**
 * Reads from a shared type so that whoever shows it is told when it changes. A shared type itself never becomes
 * deep state: only what `read` makes of it.
 * @param part the smallest shared type that holds all that `read` looks at
 */
export function observed<T>(part: Observable, read: () => T): () => T {
	const subscribe = createSubscriber((changed) => {
		part.observeDeep(changed);
		return () => part.unobserveDeep(changed);
	});
	return () => {
		subscribe();
		return read();
	};
}
