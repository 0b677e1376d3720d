const MOST_ITEMS = 5000;
const MOST_BYTES = 16 * 1024 * 1024;

/** SR42: more than any circle writes; only a flood is. Reading stops, work on this device goes on. */
export function isTooMuch(items: readonly unknown[]): boolean {
	if (items.length > MOST_ITEMS) return true;
	const bytes = items.reduce<number>((sum, item) => sum + (item instanceof Uint8Array ? item.length : 0), 0);
	return bytes > MOST_BYTES;
}
