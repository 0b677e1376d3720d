import * as decoding from 'lib0/decoding';
import { messageYjsSyncStep1 } from 'y-protocols/sync';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { spreadReconnects } from './backOff.ts';
import type { Connect, Wire, WireState } from './wire.ts';

const SYNC_MESSAGE = 0;

export type SocketSettings = {
	/** Where rooms are, `wss://host/sync`. */
	url: string;
	/** Between 0 and 1. */
	random: () => number;
	/** Another WebSocket than the platform's, for a device in Node that must send a cookie. */
	WebSocket?: typeof WebSocket;
};

/** What the server says it has: the state vector of a sync step 1, or null when the message is another. */
function storedVector(decoder: decoding.Decoder): Map<number, number> | null {
	const ahead = decoding.clone(decoder);
	if (decoding.readVarUint(ahead) !== messageYjsSyncStep1) return null;
	return Y.decodeStateVector(decoding.readVarUint8Array(ahead));
}

/**
 * y-websocket as it is, except that: tabs do not talk past the server (SR37), reconnects are spread, a sync step 1
 * is heard as "stored" (SR26), and a message that makes no sense is dropped instead of thrown into the page.
 */
export function connectOverWebSocket(settings: SocketSettings): Connect {
	return (room, doc) => {
		const provider = new WebsocketProvider(settings.url, room, doc, {
			connect: false,
			disableBc: true,
			WebSocketPolyfill: settings.WebSocket ?? globalThis.WebSocket
		});
		spreadReconnects(provider, settings.random);
		const onState = new Set<() => void>();
		const onStored = new Set<(vector: Map<number, number>) => void>();
		let refusal: number | null = null;

		const inner = provider.messageHandlers[SYNC_MESSAGE]!;
		provider.messageHandlers[SYNC_MESSAGE] = (encoder, decoder, ...rest) => {
			try {
				const vector = storedVector(decoder);
				inner(encoder, decoder, ...rest);
				if (vector !== null) for (const listener of onStored) listener(vector);
			} catch {
				// Only the server can have sent this; the document stays as it is.
			}
		};

		const tell = () => onState.forEach((listener) => listener());
		provider.on('closed', ({ code }) => {
			refusal = code;
			tell();
		});
		provider.on('status', ({ status }) => {
			if (status === 'connected') refusal = null;
			tell();
		});
		provider.on('sync', tell);
		provider.on('connection-close', tell);
		provider.connect();

		const wire: Wire = {
			awareness: provider.awareness,
			get refusal() {
				return refusal;
			},
			get state(): WireState {
				if (refusal !== null) return 'refused';
				if (provider.synced) return 'synced';
				return provider.wsconnected || provider.wsUnsuccessfulReconnects === 0 ? 'connecting' : 'offline';
			},
			onState: (listener) => (onState.add(listener), () => onState.delete(listener)),
			onStored: (listener) => (onStored.add(listener), () => onStored.delete(listener)),
			retry: () => provider.connect(),
			close: () => provider.destroy()
		};
		return wire;
	};
}
