import type { Device } from '#lib/crypto/device/device.ts';
import type { Bytes } from '#lib/crypto/conventions/bytes.ts';
import type { LocalStore } from './localStore.ts';

/** Keeps nothing beyond this page: for "laat niets achter", and for devices that are no browser. */
export function memoryStore(): LocalStore {
	let device: Device | null = null;
	const rows = new Map<string, Bytes>();
	const keys = new Map<string, CryptoKey>();
	return {
		readDevice: async () => device,
		keepDevice: async (kept) => void (device = kept),
		read: async (name) => rows.get(name) ?? null,
		readKey: async (name) => keys.get(name) ?? null,
		list: async (prefix) =>
			[...rows].filter(([name]) => name.startsWith(prefix)).map(([name, content]) => ({ name, content })),
		async change(put, remove = []) {
			for (const name of remove) for (const kept of [rows, keys]) kept.delete(name);
			for (const one of put) {
				if ('key' in one) keys.set(one.name, one.key);
				else rows.set(one.name, one.content);
			}
		},
		close() {},
		async wipe() {
			device = null;
			rows.clear();
			keys.clear();
		}
	};
}

/** Stores in memory, each the same one whenever it is opened again. */
export function memoryStores(): (roomId: string, person: string) => Promise<LocalStore> {
	const stores = new Map<string, LocalStore>();
	return async (roomId, person) => {
		const name = `${roomId}/${person}`;
		if (!stores.has(name)) stores.set(name, memoryStore());
		return stores.get(name)!;
	};
}
