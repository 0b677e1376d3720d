import { Server } from '@hocuspocus/server';
import { reportUsage } from './report.js';

const server = new Server({ address: '127.0.0.1', port: 0, quiet: true, stopOnSignals: false });
reportUsage();
await server.listen(0);
process.send({ port: server.address.port });
