import type { Words } from '#lib/i18n/nl.ts';

/** Who can be somebody at a station, and where the click leads. */
export type DemoDoor = {
	id: string;
	name: string;
	role: string;
	group: keyof Words['demo']['groups'];
	url: string;
};

export type DemoStation = {
	name: keyof Words['demo']['stations'];
	/** ISO 8601 */
	at: string;
	doors: DemoDoor[];
};

/** Doors that stand together, in the order in which people stand around the family. */
export function grouped(doors: DemoDoor[]): { group: DemoDoor['group']; doors: DemoDoor[] }[] {
	const order = ['family', 'beside', 'coordinator', 'professional', 'region'] as const;
	return order
		.map((group) => ({ group, doors: doors.filter((door) => door.group === group) }))
		.filter((one) => one.doors.length > 0);
}

/** The letters on somebody's picture: of Yara de Wit a Y and a W. */
export function initials(name: string): string {
	const capitals = name.split(' ').filter((part) => /^\p{Lu}/u.test(part));
	return [...new Set([capitals[0], capitals.at(-1)])].map((part) => part?.[0] ?? '').join('');
}
