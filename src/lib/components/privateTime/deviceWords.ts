import type { Words } from '#lib/i18n/nl.ts';
import type { InsideDevice } from '#lib/state/Insiders.svelte.ts';

type Named = Pick<InsideDevice, 'kind' | 'isThis' | 'isSheet' | 'isLink'>;

/** What a device, sheet or link is called: `telefoon (dit apparaat)`. */
export function callDevice({ kind, isThis, isSheet, isLink }: Named, { room, inside }: Words): string {
	if (isSheet) return inside.sheet;
	if (isLink) return inside.link;
	const kinds = room.kindsOfDevice as Record<string, string>;
	const called = kinds[kind] ?? kind;
	return isThis ? `${called} (${inside.thisDevice})` : called;
}

/** How it came in, and by whom. */
export function cameIn({ way, letInBy, name, isSheet, isLink }: InsideDevice, { inside }: Words): string {
	if (isSheet || isLink) return inside.madeBy(letInBy || name);
	return inside.ways[way](letInBy);
}
