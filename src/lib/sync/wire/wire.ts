import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';

/** `refused`: the server closed with a code after which it is no use to try again (4401, 4403, 4410). */
export type WireState = 'connecting' | 'synced' | 'offline' | 'refused';

/**
 * One document on its way to and from the server. `synced` says only that the server's answer has come, not
 * that the document is loaded in any other sense (SR26).
 */
export type Wire = {
	readonly awareness: Awareness;
	readonly state: WireState;
	/** The code with which the server refused, else null. */
	readonly refusal: number | null;
	/** Calls back after every change of state. Returns what ends it, as the others do. */
	onState(listener: () => void): () => void;
	/** The server says what it has stored: a Yjs state vector, client → clock. */
	onStored(listener: (vector: Map<number, number>) => void): () => void;
	/** Tries at once instead of waiting: the phone is back on the network, or somebody signed in again. */
	retry(): void;
	close(): void;
};

/** Brings a document on the wire under a room's name (`formatRoom`). */
export type Connect = (room: string, doc: Y.Doc) => Wire;
