import { createServer } from 'node:http';
import { mkdtemp } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SyncServer } from '#server/sync/SyncServer.ts';
import { reportUsage } from '../peers/report.js';

// Rondom's sync server with everything on, disk included; only the rights are answered here: everybody may write.
const server = createServer();
const sync = new SyncServer({
	folder: await mkdtemp(join(tmpdir(), 'rondom-bench-')),
	admission: {
		admit: async ({ token }) => ({ level: 'write', account: token, participant: token }),
		mayReadQuestion: async () => true,
		mayMindDoor: async () => true
	}
});
process.on('SIGINT', () => process.exit());
sync.attach(server);
reportUsage();
server.listen(0, '127.0.0.1', () => process.send!({ port: (server.address() as AddressInfo).port }));
