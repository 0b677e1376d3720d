import { utf8 } from '#lib/crypto/conventions/bytes.ts';
import type { LocalStore } from '../localStore/localStore.ts';

const ROW = 'tries';
const HOUR = 60 * 60_000;
const MOST_AN_HOUR = 3;

/**
 * Counts one more try at the pictures on this device; false when there were three within the hour (F4). Each try is
 * one chance in sixteen million for whoever stands between; a count keeps it that.
 */
export async function countTry(store: LocalStore, now: number): Promise<boolean> {
	const row = await store.read(ROW);
	const all = row === null ? [] : (JSON.parse(new TextDecoder().decode(row)) as number[]);
	const lately = all.filter((at) => Math.abs(now - at) < HOUR);
	if (lately.length >= MOST_AN_HOUR) return false;
	await store.change([{ name: ROW, content: utf8(JSON.stringify([...lately, now])) }]);
	return true;
}
