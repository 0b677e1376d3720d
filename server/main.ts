import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { clockFrom } from '#lib/domain/clock/clock.ts';
import { loadApp } from './app.ts';
import { openDemo } from './demo/openDemo.ts';
import { setAsideUnfinished } from './demo/setAsideUnfinished.ts';
import { answerHealth } from './health.ts';
import { listen } from './listen.ts';
import { readPolicy } from './policy.ts';
import { startPocketBase } from './pocketbase/process.ts';
import { applySettings } from './pocketbase/settings.ts';
import { readSettings } from './settings.ts';
import { announceSetUp } from './setUp.ts';
import { pocketBaseAdmission } from './sync/admission.ts';
import { SyncServer } from './sync/SyncServer.ts';
import { watchRights } from './sync/watch.ts';

/**
 * The composition root: settings → PocketBase → sync → app → listen → orderly stop.
 * Prints one line with the address once everything answers; every failure to start is one line too.
 */
async function main(): Promise<void> {
	const settings = readSettings(process.env);
	const clock = clockFrom(settings.DEMO_NOW);
	await mkdir(settings.DATA_DIR, { recursive: true }).catch((error: Error) => {
		throw new Error(`DATA_DIR ${settings.DATA_DIR} cannot be made: ${error.message}`);
	});

	if (settings.DEMO) await setAsideUnfinished(settings.DATA_DIR);
	const pocketbase = await startPocketBase(settings);
	await applySettings(await pocketbase.superuser());

	const sync = new SyncServer({
		folder: join(settings.DATA_DIR, 'sync'),
		admission: pocketBaseAdmission({ url: pocketbase.url, clock, superuser: pocketbase.superuser }),
		origins: settings.ORIGIN ? [settings.ORIGIN] : [],
		addressHeader: settings.ADDRESS_HEADER
	});
	await sync.ready;
	const watch = await watchRights(pocketbase, sync);

	const server = createServer();
	const app = await loadApp({ settings, pocketbase, server, dev: process.argv.includes('--dev') });
	const applyPolicy = await readPolicy();
	let doors: Awaited<ReturnType<typeof openDemo>> | undefined;
	server.on('request', (request, response) => {
		applyPolicy(request, response);
		if (request.url === '/healthz') return answerHealth(response, { pocketbase, sync });
		if (doors?.handle(request, response)) return;
		if (sync.handleHttp(request, response)) return;
		app(request, response);
	});
	sync.attach(server);

	async function stop(): Promise<void> {
		server.close();
		watch.stop();
		await sync.stop();
		server.closeAllConnections();
		await pocketbase.stop();
	}
	for (const signal of ['SIGTERM', 'SIGINT'] as const) {
		process.once(signal, () => void stop().then(() => process.exit(0)));
	}

	await listen(server, settings).catch(async (error) => {
		await stop();
		throw error;
	});
	const { port } = server.address() as AddressInfo;
	const address = settings.ORIGIN ?? `http://localhost:${port}`;
	if (settings.DEMO) doors = await openDemo({ pocketbase, port, folder: settings.DATA_DIR });
	else await announceSetUp({ pocketbase, address, clock });
	console.log(`Rondom luistert op ${address}`);
}

main().catch((error: Error) => {
	console.error(`Rondom start niet: ${error.message}`);
	process.exit(1);
});
