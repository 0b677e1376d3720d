import type { GenerationId } from '#lib/crypto/generation/generation.ts';
import type { Roster, RosterDevice } from '#lib/crypto/roster/evaluate.ts';

export type DueBox = { name: string; generation: GenerationId; device: RosterDevice };

/** How a lockbox is called in `env`. */
export function boxName(generation: GenerationId, device: Pick<RosterDevice, 'id'>): string {
	return `b/${generation}/${device.id}`;
}

/**
 * Who must have a box of which generation: live devices, sheets included, and only generations whose record is
 * well-formed here (SR11). Without this a device that was taken out is handed the new key.
 */
export function boxesDue(roster: Roster, generations: Iterable<GenerationId>): DueBox[] {
	const live = [...roster.devices.values()].filter(({ standing }) => standing === 'live');
	return [...new Set(generations)]
		.filter((generation) => roster.generations.has(generation))
		.flatMap((generation) => live.map((device) => ({ name: boxName(generation, device), generation, device })));
}
