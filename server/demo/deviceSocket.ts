import { WebSocket } from 'ws';

/** A WebSocket as a browser of somebody who is signed in would open it: with their cookie and our origin. */
export function deviceSocket(origin: string, token: string): typeof globalThis.WebSocket {
	class DeviceSocket extends WebSocket {
		constructor(url: string) {
			super(url, { origin, headers: { cookie: `rondom=${token}` } });
		}
	}
	return DeviceSocket as unknown as typeof globalThis.WebSocket;
}
