import type { Circle } from '../sealedRoom/Circle.ts';

/**
 * Calls `gone` for everybody of whom nothing is in any more, once each: their open invitations die, and the server
 * need not let them in (F8). On every device, for each has invitations of its own. Returns what ends it.
 */
export function watchDepartures(circle: Circle, gone: (person: string) => void): () => void {
	const told = new Set<string>();
	const look = () => {
		const devices = [...circle.roster.devices.values()];
		const inside = new Set(devices.filter(({ standing }) => standing !== 'removed').map(({ person }) => person));
		for (const person of inside) told.delete(person);
		for (const { person } of devices) {
			if (inside.has(person) || told.has(person)) continue;
			told.add(person);
			gone(person);
		}
	};
	look();
	return circle.onChange(look);
}
