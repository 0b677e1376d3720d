import { cast } from './cast.ts';
import type { Door } from './doors.ts';
import { STATIONS } from './stations.ts';

/** Who stands together on the welcome page. */
export type Group = 'family' | 'coordinator' | 'professional' | 'beside' | 'region';

/** Where the welcome page finds the doors: it is bundled apart from this program and runs in the same process. */
const PLACE = Symbol.for('rondom.demo');

/** Hands the welcome page the stations with their doors (src/lib/server/demo.ts reads them). */
export function tellWelcomePage(doors: readonly Door[]): void {
	const stations = STATIONS.map(({ name, at }) => ({
		name,
		at,
		doors: doors.filter(({ station }) => station === name).map((door) => ({ ...door, group: groupOf(door.id) }))
	}));
	Object.assign(globalThis, { [PLACE]: stations });
}

function groupOf(id: string): Group {
	if (cast.professionals.some((professional) => professional.id === id)) return 'professional';
	const role = cast.others.find((other) => other.id === id)?.role;
	if (role === 'coordinator') return 'coordinator';
	if (role === 'regionManager') return 'region';
	return role === 'interpreter' ? 'beside' : 'family';
}
