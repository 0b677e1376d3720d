import { once } from 'node:events';
import { WebSocket } from 'ws';
import * as encoding from 'lib0/encoding';
import { HOLDINGS } from '#server/pocketbase/holdings.ts';
import { MESSAGE, SYNC, SYNC_PATH } from '#lib/sync/protocol.ts';
import type { Visitor } from '#tests/setup/Visitor.ts';
import type { Trace } from './traces.ts';

const collections = [
	...new Set(Object.values(HOLDINGS).flatMap((holding) => holding?.collections ?? [])),
	...['accounts', 'codes', 'regions', '_superusers', '_externalAuths', '_otps', '_mfas', '_authOrigins']
];

/** Every page this person comes to by following links, and the same as data. Signing out is left alone. */
export async function crawl(visitor: Visitor, from: string[]): Promise<Trace[]> {
	const traces: Trace[] = [];
	const seen = new Set(from);
	for (const path of seen) {
		const page = await visitor.open(path);
		traces.push({ name: `${path} (${page.status})`, bytes: Buffer.from(page.text) });
		const data = await visitor.open(`${path === '/' ? '' : path}/__data.json`);
		traces.push({ name: `${path} as data (${data.status})`, bytes: Buffer.from(data.text) });
		for (const [, link = ''] of page.text.matchAll(/\s(?:href|action|src)="([^"]+)"/g)) {
			const { pathname, origin } = new URL(link.replaceAll('&amp;', '&'), `http://here${path}`);
			const isPage = origin === 'http://here' && !/^\/(_app|demo)\/|sign-out|\.\w+$/.test(pathname);
			if (isPage) seen.add(pathname);
		}
	}
	return traces;
}

/** Everything PocketBase gives for this token; empty for a stranger. */
export async function listRecords(pocketBase: string, token: string): Promise<Trace[]> {
	const paths = [
		...collections.map((name) => `/api/collections/${name}/records?perPage=500`),
		...['/api/collections', '/api/logs', '/api/backups', '/api/settings']
	];
	return Promise.all(
		paths.map(async (path) => {
			const answer = await fetch(pocketBase + path, { headers: token ? { authorization: token } : {} });
			return { name: `PocketBase ${path} (${answer.status})`, bytes: Buffer.from(await answer.text()) };
		})
	);
}

/** All that the sync server says to somebody who asks for these rooms, until it has given all or closed the door. */
export async function listen(url: string, rooms: string[], token: string): Promise<Trace[]> {
	return Promise.all(rooms.map((room) => listenTo(url, room, token)));
}

async function listenTo(url: string, room: string, token: string): Promise<Trace> {
	const headers = token ? { cookie: `rondom=${token}` } : {};
	const socket = new WebSocket(`${url.replace('http', 'ws')}${SYNC_PATH}${room}`, { origin: url, headers });
	const heard: Buffer[] = [];
	const ended = once(socket, 'close').then(([code]) => String(code));
	socket.on('error', () => undefined);
	socket.on('open', () => socket.send(askForAll()));
	const given = new Promise<string>((resolve) => {
		socket.on('message', (message: Buffer) => {
			heard.push(message);
			if (message[0] === MESSAGE.sync && message[1] === SYNC.step2) resolve('given');
		});
	});
	const how = await Promise.race([ended, given]);
	socket.terminate();
	return { name: `${room} (${how})`, bytes: Buffer.concat(heard) };
}

function askForAll(): Uint8Array {
	const message = encoding.createEncoder();
	encoding.writeVarUint(message, MESSAGE.sync);
	encoding.writeVarUint(message, SYNC.step1);
	encoding.writeVarUint8Array(message, Uint8Array.of(0));
	return encoding.toUint8Array(message);
}
