/**
 * What browser and server agree on beside the y-websocket protocol itself: how rooms are named, why a
 * connection is closed, and how large things may be. Runs in both, so it imports nothing.
 */

/** Rooms lie under this path of the program's own address. */
export const SYNC_PATH = '/sync/';

/** One shared document each. `sealed` rooms hold ciphertext only: the server stores and forwards it unread. */
export type Room =
	| { kind: 'open'; conference: string }
	| { kind: 'family'; conference: string }
	| { kind: 'door'; conference: string }
	| { kind: 'sealed'; conference: string; roomId: string; document: string };

const PLAIN = /^(open|family|door)\/([a-z0-9]{15})$/;
const SEALED = /^room\/([a-z0-9]{15})\/([0-9a-f]{32})\/(book|g[1-9][0-9]{0,2})$/;

/** The room that `name` stands for, or undefined where it names none. Every room has exactly one name. */
export function parseRoom(name: string): Room | undefined {
	const plain = PLAIN.exec(name);
	if (plain) return { kind: plain[1] as 'open' | 'family' | 'door', conference: plain[2]! };
	const sealed = SEALED.exec(name);
	if (sealed) return { kind: 'sealed', conference: sealed[1]!, roomId: sealed[2]!, document: sealed[3]! };
	return undefined;
}

/** The name of `room` on the wire: what follows SYNC_PATH. */
export function formatRoom(room: Room): string {
	if (room.kind !== 'sealed') return `${room.kind}/${room.conference}`;
	return `room/${room.conference}/${room.roomId}/${room.document}`;
}

/** The two maps of a door's document: what lies there, and (the server's own) since when, in milliseconds. */
export const AT_DOOR = { things: 'door', since: 'since' } as const;

const DOOR_NAME = /^(i\/[0-9a-f]{16}|[kw]\/[0-9a-f]{16}\/[0-9a-f]{32}|p\/[0-9a-f]{16}\/[1-4])$/;

/** Whether something may lie at a door under this name; what the names mean stands in door/README.md. */
export function isDoorName(name: string): boolean {
	return DOOR_NAME.test(name);
}

/** Why the server closes a connection. y-websocket keeps trying, except after a code from 4400 to 4499. */
export const CLOSE = {
	/** A frame of a kind that this protocol does not have. */
	unsupported: 1003,
	/** A frame that cannot be read. */
	malformed: 1007,
	/** The message, or the room with it, would pass its limit. */
	tooLarge: 1009,
	/** The server stops and comes back. */
	restart: 1012,
	/** Too busy, too many connections, or rights cannot be asked just now. */
	tryLater: 1013,
	/** No session, or one that ended. */
	signIn: 4401,
	/** Not for this person, or no such room: the two look alike (AC3). */
	notAllowed: 4403,
	/** The room was erased for good. */
	erased: 4410
} as const;

/** First number of a message. The server sends and answers `sync`, `presence` and `askPresence`, nothing else. */
export const MESSAGE = { sync: 0, presence: 1, askPresence: 3 } as const;

/** Second number of a `sync` message. */
export const SYNC = { step1: 0, step2: 1, update: 2 } as const;

const KiB = 1024;
const MiB = 1024 * KiB;

/** Sizes in bytes of what travels and of what is kept (SR42). */
export const LIMITS = {
	/** One message: an entry of 1 MiB and what Yjs puts around it. */
	messageBytes: 1 * MiB + 64 * KiB,
	/** One state of presence, as JSON. */
	presenceBytes: 4 * KiB,
	plainRoomBytes: 2 * MiB,
	/** What lies at a door: one thing, how many of them, and the document with them in it. */
	doorThingBytes: 2 * KiB,
	doorThings: 100,
	doorRoomBytes: 512 * KiB,
	sealedRoomBytes: 16 * MiB
} as const;

/** The longest that things take, in milliseconds. */
export const PACE = {
	/** Presence is told to the others at most this often. */
	presence: 500,
	/** What is stored is acknowledged to its writers at most this often (SR26). */
	acknowledge: 1000,
	/** Somebody who hears nothing this long may take the connection for dead; y-websocket does after 30 s. */
	silence: 25_000,
	/** Nothing lies at a door longer than three days. */
	door: 72 * 60 * 60_000
} as const;
