import { uuidv4 } from 'lib0/random';
import * as Y from 'yjs';
import type { z } from 'zod';
import { BY_HAND } from './origin.ts';

/*
 * A list that people change together, the same shape everywhere:
 *
 *   Y.Map  id → Y.Map
 *              ├─ at      number     its place: lowest first, equal places by id
 *              ├─ <prose> Y.Text     what somebody types; merges letter by letter
 *              ├─ <named> Y.Map      id → true: people or things named; naming merges
 *              ├─ <other> string     chosen values; the last choice stands
 *              └─ aside   true        put aside: not shown, but nothing of it is gone
 *
 * It is a map and not a Y.Array because moving within an array means deleting and inserting again, which would
 * throw away what somebody else is typing in that line.
 */
export type ItemList = Y.Map<Y.Map<unknown>>;
/** What a new item is made of: strings of prose, names, chosen values, and in a plan its number. */
export type Fields = {
	prose?: Record<string, string>;
	named?: Record<string, string[]>;
	chosen?: Record<string, string>;
	number?: number;
};

/** Items that could be read, in order, and how many were left out because they make no sense (SR29). */
export type ReadList<T> = { items: T[]; unreadable: number };
const ASIDE = 'aside';

const SMALLEST_GAP = 1e-6;

function change(list: ItemList, how: () => void): void {
	list.doc!.transact(how, BY_HAND);
}

/** Ids in the order in which the list is shown, those put aside among them. */
export function inOrder(list: ItemList): string[] {
	const place = (id: string): number => {
		const item: unknown = list.get(id);
		const at = item instanceof Y.Map ? item.get('at') : undefined;
		return typeof at === 'number' && Number.isFinite(at) ? at : Infinity;
	};
	return [...list.keys()].sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
}

function renumber(list: ItemList, ids: string[]): void {
	ids.forEach((id, i) => list.get(id)?.set('at', i + 1));
}

/** Adds an item at the end and returns its id. */
export function addItem(list: ItemList, fields: Fields): string {
	const id = uuidv4();
	const last = list.get(inOrder(list).at(-1) ?? '')?.get('at');
	putItem(list, id, { ...fields, at: Math.floor(Number.isFinite(last) ? (last as number) : 0) + 1 });
	return id;
}

/** Puts an item with an id of its own at a place. Of two that put the same one, one stands. */
export function putItem(list: ItemList, id: string, fields: Fields & { at: number }): void {
	const { prose = {}, named = {}, chosen = {}, number, at } = fields;
	change(list, () => {
		const item = new Y.Map<unknown>([['at', at]]);
		if (number !== undefined) item.set('number', number);
		for (const [field, text] of Object.entries(prose)) item.set(field, new Y.Text(text));
		for (const [field, ids] of Object.entries(named)) item.set(field, new Y.Map(ids.map((one) => [one, true])));
		for (const [field, value] of Object.entries(chosen)) item.set(field, value);
		list.set(id, item);
	});
}

export function removeItem(list: ItemList, id: string): void {
	change(list, () => list.delete(id));
}

/**
 * Puts an item aside, or takes it back. Unlike removing it, this keeps what somebody else types in it meanwhile,
 * on a phone without network for example (PT5).
 */
export function putAside(list: ItemList, id: string, isAside: boolean): void {
	change(list, () => {
		if (isAside) list.get(id)?.set(ASIDE, true);
		else list.get(id)?.delete(ASIDE);
	});
}

function isAside(item: unknown): boolean {
	return item instanceof Y.Map && item.get(ASIDE) === true;
}

/** Moves an item in front of another, or to the end; what others type in it meanwhile stays. */
export function moveItem(list: ItemList, id: string, before: string | null): void {
	change(list, () => {
		if (!list.has(id)) return;
		const others = inOrder(list).filter((other) => other !== id);
		const at = before === null ? others.length : Math.max(0, others.indexOf(before));
		const place = (other: string | undefined) => (other === undefined ? undefined : Number(list.get(other)!.get('at')));
		const [left, right] = [place(others[at - 1]), place(others[at])];
		const low = left ?? (right ?? 1) - 1;
		const high = right ?? low + 2;
		if (high - low > SMALLEST_GAP) list.get(id)!.set('at', (low + high) / 2);
		else renumber(list, [...others.slice(0, at), id, ...others.slice(at)]);
	});
}

/** The shared text of one field, to bind a text box to; null when the item is gone. */
export function proseOf(list: ItemList, id: string, field: string): Y.Text | null {
	const text = list.get(id)?.get(field);
	return text instanceof Y.Text ? text : null;
}

export function choose(list: ItemList, id: string, field: string, value: string): void {
	change(list, () => list.get(id)?.set(field, value));
}

/** Names somebody or something in a field, or takes the name out. */
export function name(list: ItemList, id: string, field: string, named: string, isNamed: boolean): void {
	change(list, () => {
		const names = list.get(id)?.get(field);
		if (!(names instanceof Y.Map)) return;
		if (isNamed) names.set(named, true);
		else names.delete(named);
	});
}

function plain(value: unknown): unknown {
	if (value instanceof Y.Text) return value.toString();
	if (value instanceof Y.Map) return [...value.keys()].sort();
	return value;
}

/**
 * All items that fit `schema`, in order. One that does not is counted and never stops the others (SR29).
 * @param which the items of the list, or those that were put aside
 */
export function readItems<T>(list: ItemList, schema: z.ZodType<T>, which: 'list' | 'aside' = 'list'): ReadList<T> {
	const items: T[] = [];
	let unreadable = 0;
	for (const id of inOrder(list)) {
		const item: unknown = list.get(id);
		if (isAside(item) !== (which === 'aside')) continue;
		const fields = item instanceof Y.Map ? [...item].map(([field, value]) => [field, plain(value)]) : [];
		const read = schema.safeParse({ ...Object.fromEntries(fields), id });
		if (read.success) items.push(read.data);
		else unreadable++;
	}
	return { items, unreadable };
}
