import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';
import { setupWSConnection } from '@y/websocket-server/utils';
import { reportUsage } from './report.js';

// The reference server as its own start script composes it, on the ws that Rondom uses as well.
const sockets = new WebSocketServer({ noServer: true });
sockets.on('connection', setupWSConnection);
const server = createServer();
server.on('upgrade', (request, socket, head) => {
	sockets.handleUpgrade(request, socket, head, (ws) => sockets.emit('connection', ws, request));
});
reportUsage();
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
