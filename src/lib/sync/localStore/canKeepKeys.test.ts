import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { canKeepKeys } from './canKeepKeys.ts';
import { indexedDbStore } from './indexedDbStore.ts';

/** How this browser keeps a key: what lies there afterwards, or it throws. */
const browser = vi.hoisted(() => ({ keep: (value: unknown): unknown => value, kept: new Map<string, unknown>() }));

vi.mock('idb', () => {
	const put = async (value: unknown, name: string) => void browser.kept.set(name, browser.keep(value));
	const store = { put, get: async (name: string) => browser.kept.get(name) };
	const db = {
		put: (_: string, value: unknown, name: string) => put(value, name),
		get: (_: string, name: string) => store.get(name),
		transaction: () => ({ store, objectStore: () => store, done: Promise.resolve() }),
		close() {}
	};
	return { openDB: async () => db, deleteDB: async () => browser.kept.clear() };
});

const asItIs = (value: unknown) => value;
const refuses = () => {
	throw new DOMException('a key cannot be cloned', 'DataCloneError');
};

beforeEach(() => {
	browser.keep = asItIs;
	browser.kept.clear();
	vi.stubGlobal('isSecureContext', true);
	vi.stubGlobal('navigator', { locks: {} });
});
afterEach(() => vi.unstubAllGlobals());

it('[SR38] a browser that keeps a key and gives it back may keep the room, and nothing of the trial stays', async () => {
	expect(await canKeepKeys()).toBe(true);
	expect([...browser.kept]).toEqual([]);
});

it.each([
	['refuses keys, as a private window does', refuses],
	['keeps something else in a key’s place', () => ({})]
])('[SR38] one that %s is offered "niets achter" only', async (_, keep) => {
	browser.keep = keep;
	expect(await canKeepKeys()).toBe(false);
});

it('[SR38] so is one without a safe address, or without locks for its tabs', async () => {
	vi.stubGlobal('isSecureContext', false);
	expect(await canKeepKeys()).toBe(false);
	vi.stubGlobal('isSecureContext', true);
	vi.stubGlobal('navigator', {});
	expect(await canKeepKeys()).toBe(false);
});

it('[SR38] where keys cannot be kept there is no store, and nothing was written down in another form', async () => {
	browser.keep = (value) => (value instanceof CryptoKey ? refuses() : value);
	await expect(indexedDbStore('a'.repeat(64) as never, 'p-Riet')).rejects.toThrow('cannot be cloned');
	expect([...browser.kept]).toEqual([]);
});

it('[SR38] what is kept of a key cannot be read out', async () => {
	await indexedDbStore('a'.repeat(64) as never, 'p-Riet');
	const [key] = [...browser.kept.values()] as [CryptoKey];
	await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
});
