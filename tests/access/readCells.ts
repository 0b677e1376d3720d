import type { Thing } from '#lib/domain/access/thing.ts';
import { Phase } from '#lib/domain/conference/phase.ts';
import { HOLDINGS } from '#server/pocketbase/holdings.ts';
import { ASKING } from './cast.ts';
import { type Item, sees } from './expected.ts';
import { inTurns } from './inTurns.ts';
import { markersIn } from './Planting.ts';
import type { PocketBaseSurface } from './surfaces/pocketbase.ts';
import type { Tally } from './tally.ts';

/** Where everything planted lies, and what of it each person is to see. */
export class Field {
	readonly items: readonly Item[];
	readonly byCollection = new Map<string, Item[]>();
	readonly #seen = new Map<string, Set<string>>();

	constructor(items: readonly Item[]) {
		this.items = items;
		for (const item of items) {
			const others = this.byCollection.get(item.collection);
			if (others) others.push(item);
			else this.byCollection.set(item.collection, [item]);
		}
	}

	/** Every marker that may stand in an answer to this person, wherever it was planted. */
	seenBy(who: string): Set<string> {
		const known = this.#seen.get(who);
		if (known) return known;
		const seen = new Set(this.items.filter((item) => sees(who, item)).map(({ marker }) => marker));
		this.#seen.set(who, seen);
		return seen;
	}
}

/**
 * Lets everybody list every collection, across all conferences at once: each marker is there exactly where the
 * table says so, and no other marker of any kind is in the answer.
 */
export async function listEverything(
	surface: PocketBaseSurface,
	field: Field,
	tally: Tally,
	asking = ASKING
): Promise<void> {
	await eachOf(field, asking, async (who, collection, items) => {
		const { text } = await surface.list(who, collection);
		for (const item of items) {
			tally.compare(cellOf(who, item), sees(who, item), text.includes(item.marker), `a row of ${collection}`);
		}
		noOthers(text, { who, field, tally, how: `listing ${collection}` });
	});
	for (const [thing, holding] of Object.entries(HOLDINGS)) {
		if (holding) continue;
		for (const who of asking) for (const phase of Phase.options) tally.notHeld(who, phase, thing as Thing);
	}
}

/** The same by id: one row that is to be found, and one that is to look as if it did not exist (AC3). */
export async function viewSome(surface: PocketBaseSurface, field: Field, tally: Tally): Promise<void> {
	let turn = 0;
	await eachOf(field, ASKING, async (who, collection, items) => {
		for (const expected of [true, false]) {
			const some = items.filter((item) => item.id && sees(who, item) === expected);
			const item = some[turn++ % some.length];
			if (!item) continue;
			const { status, text } = await surface.view(who, collection, item.id);
			const got = status === 200 && text.includes(item.marker);
			tally.compare(cellOf(who, item), expected, got, `${collection} by id`);
			if (!expected) tally.compare(cellOf(who, item), true, status === 404 || status === 403, `${collection} not there`);
		}
	});
}

/**
 * Nothing comes along with what may be seen: relations forwards and back are asked for all at once. It is slow, so
 * each asks every other collection, in turn of one conference; of the conferences themselves, of all.
 */
export async function expandEverything(surface: PocketBaseSurface, field: Field, tally: Tally): Promise<void> {
	const conferences = surface.conferences;
	let turn = 0;
	await eachOf(field, ASKING, async (who, collection) => {
		const all = surface.relationsOf(surface.collection(collection));
		if (!all.length) return;
		const one = conferences[turn++ % conferences.length];
		if (turn % 2 && !process.env.LONG_TESTS) return;
		const ofOne = collection === 'conferences' || process.env.LONG_TESTS ? '' : `&filter=conference='${one}'`;
		const { text } = await surface.list(who, collection, `&expand=${all.join(',')}${ofOne}`);
		noOthers(text, { who, field, tally, how: `expanding ${collection}` });
	});
}

/** Nor can it be guessed: a row that may be seen is not found by the words of one that may not, nor sorted by them. */
export async function guessSome(surface: PocketBaseSurface, field: Field, tally: Tally): Promise<void> {
	let turn = 0;
	await eachOf(field, ASKING, async (who, collection, items) => {
		const hidden = items.filter((item) => item.here && !sees(who, item));
		const text = surface.collection(collection).fields.find(({ type, name }) => type === 'text' && name !== 'id');
		const item = hidden[turn++ % hidden.length];
		if (!item || !text || collection === 'conferences') return;
		// Slow, so in turns: over all people every collection is guessed at several times.
		if (turn % 5 && !process.env.LONG_TESTS) return;
		const direct = await surface.list(who, collection, `&filter=${encodeURIComponent(`${text.name} ~ '${item.marker}'`)}`);
		tally.compare(cellOf(who, item), false, direct.text.includes(item.marker), `${collection} by its words`);
		const path = `${collection}_via_conference.${text.name}`;
		const filter = encodeURIComponent(`${path} ?= '${item.marker}'`);
		const guessed = await surface.list(who, 'conferences', `&filter=${filter}`);
		tally.compare(cellOf(who, item), false, guessed.text.includes('"id"'), `${collection} by guessing`);
	});
}

function eachOf(
	field: Field,
	asking: string[],
	work: (who: string, collection: string, items: Item[]) => Promise<void>
): Promise<void> {
	const all = asking.flatMap((who) => [...field.byCollection].map(([name, items]) => [who, name, items] as const));
	return inTurns(all, (one) => work(...one));
}

function cellOf(who: string, { phase, rights }: Item) {
	return { who, phase, things: Object.keys(rights) as Thing[] };
}

function noOthers(text: string, on: { who: string; field: Field; tally: Tally; how: string }): void {
	const seen = on.field.seenBy(on.who);
	for (const marker of markersIn(text)) {
		if (seen.has(marker)) continue;
		const item = on.field.items.find((one) => one.marker === marker);
		on.tally.wrong.add(`${on.who}, ${on.how}: a marker of ${item?.collection ?? 'nothing'}, ${item?.phase}`);
	}
}
