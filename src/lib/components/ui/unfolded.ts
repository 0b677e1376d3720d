import { browser } from '$app/environment';
import { createAttachmentKey } from 'svelte/attachments';
import type { HTMLDetailsAttributes } from 'svelte/elements';

/**
 * For `<details {...unfolded(() => condition)}>`: open when the page says so, and it follows when the page changes its
 * mind. What somebody unfolds before the script has loaded stays unfolded; a plain `open` would fold it again.
 */
export function unfolded(isOpen: () => boolean): HTMLDetailsAttributes {
	if (!browser) return { open: isOpen() };
	let before: boolean | undefined;
	return {
		[createAttachmentKey()](details: HTMLDetailsElement) {
			const now = isOpen();
			const isNews = before === undefined ? now : now !== before;
			if (isNews) details.open = now;
			before = now;
		}
	};
}
