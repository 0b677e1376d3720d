import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SyncServer } from '#server/sync/SyncServer.ts';

// A sync server in a process of its own, to be killed: everybody may write, the folder is the first argument.
const server = createServer();
const sync = new SyncServer({
	folder: process.argv[2]!,
	admission: {
		admit: async ({ token }) => ({ level: 'write', account: token, participant: token }),
		mayReadQuestion: async () => false,
		mayMindDoor: async () => false
	}
});
sync.attach(server);
server.listen(0, '127.0.0.1', () => process.send!({ port: (server.address() as AddressInfo).port }));
