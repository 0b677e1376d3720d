import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Role } from '#lib/domain/access/role.ts';
import { Thing } from '#lib/domain/access/thing.ts';
import { machineClock } from '#lib/domain/clock/clock.ts';
import { Phase } from '#lib/domain/conference/phase.ts';
import { CLOSE } from '#lib/sync/protocol.ts';
import { HOLDINGS } from '#server/pocketbase/holdings.ts';
import { pocketBaseAdmission } from '#server/sync/admission.ts';
import { watchRights } from '#server/sync/watch.ts';
import { type TestPocketBase, startForTest } from '#tests/server/pocketbase/startForTest.ts';
import { ASKING } from './cast.ts';
import { unreached } from './coverage.ts';
import { askDomain } from './domainCells.ts';
import { sees, standingIn } from './expected.ts';
import { Field, expandEverything, guessSome, listEverything, viewSome } from './readCells.ts';
import { type Planted, plant } from './seeds/plant.ts';
import { PocketBaseSurface } from './surfaces/pocketbase.ts';
import { EVERYTHING, SyncSurface } from './surfaces/sync.ts';
import * as rooms from './syncCells.ts';
import { Tally } from './tally.ts';
import { tryEverything } from './writeCells.ts';

/**
 * The matrix: what the one access table says of every role, phase and thing, asked of domain, PocketBase and sync
 * server. What is expected comes from the domain's `grants` alone; that the table itself is the method's is
 * tested beside it.
 */
let pb: TestPocketBase;
let planted: Planted;
let surface: PocketBaseSurface;
let field: Field;
const domain = askDomain();
const database = new Tally();
const sockets = new Tally();

beforeAll(async () => {
	pb = await startForTest();
	await pb.su.settings.update({ rateLimits: { enabled: false } });
	planted = await plant(pb);
	surface = await PocketBaseSurface.of(pb, planted.accounts);
	surface.conferences = planted.conferences.map(({ id }) => id);
	field = new Field([...planted.conferences, planted.elsewhere].flatMap((one) => one.items));
}, 120_000);
afterAll(async () => {
	await pb?.stop();
	const answers = domain.compared + database.compared + sockets.compared;
	console.log(
			`matrix: ${domain.of('domain')}, ${database.of('PocketBase')}, ${sockets.of('sync')}; ${answers} answers compared`
		);
});

/** What differs, as one readable list. */
const none = (tally: Tally) => expect([...tally.wrong].sort()).toEqual([]);

describe('the domain', () => {
	it('has somebody of the cast in every role, and every special standing', () => {
		const roles = new Set(ASKING.flatMap((who) => [...standingIn(who, 'followThrough').roles]));
		expect([...roles].sort()).toEqual([...Role.options].sort());
	});

	it('[AC4] gives everybody the union of their hats, less what bars them', () => none(domain));
});

/** Collections that are part of no thing: what is said of them is tested in tests/server. */
const BESIDE_THE_TABLE = ['accounts', 'codes', 'my_conferences', 'regions'];
/** What the program works out, or the interface keeps, and no row is. */
const NOT_IN_ROWS = [
	// A right to put something in, read by others.
	'contactPerson contactData adding',
	'coordinator evaluation ownWork',
	'regionManager evaluation counts',
	'regionManager presentedPlan counts'
];

describe('PocketBase', { timeout: 120_000 }, () => {
	it('holds every thing, or says n/a: networkMap, agenda, question, privateRoom, circleBook, archive', () => {
		const held = Thing.options.filter((thing) => HOLDINGS[thing] !== null);
		const missing = Thing.options.filter((thing) => !held.includes(thing));
		expect(missing).toEqual(['networkMap', 'agenda', 'question', 'privateRoom', 'circleBook', 'archive']);
		const named = held.flatMap((thing) => HOLDINGS[thing]!.collections);
		const all = surface.collections.map(({ name }) => name);
		expect([...new Set([...named, ...BESIDE_THE_TABLE])].sort()).toEqual(all.sort());
		expect(named.filter((name) => !field.byCollection.has(name))).toEqual([]);
	});

	it('is planted so that the superuser finds every marker, and every grant of the table reaches one', async () => {
		for (const [collection, items] of field.byCollection) {
			const { text } = await surface.list('superuser', collection);
			expect(items.filter(({ marker }) => !text.includes(marker))).toEqual([]);
		}
		expect(unreached(field.items)).toEqual(NOT_IN_ROWS);
	});

	it('[AC3] lists to each exactly what the table grants, across all conferences', async () => {
		await listEverything(surface, field, database);
		none(database);
	});

	it('would be noticed if it showed somebody what is another\'s: the same answers do not pass for a visitor', async () => {
		const mistaken = new Tally();
		await listEverything(surface.mistaking('visitor', 'yara'), field, mistaken, ['visitor']);
		const shown = [...field.byCollection.keys()].filter((name) =>
			field.byCollection.get(name)!.some((item) => sees('yara', item))
		);
		const noticed = shown.filter((name) => [...mistaken.wrong].some((line) => line.includes(`listing ${name}`)));
		expect(noticed).toEqual(shown);
		const notYaras = [...field.byCollection.keys()].filter((name) => !shown.includes(name));
		expect(notYaras.sort()).toEqual(['agreement_names', 'coordinations', 'referrals']);
	});

	it('[AC3] shows by its id what it lists, by the very same rule, and nothing else', async () => {
		const differing = surface.collections.filter(({ listRule, viewRule }) => listRule !== viewRule);
		expect(differing.map(({ name }) => name)).toEqual([]);
		await viewSome(surface, field, database);
		none(database);
	});

	it('[AC3] lets nothing come along by expanding', async () => {
		await expandEverything(surface, field, database);
		none(database);
	});

	it('[AC3] lets nothing be guessed by filtering', async () => {
		await guessSome(surface, field, database);
		none(database);
	});

	it('[AC3] takes in from each exactly what the table lets them write', { timeout: 300_000 }, async () => {
		await tryEverything(surface, planted.conferences, database);
		none(database);
	});
});

