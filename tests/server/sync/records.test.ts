import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import type PocketBase from 'pocketbase';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { machineClock } from '#lib/domain/clock/clock.ts';
import { CLOSE, MESSAGE, SYNC, SYNC_PATH, formatRoom, parseRoom } from '#lib/sync/protocol.ts';
import { pocketBaseAdmission } from '#server/sync/admission.ts';
import { SyncServer } from '#server/sync/SyncServer.ts';
import { watchRights } from '#server/sync/watch.ts';
import { type Family, family } from '#tests/server/pocketbase/family.ts';
import { type TestPocketBase, startForTest } from '#tests/server/pocketbase/startForTest.ts';
import { step1 } from './messages.ts';
import { Peer, until } from './startSync.ts';

const ROOM_ID = 'c0ffee00'.repeat(4);

let pb: TestPocketBase;
let f: Family;
let sync: SyncServer;
let http: Server;
let watch: { stop(): void };
const peers: Peer[] = [];

beforeAll(async () => {
	pb = await startForTest();
	f = await family(pb, 'preparation');
	const { url, superuser } = pb;
	const admission = pocketBaseAdmission({ url, superuser, clock: machineClock });
	sync = new SyncServer({ folder: join(pb.folder, 'sync'), admission });
	watch = await watchRights(pb, sync);
	http = createServer((request, response) => void sync.handleHttp(request, response));
	sync.attach(http);
	http.listen(0, '127.0.0.1');
	await once(http, 'listening');
});
afterAll(async () => {
	for (const peer of peers) peer.ws.terminate();
	watch.stop();
	await sync.stop();
	http.close();
	await pb.stop();
});

