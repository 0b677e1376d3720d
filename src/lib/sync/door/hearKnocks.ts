import { sameBytes, type Bytes } from '#lib/crypto/conventions/bytes.ts';
import type { Caller } from '#lib/crypto/knock/knock.ts';
import { openKnock } from '#lib/crypto/knock/openKnock.ts';
import type { DoorLine } from './DoorLine.ts';
import type { Invite } from './invite.ts';
import { atDoor } from './names.ts';

/** A knock that was made with the link, by a device of whom it is for. */
export type Knocked = { bytes: Bytes; caller: Caller };

/**
 * All different valid knocks for this invitation (SR7), the one that was written down first. `byAnother`: somebody
 * with the link says to be somebody else; it was opened by the wrong person, or has leaked.
 */
export async function hearKnocks(
	door: DoorLine,
	{ key, knock, person }: Invite
): Promise<{ heard: Knocked[]; byAnother: boolean }> {
	const lying = door.names(atDoor.knocks(key.id)).flatMap((name) => door.read(name) ?? []);
	const different: Bytes[] = knock === null ? [] : [knock];
	for (const bytes of lying) if (!different.some((other) => sameBytes(other, bytes))) different.push(bytes);
	const opened = await Promise.all(different.map((bytes) => openKnock(key, bytes)));
	const all = opened.flatMap((knocked, i) => (knocked.ok ? [{ bytes: different[i]!, caller: knocked.value }] : []));
	const heard = all.filter(({ caller }) => caller.person === person);
	return { heard, byAnother: heard.length < all.length };
}
