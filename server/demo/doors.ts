import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RunningPocketBase } from '../pocketbase/process.ts';
import { cast } from './cast.ts';

/** One door: be this person, at this moment of the case, with one click. */
export type Door = { id: string; name: string; role: string; station: string; url: string };

/** What the demo knows of one seeded station. */
export type Station = {
	name: string;
	conference: string;
	/** Account ids of everybody who has a door here, by the cast's own ids. */
	accounts: Record<string, string>;
};

const sessionSeconds = 12 * 3600;

/**
 * The demo's doors, on this machine only (settings refuse another address): `GET /demo/doors.json` lists them,
 * `GET /demo/door/<station>/<person>` signs this browser in as that person. One browser is one person at a time.
 */
export function openDoors(pocketbase: Pick<RunningPocketBase, 'superuser'>, stations: Station[]) {
	const doors = stations.flatMap(doorsOf);

	async function enter(station: string, who: string, response: ServerResponse): Promise<void> {
		const at = stations.find(({ name }) => name === station);
		const account = at?.accounts[who];
		if (!at || !account) return void response.writeHead(404).end();
		const pb = await pocketbase.superuser();
		const own = await pb.collection('accounts').impersonate(account, sessionSeconds);
		response.writeHead(303, {
			'set-cookie': `rondom=${own.authStore.token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${sessionSeconds}`,
			'cache-control': 'no-store',
			location: who === 'karin' || who === 'bram' ? '/region' : `/conference/${at.conference}`
		});
		response.end();
	}

	/** Answers requests for the doors; false for any other, which is then the program's own. */
	function handle(request: IncomingMessage, response: ServerResponse): boolean {
		const { pathname } = new URL(request.url ?? '/', 'http://demo');
		if (!pathname.startsWith('/demo/')) return false;
		if (pathname === '/demo/doors.json') {
			response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
			response.end(JSON.stringify(doors));
			return true;
		}
		const [, station = '', who = ''] = /^\/demo\/door\/([a-z]+)\/([a-z]+)$/i.exec(pathname) ?? [];
		enter(station, who, response).catch(() => response.writeHead(503).end());
		return true;
	}

	return { doors, handle };
}

function doorsOf(station: Station): Door[] {
	const everybody = [
		...cast.people.map(({ id, name, rel: role }) => ({ id, name, role })),
		...cast.professionals.map(({ id, name, org: role }) => ({ id, name, role })),
		...cast.others.map(({ id, name, nl: role }) => ({ id, name, role }))
	];
	return everybody
		.filter(({ id }) => station.accounts[id])
		.map(({ id, name, role }) => ({ id, name, role, station: station.name, url: `/demo/door/${station.name}/${id}` }));
}