const origin = (): string => `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
const sealed = (document = 'book', roomId = ROOM_ID): string => `room/${f.id}/${roomId}/${document}`;

/** Somebody's page on a room, with their own session. */
function page(client: PocketBase | string, room: string): Peer {
	const token = typeof client === 'string' ? client : client.authStore.token;
	const address = `${origin().replace('http', 'ws')}${SYNC_PATH}${room}`;
	const peer = new Peer(new WebSocket(address, { headers: { origin: origin(), cookie: `rondom=${token}` } }));
	peers.push(peer);
	void peer.send(step1());
	return peer;
}

/** What came of it: 'in', or the code with which the page was closed. */
async function outcome(peer: Peer): Promise<'in' | number> {
	const isIn = until(() => peer.heard.some(([kind, second]) => kind === MESSAGE.sync && second === SYNC.step2));
	return Promise.race([isIn.then(() => 'in' as const), peer.ended]);
}

const tryIt = (client: PocketBase | string, room: string): Promise<'in' | number> => outcome(page(client, room));

async function question(client: PocketBase): Promise<number> {
	const headers = { cookie: `rondom=${client.authStore.token}` };
	return (await fetch(`${origin()}/sync/question/${f.id}`, { headers })).status;
}

describe('whom the records let in', () => {
	it('[AC6] follows the table: the agenda is for whoever comes, the family’s document for the family', async () => {
		const open = `open/${f.id}`;
		const paper = `family/${f.id}`;
		const people = [f.yara, f.bas, f.sanne, f.amina, f.ilse, f.tarik, f.denzel].map(({ client }) => client);
		expect(await Promise.all(people.map((client) => tryIt(client, open)))).toEqual([
			...['in', 'in', 'in', 'in', 'in', 'in'],
			CLOSE.notAllowed
		]);
		expect(await Promise.all(people.map((client) => tryIt(client, paper)))).toEqual([
			...['in', 'in', CLOSE.notAllowed, 'in'],
			...[CLOSE.notAllowed, CLOSE.notAllowed, CLOSE.notAllowed]
		]);
		expect(await Promise.all(people.map(question))).toEqual([200, 200, 200, 200, 404, 404, 404]);
	});

	it('[LG1] writes down that staff read the question, and of nobody else that they did', async () => {
		const readings = async () => (await pb.su.collection('access_log').getFullList({ sort: 'number' })).map(({ actor, action, staff }) => ({ actor, action, staff }));
		const before = (await readings()).length;
		for (const one of [f.amina, f.yara, f.ilse]) await question(one.client);
		expect((await readings()).slice(before)).toEqual([{ actor: f.amina.account, action: 'read question', staff: true }]);
	});

	it('[AC3] tells Karin, another family and a conference that is not there the same', async () => {
		const others = await family(pb);
		const tries = [
			tryIt(f.karin, `open/${f.id}`),
			tryIt(others.yara.client, `open/${f.id}`),
			tryIt(f.yara.client, 'open/nosuchconferenc'),
			tryIt(others.yara.client, `door/${f.id}`)
		];
		expect(await Promise.all(tries)).toEqual(tries.map(() => CLOSE.notAllowed));
	});

	it('asks to sign in with a session that is forged, cut short or none', async () => {
		const { token } = f.yara.client.authStore;
		const forged = `${token.slice(0, -4)}AAAA`;
		const tries = [forged, token.slice(0, 40), 'x', ''].map((one) => tryIt(one, `open/${f.id}`));
		expect(await Promise.all(tries)).toEqual(tries.map(() => CLOSE.signIn));
	});

	it('[AC2][AC4] relays a sealed room to whoever a member let in, and to nobody else', async () => {
		expect(await tryIt(f.yara.client, sealed())).toBe(CLOSE.notAllowed);
		await f.yara.client.collection('rooms').create({ conference: f.id, roomId: ROOM_ID });
		const now = [f.yara, f.bas, f.amina, f.ilse, f.tarik].map(({ client }) => tryIt(client, sealed()));
		expect(await Promise.all(now)).toEqual(['in', ...Array(4).fill(CLOSE.notAllowed)]);
		const row = { conference: f.id, participant: f.bas.participant, by: f.yara.participant };
		await f.yara.client.collection('let_in').create(row);
		expect(await tryIt(f.bas.client, sealed())).toBe('in');
		expect(await tryIt(f.bas.client, sealed('g1'))).toBe('in');
		expect(await tryIt(f.bas.client, sealed('book', 'f'.repeat(32)))).toBe(CLOSE.notAllowed);
	});
});

describe('the door, to knock at', () => {
	it('[RM1][PT1] is open to the family, to a guest for whom it was opened, and to nobody from outside', async () => {
		const door = `door/${f.id}`;
		const family = [f.yara, f.bas, f.riet].map(({ client }) => tryIt(client, door));
		expect(await Promise.all(family)).toEqual(['in', 'in', 'in']);
		const noor = await f.add('Noor', [{ kind: 'circle' }, { kind: 'informationGiver' }]);
		const outside = [f.sanne, f.amina, f.ilse, f.tarik, f.denzel, noor].map(({ client }) => tryIt(client, door));
		expect(await Promise.all(outside)).toEqual(outside.map(() => CLOSE.notAllowed));
		expect(await tryIt(f.karin, door)).toBe(CLOSE.notAllowed);
		const row = { conference: f.id, participant: f.denzel.participant, by: f.yara.participant };
		const opening = await f.yara.client.collection('door_openings').create(row);
		const denzel = page(f.denzel.client, door);
		expect(await outcome(denzel)).toBe('in');
		await f.yara.client.collection('door_openings').delete(opening.id);
		expect(await denzel.ended).toBe(CLOSE.notAllowed);
	});
});

describe('rights that change in the records', () => {
	it('[CO3] end the coordinator’s open page at once when she withdraws, and nobody else’s', async () => {
		const amina = page(f.amina.client, `open/${f.id}`);
		const bas = page(f.bas.client, `open/${f.id}`);
		expect(await Promise.all([outcome(amina), outcome(bas)])).toEqual(['in', 'in']);
		const filter = pb.su.filter('participant = {:id}', { id: f.amina.participant });
		const hat = await pb.su.collection('hats').getFirstListItem(filter);
		await pb.su.collection('hats').update(hat.id, { ended: true });
		expect(await amina.ended).toBe(CLOSE.notAllowed);
		expect(bas.ws.readyState).toBe(WebSocket.OPEN);
	});

	it('[RM2] put out of the room whoever is no longer let in', async () => {
		const bas = page(f.bas.client, sealed());
		expect(await outcome(bas)).toBe('in');
		const filter = pb.su.filter('participant = {:id}', { id: f.bas.participant });
		const row = await pb.su.collection('let_in').getFirstListItem(filter);
		await f.yara.client.collection('let_in').delete(row.id);
		expect(await bas.ended).toBe(CLOSE.notAllowed);
	});

	it('[RM2] put out of the room whom two members want out, and not whom one does', async () => {
		const letIn = (who: typeof f.bas) =>
			f.yara.client
				.collection('let_in')
				.create({ conference: f.id, participant: who.participant, by: f.yara.participant });
		for (const who of [f.bas, f.riet, f.marleen]) await letIn(who);
		const riet = page(f.riet.client, sealed());
		expect(await outcome(riet)).toBe('in');
		const ask = (by: typeof f.bas) =>
			by.client
				.collection('let_outs')
				.create({ conference: f.id, participant: f.riet.participant, by: by.participant });
		await ask(f.bas);
		expect(await tryIt(f.riet.client, sealed('g1'))).toBe('in');
		expect(riet.ws.readyState).toBe(WebSocket.OPEN);
		await ask(f.marleen);
		expect(await riet.ended).toBe(CLOSE.notAllowed);
	});

	it('[RM1] let only a member who is in say that the room ended, and then its papers are gone', async () => {
		const say = async (who: typeof f.bas | PocketBase) => {
			const { token } = ('client' in who ? who.client : who).authStore;
			const headers = { cookie: `rondom=${token}`, origin: origin() };
			return (await fetch(`${origin()}/sync/ended/${f.id}`, { method: 'POST', headers })).status;
		};
		for (const one of [f.riet, f.amina, f.ilse, f.sanne, f.denzel, f.karin]) expect(await say(one)).toBe(404);
		expect(await tryIt(f.yara.client, sealed('g1'))).toBe('in');
		expect(await say(f.yara)).toBe(204);
		expect(await tryIt(f.yara.client, sealed('g1'))).toBe(CLOSE.erased);
		expect(await tryIt(f.yara.client, sealed())).toBe('in');
	});

	it('follow the phase', async () => {
		expect(await tryIt(f.denzel.client, `open/${f.id}`)).toBe(CLOSE.notAllowed);
		await f.phase('information');
		expect(await tryIt(f.denzel.client, `open/${f.id}`)).toBe('in');
		expect(await question(f.denzel.client)).toBe(200);
		const ilse = page(f.ilse.client, `open/${f.id}`);
		expect(await outcome(ilse)).toBe('in');
		await f.phase('followThrough');
		expect(await ilse.ended).toBe(CLOSE.notAllowed);
	});

	it('are heard again after PocketBase was killed; until then everybody goes on', async () => {
		const bas = page(f.bas.client, `open/${f.id}`);
		const marleen = page(f.marleen.client, `open/${f.id}`);
		expect(await Promise.all([outcome(bas), outcome(marleen)])).toEqual(['in', 'in']);
		const back = new Promise<void>((resolve) => pb.onRestart(resolve));
		process.kill(parseInt(await readFile(join(pb.folder, 'pocketbase', 'rondom.pid'), 'utf8'), 10), 'SIGKILL');
		await back;
		await pb.su.collection('participants').update(f.bas.participant, { state: 'removed' });
		expect(await bas.ended).toBe(CLOSE.notAllowed);
		expect(marleen.ws.readyState).toBe(WebSocket.OPEN);
	});

	it('sign out everywhere', async () => {
		const riet = page(f.riet.client, `open/${f.id}`);
		expect(await outcome(riet)).toBe('in');
		const account = pb.su.collection('accounts');
		await account.update(f.riet.account, { password: 'a-new-password', passwordConfirm: 'a-new-password' });
		expect(await riet.ended).toBe(CLOSE.signIn);
	});
});

it('reads room names as the rest of the program writes them', () => {
	expect(formatRoom(parseRoom(sealed('g12'))!)).toBe(sealed('g12'));
});