describe('the sync server', { timeout: 120_000 }, () => {
	let folder: string;
	let sync: SyncSurface;
	let all: rooms.PlantedRoom[];
	let watch: Awaited<ReturnType<typeof watchRights>>;
	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'rondom-matrix-'));
		all = [...planted.conferences, planted.elsewhere].flatMap(rooms.roomsOf);
		const before = await SyncSurface.start(folder, EVERYTHING, surface.tokens);
		await rooms.plantRooms(before, all);
		await before.stop();
		const admission = pocketBaseAdmission({ url: pb.url, clock: machineClock, superuser: pb.superuser });
		sync = await SyncSurface.start(folder, admission, surface.tokens);
		watch = await watchRights(pb, sync.sync);
	}, 60_000);
	afterAll(async () => {
		watch?.stop();
		await sync?.stop();
		await rm(folder, { recursive: true, force: true });
	});

	it('[AC3] lets each read, write and relay what the table grants; n/a: all but agenda, question, door and the sealed', async () => {
		await rooms.enterEverywhere(sync, all, sockets);
		none(sockets);
	});

	it('[AC6] tells the question alone to who may know no more', async () => {
		await rooms.askQuestions(sync, all, sockets);
		none(sockets);
	});

	it('[AC3] opens to nobody another family\'s room under the own conference, or a room nobody began', async () => {
		const { id } = planted.conferences[3]!;
		const names = [`room/${id}/${'9'.repeat(32)}/g1`, 'open/nosuchconferenc', 'door/nosuchconferenc'];
		for (const name of names) {
			const got = await Promise.all(ASKING.map((who) => sync.enter(who, name, 'x')));
			const codes = got.map((one) => (one.level === 'refused' ? one.code : one.level));
			expect(new Set(codes)).toEqual(new Set([CLOSE.notAllowed, CLOSE.signIn]));
		}
	});

	it('[CO3] follows a phase that moves: open sockets end whose right has ended, and no others', async () => {
		const [, , information] = planted.conferences;
		const moved = { ...information!, phase: 'privateTime' as Phase };
		const room = all.find(({ of: to, thing }) => to === information && thing === 'agenda')!;
		const inside = ASKING.filter((who) => typeof rooms.levelIn(who, room) === 'string');
		const peers = inside.map((who) => sync.open(who, room.name));
		await Promise.all(peers.map((peer) => peer.opened));
		await pb.su.collection('conferences').update(information!.id, { phase: moved.phase });
		const leaving = inside.filter((who) => typeof rooms.levelIn(who, { ...room, of: moved as never }) === 'number');
		expect(leaving).toEqual(['amina']);
		for (const who of leaving) expect(await peers[inside.indexOf(who)]!.ended).toBe(CLOSE.notAllowed);
		const staying = peers.filter((_, index) => !leaving.includes(inside[index]!));
		expect(staying.every(({ ws }) => ws.readyState === ws.OPEN)).toBe(true);
		for (const peer of staying) peer.ws.close();
	});

	it('has kept what was written by those who may, and nothing else: the control finds it in the folder', async () => {
		watch.stop();
		await sync.stop();
		const after = await SyncSurface.start(folder, EVERYTHING, surface.tokens);
		for (const room of all) {
			const got = await after.enter('control', room.name, '');
			const text = got.level === 'refused' ? '' : got.text;
			const wrote = ASKING.filter((who) => rooms.levelIn(who, room) === 'write');
			expect(ASKING.filter((who) => text.includes(rooms.signatureOf(who, room)))).toEqual(wrote);
			expect(text).toContain(room.marker);
		}
		await after.stop();
	});
});
