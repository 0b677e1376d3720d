import type { Words } from '#lib/i18n/nl.ts';
import type { InsideDevice } from '#lib/state/Insiders.svelte.ts';

type Named = Pick<InsideDevice, 'kind' | 'isThis' | 'isSheet'>;

/** What a device, sheet or link is called: `telefoon (dit apparaat)`. */
export function callDevice({ kind, isThis, isSheet }: Named, { room, inside }: Words): string {
	if (isSheet) return inside.sheet;
	const kinds = room.kindsOfDevice as Record<string, string>;
	const called = kinds[kind] ?? kind;
	return isThis ? `${called} (${inside.thisDevice})` : called;
}

/** How it came in, and by whom. */
export function cameIn({ way, letInBy, name, isSheet }: InsideDevice, { inside }: Words): string {
	if (isSheet) return inside.madeBy(letInBy || name);
	return inside.ways[way](letInBy);
}
