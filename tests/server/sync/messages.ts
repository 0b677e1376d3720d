import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { MESSAGE, SYNC } from '#lib/sync/protocol.ts';

/** Messages as a client writes them, for tests that speak without y-websocket. */
export function step1(vector: Uint8Array = new Uint8Array([0])): Uint8Array {
	return message(MESSAGE.sync, SYNC.step1, vector);
}

export function update(body: Uint8Array): Uint8Array {
	return message(MESSAGE.sync, SYNC.update, body);
}

export function typed(text: string): Uint8Array {
	const doc = new Y.Doc();
	doc.getText('words').insert(0, text);
	return update(Y.encodeStateAsUpdate(doc));
}

/** One state of presence for each client id. */
export function presence(...states: Array<{ client: number; clock: number; state: unknown }>): Uint8Array {
	const body = encoding.createEncoder();
	encoding.writeVarUint(body, states.length);
	for (const { client, clock, state } of states) {
		encoding.writeVarUint(body, client);
		encoding.writeVarUint(body, clock);
		encoding.writeVarString(body, JSON.stringify(state));
	}
	return message(MESSAGE.presence, undefined, encoding.toUint8Array(body));
}

function message(kind: number, second: number | undefined, body: Uint8Array): Uint8Array {
	const encoder = encoding.createEncoder();
	encoding.writeVarUint(encoder, kind);
	if (second !== undefined) encoding.writeVarUint(encoder, second);
	encoding.writeVarUint8Array(encoder, body);
	return encoding.toUint8Array(encoder);
}
