import { grants } from '#lib/domain/access/access.ts';
import { SEALED_THINGS, Thing } from '#lib/domain/access/thing.ts';
import { CLOSE, formatRoom, parseRoom } from '#lib/sync/protocol.ts';
import { step1 } from '#tests/server/sync/messages.ts';
import { ASKING } from './cast.ts';
import { standingIn } from './expected.ts';
import { inTurns } from './inTurns.ts';
import { newMarker, type Planting } from './Planting.ts';
import { roomIdOf } from './seeds/day.ts';
import { type SyncSurface, atDoor, documentOf } from './surfaces/sync.ts';
import type { Tally } from './tally.ts';

/** One room in one conference: what lies in it, and what each person is going to write there. */
export type PlantedRoom = { of: Planting; thing: Thing; name: string; marker: string; question: string };

/** The things that the sync server holds; every other thing is n/a there. */
export const IN_ROOMS = ['agenda', 'question', 'privateRoom', 'circleBook', 'door'] as const;

export function roomsOf(to: Planting): PlantedRoom[] {
	return IN_ROOMS.map((thing) => ({ of: to, thing, name: nameOf(thing, to), marker: newMarker(), question: newMarker() }));
}

/** Plants a marker, and the question apart, in each room. `surface` lets everybody do everything. */
export async function plantRooms(surface: SyncSurface, rooms: readonly PlantedRoom[]): Promise<void> {
	await inTurns(rooms, async ({ name, marker, question }) => {
		const peer = surface.open('planter', name);
		const planted = name.startsWith('door/') ? atDoor([marker, question]) : documentOf({ strengths: marker, question });
		await peer.send(step1(), planted, step1());
		await surface.enter('control', name, '');
		peer.ws.close();
		await peer.ended;
	});
}

/** Lets everybody enter every room, read, and write their own name: as far as the table says and no further. */
export async function enterEverywhere(surface: SyncSurface, rooms: readonly PlantedRoom[], tally: Tally): Promise<void> {
	const markers = new Set(rooms.flatMap(({ marker, question }) => [marker, question]));
	const all = rooms.flatMap((room) => ASKING.map((who) => ({ who, room })));
	await inTurns(all, async ({ who, room }) => {
		const { of: to, thing, name, marker, question } = room;
		const cell = { who, phase: to.phase, things: [thing] };
		const got = await surface.enter(who, name, signatureOf(who, room));
		const expected = levelIn(who, room);
		tally.compare(cell, expected, got.level === 'refused' ? got.code : got.level, name);
		if (got.level === 'refused') return;
		for (const one of markers) {
			tally.compare(cell, one === marker || one === question, got.text.includes(one), `what is in ${name}`);
		}
		const isWritten = got.level === 'write';
		tally.compare(cell, isWritten, got.text.includes(signatureOf(who, room)), `what was written in ${name}`);
	});
	for (const { of: to } of rooms) {
		const elsewhere = Thing.options.filter((thing) => !(IN_ROOMS as readonly Thing[]).includes(thing));
		for (const who of ASKING) for (const thing of elsewhere) tally.notHeld(who, to.phase, thing);
	}
}

/** AC6: who may know the question and not the rest gets it by itself, and nothing else with it. */
export async function askQuestions(surface: SyncSurface, rooms: readonly PlantedRoom[], tally: Tally): Promise<void> {
	const families = rooms.filter(({ thing }) => thing === 'question');
	const all = families.flatMap((room) => ASKING.map((who) => ({ who, room })));
	await inTurns(all, async ({ who, room: { of: to, question, marker } }) => {
		const { status, text } = await surface.question(who, to.id);
		const given = grants(standingIn(who, to.phase, to.here), to.phase, 'question');
		const may = given.some(({ portion }) => portion === 'all' || portion === 'question');
		const cell = { who, phase: to.phase, things: ['question' as const] };
		tally.compare(cell, who === 'visitor' ? 401 : may ? 200 : 404, status, 'the question');
		tally.compare(cell, may, text.includes(question), 'its words');
		tally.compare(cell, false, text.includes(marker), 'the rest of the document');
	});
}

/**
 * What may be done in a room: the best that the table grants of the whole thing (of a door: of knocking), or how it
 * stays shut.
 */
export function levelIn(who: string, { of: to, thing }: Pick<PlantedRoom, 'of' | 'thing'>): 'read' | 'write' | number {
	if (who === 'visitor') return CLOSE.signIn;
	const needed = thing === 'door' ? 'knocking' : 'all';
	const given = grants(standingIn(who, to.phase, to.here), to.phase, thing).filter(({ portion }) => portion === needed);
	if (given.some(({ level }) => level === 'write' || level === 'relay')) return 'write';
	return given.length ? 'read' : CLOSE.notAllowed;
}

/** What somebody writes in a room: nothing that occurs elsewhere. */
export function signatureOf(who: string, { of: to, thing }: Pick<PlantedRoom, 'of' | 'thing'>): string {
	return `<${who} ${to.phase} ${thing} ${to.here}>`;
}

function nameOf(thing: Thing, to: Planting): string {
	const conference = to.id;
	const document = thing === 'circleBook' ? 'book' : 'g1';
	if (SEALED_THINGS.includes(thing)) {
		return formatRoom({ kind: 'sealed', conference, roomId: roomIdOf(to), document });
	}
	const kind = thing === 'agenda' ? 'open' : thing === 'door' ? 'door' : 'family';
	const name = formatRoom({ kind, conference });
	if (!parseRoom(name)) throw new Error(`${name} is no room`);
	return name;
}
