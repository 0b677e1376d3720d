import type { ServerResponse } from 'node:http';
import type { RunningPocketBase } from './pocketbase/process.ts';
import type { SyncServer } from './sync/SyncServer.ts';

/** `GET /healthz`: 200 when app, PocketBase and sync all answer, otherwise 503; says which one does not. */
export async function answerHealth(
	response: ServerResponse,
	parts: { pocketbase: Pick<RunningPocketBase, 'url'>; sync: Pick<SyncServer, 'healthy'> }
): Promise<void> {
	const pocketbase = await fetch(`${parts.pocketbase.url}/api/health`, { signal: AbortSignal.timeout(2000) })
		.then((answer) => answer.ok)
		.catch(() => false);
	const sync = parts.sync.healthy;
	response.writeHead(pocketbase && sync ? 200 : 503, {
		'content-type': 'application/json',
		'cache-control': 'no-store'
	});
	response.end(JSON.stringify({ app: 'ok', pocketbase: said(pocketbase), sync: said(sync) }));
}

function said(works: boolean): 'ok' | 'down' {
	return works ? 'ok' : 'down';
}
