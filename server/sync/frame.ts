import { MESSAGE, SYNC } from '#lib/sync/protocol.ts';

const FINAL_BINARY = 0x82;
const PING = Buffer.from([0x89, 0]);

/** A sync message: one of SYNC with a state vector (step 1) or a Yjs V1 update (the other two) as body. */
export function syncFrame(kind: (typeof SYNC)[keyof typeof SYNC], body: Uint8Array): Buffer {
	return frame(MESSAGE.sync, kind, body);
}

/** A presence message; the body is an update as in y-protocols/awareness. */
export function presenceFrame(body: Uint8Array): Buffer {
	return frame(MESSAGE.presence, undefined, body);
}

/**
 * A ping, to find out who is gone, and a presence message about nobody, so that a quiet room is not taken
 * for a dead one: browsers do not show pings to y-websocket, and it hangs up after 30 silent seconds.
 */
export const SIGN_OF_LIFE: Buffer = Buffer.concat([PING, presenceFrame(new Uint8Array([0]))]);

/**
 * One whole websocket message as it goes over the line. Framing it here, once, lets everybody in the room be
 * sent the same bytes with a single write each; `ws` would make a header and a gathered write per receiver.
 */
function frame(message: number, kind: number | undefined, body: Uint8Array): Buffer {
	const start = kind === undefined ? [message] : [message, kind];
	start.push(...varUint(body.length));
	const length = start.length + body.length;
	return Buffer.concat([Buffer.from([...header(length), ...start]), body]);
}

/** RFC 6455, section 5.2: unmasked, as everything that a server sends. */
function header(length: number): number[] {
	if (length < 126) return [FINAL_BINARY, length];
	if (length < 65_536) return [FINAL_BINARY, 126, length >> 8, length & 0xff];
	return [FINAL_BINARY, 127, 0, 0, 0, 0, length >>> 24, (length >> 16) & 0xff, (length >> 8) & 0xff, length & 0xff];
}

/** As lib0 writes it: seven bits a byte, the lowest first. */
function varUint(value: number): number[] {
	const bytes = [];
	for (; value > 0x7f; value >>>= 7) bytes.push((value & 0x7f) | 0x80);
	return [...bytes, value];
}
