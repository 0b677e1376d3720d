import { shortDeviceId } from '#lib/crypto/entry/entry.ts';
import type { Circle } from './Circle.ts';
import type { Heads } from './Heads.ts';

/** Names of the others, each once, of whom a device says it has read this device's entry `seq`. */
export function whoHasSeen({ roster, device, me }: Circle, heads: Heads, seq: number): string[] {
	const readers = new Set(seq === 0 ? [] : heads.whoHasSeen(shortDeviceId(device.id), seq));
	const others = [...roster.devices.values()].filter(
		({ id, person }) => readers.has(shortDeviceId(id)) && person !== me?.person
	);
	return [...new Set(others.map(({ name }) => name))].sort();
}
