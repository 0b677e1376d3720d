import type { Room } from '#lib/sync/protocol.ts';

/** Who asks, with what: the session's token, the person's network address, and what they want to open. */
export type Asked = { token: string; address: string; room: Room };

/** What somebody may do in a room. `relay`: send and receive sealed frames, which the server passes on unread. */
export type Decision =
	| { level: 'signIn' }
	| { level: 'none' }
	| { level: 'read' | 'write' | 'relay'; account: string; participant: string };

/** The port to whoever knows the rights. Both reject when that cannot be found out now. */
export type Admission = {
	admit(asked: Asked): Promise<Decision>;
	/** May this person read the question, without the rest of the family's document? (AC6) Of staff a yes is logged (LG1). */
	mayReadQuestion(asked: Omit<Asked, 'room'> & { conference: string }): Promise<boolean | 'signIn'>;
	/** Does this person mind the door of the sealed room, as a member who is in? (RM1) */
	mayMindDoor(asked: Omit<Asked, 'room'> & { conference: string }): Promise<boolean | 'signIn'>;
};
