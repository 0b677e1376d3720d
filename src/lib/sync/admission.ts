/**
 * What the server is told about persons: the first lock. It keeps the curious from the ciphertext; no rule about the
 * second lock, which is made of keys, leans on it. Each rejects when the server did not take it: with NotAllowed when
 * it refuses, with anything else when it could not be reached.
 */
export type Admission = {
	/** This participant was let in by a member: the server opens the room for them. */
	letIn(person: string): Promise<void>;
	/** This participant was invited: the door is open for them to knock at, also for a guest of the room. */
	openDoor(person: string): Promise<void>;
	/**
	 * Nobody of them is in any more: the server closes their sockets (4403) and opens for them no longer.
	 * `needsAnother`: it waits until a second member asks the same (RM2).
	 */
	letOut(person: string): Promise<'done' | 'needsAnother'>;
	/** Takes back one's own asking that somebody goes. */
	keepIn(person: string): Promise<void>;
	/** The room with this name on the wire ended (F13): text and backups may go; what is left says to latecomers that it ended. */
	erased(roomId: string): Promise<void>;
};

/** The server refuses: not on the list, or never to be let in (RM1, AC4). */
export class NotAllowed extends Error {}
