import type { DeviceId } from '#lib/crypto/device/device.ts';
import type { InviteId } from '#lib/crypto/invite/invite.ts';

/** One conversation about pictures: 8 random bytes as hexadecimal. */
export type SessionId = string;

/** The order in which the four things of a conversation are said: J, I, J, I. */
export const STEP = { knock: 1, hello: 2, number: 3, welcome: 4 } as const;

/** What lies at a door is called (README.md draws it; the server takes no other names). */
export const atDoor = {
	notice: (invite: InviteId) => `i/${invite}`,
	knock: (invite: InviteId, device: DeviceId) => `k/${invite}/${device}`,
	knocks: (invite: InviteId) => `k/${invite}/`,
	welcome: (invite: InviteId, device: DeviceId) => `w/${invite}/${device}`,
	pictures: (session: SessionId, step: (typeof STEP)[keyof typeof STEP]) => `p/${session}/${step}`
};

/** The conversations that somebody wants to begin. */
export function sessionsIn(names: readonly string[]): SessionId[] {
	return names.flatMap((name) => /^p\/([0-9a-f]{16})\/1$/.exec(name)?.[1] ?? []);
}
