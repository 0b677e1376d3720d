import type { IncomingMessage, ServerResponse } from 'node:http';
import { whoseCookie } from '#lib/whoseSession.ts';
import type { RunningPocketBase } from '../pocketbase/process.ts';
import { cast } from './cast.ts';
import type { Station } from './seedStation.ts';
import { INSIDE, STATIONS, type StationName } from './stations.ts';

/** One door: be this person, at this moment of the case, with one click. */
export type Door = { id: string; name: string; role: string; station: StationName; url: string };

const sessionSeconds = 12 * 3600;

/**
 * The demo's doors, on this machine only (settings refuse another address): `GET /demo/doors.json` lists them,
 * `GET /demo/door/<station>/<person>` signs this browser in as that person, whoever it was before, and sets its
 * clock to that moment. One browser is one person at a time.
 *
 * The letters of the circle's sleutelblad stand behind `#` in the door's address. A browser never sends that part, and takes
 * it along when it is sent on to an address without one: it comes to the page, and not to the server.
 */
export function openDoors(pocketbase: Pick<RunningPocketBase, 'superuser'>, stations: readonly Station[]) {
	const doors = stations.flatMap(doorsOf);

	async function enter(station: string, who: string, response: ServerResponse): Promise<void> {
		const at = stations.find(({ name }) => name === station);
		const account = at?.accounts[who];
		if (!at || !account) return void response.writeHead(404).end();
		const pb = await pocketbase.superuser();
		const own = await pb.collection('accounts').impersonate(account, sessionSeconds);
		const cookie = (name: string, value: string, more = '; HttpOnly') =>
			`${name}=${value}; Path=/; SameSite=Lax; Max-Age=${sessionSeconds}${more}`;
		response.writeHead(303, {
			'set-cookie': [
				cookie('rondom', own.authStore.token),
				cookie(whoseCookie, account, ''),
				cookie('rondom-demo-moment', STATIONS.find(({ name }) => name === station)!.at)
			],
			'cache-control': 'no-store',
			location: behind(at, who)
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

/** Where a door leads: to what this person has to do at that moment. */
function behind({ name, conference }: Station, who: string): string {
	if (who === 'karin') return '/region';
	const isCandidate = who === 'bram' || (name === 'application' && who === 'amina');
	if (isCandidate) return '/conference';
	return name === 'privateTime' && INSIDE.includes(who) ? '/onze-ruimte' : `/conference/${conference}`;
}

function doorsOf(station: Station): Door[] {
	const everybody = [
		...cast.people.map(({ id, name, rel: role }) => ({ id, name, role })),
		...cast.professionals.map(({ id, name, org: role }) => ({ id, name, role })),
		...cast.others.map(({ id, name, nl: role }) => ({ id, name, role }))
	];
	const behindHash = (id: string) => (station.sheet && INSIDE.includes(id) ? `#${station.sheet}` : '');
	return everybody
		.filter(({ id }) => station.accounts[id])
		.map(({ id, name, role }) => {
			const url = `/demo/door/${station.name}/${id}${behindHash(id)}`;
			return { id, name, role, station: station.name, url };
		});
}
