import { fromBase64Url, toBase64Url, utf8, type Bytes } from '#lib/crypto/conventions/bytes.ts';
import type { DeviceId } from '#lib/crypto/device/device.ts';
import type { InviteId, InviteKey } from '#lib/crypto/invite/invite.ts';
import { HOW } from '#lib/crypto/roster/record.ts';
import type { LocalStore } from '../localStore/localStore.ts';

/** A picture held up in the room, or a link sent from the member's own phone. */
export type InviteHow = 'qr' | 'link';
export const HOW_OF = { qr: HOW.qr, link: HOW.link } as const;

/** By the inviter's own clock (SR7). */
export const LIFETIME_MS = { qr: 10 * 60_000, link: 48 * 60 * 60_000 } as const;
/** A clock that was put right by this much is no reason to refuse. */
const CLOCK_MAY_JUMP_MS = 10 * 60_000;

/** Whom an invitation is for: the participant, and the name under which the inviter lets them in. */
export type Invitee = { person: string; name: string };

/**
 * An invitation on the device that made it. Its secret is not here: that is in the link and nowhere else. `knock`
 * is the first valid one that was heard, `saidYes` the tap of the person; both survive a reload, so that no second
 * tap is asked for, and no second knock goes unnoticed.
 */
export type Invite = Invitee & {
	key: InviteKey;
	how: InviteHow;
	madeAt: number;
	knock: Bytes | null;
	saidYes: boolean;
	/** Devices of this person that were out already when it was made: their leaving does not end it. */
	goneBefore: DeviceId[];
};

const ROW = 'invite/';
type Written = Omit<Invite, 'key' | 'knock'> & { knock: string | null };

/** Neither too old nor made in the future. */
export function isCurrent({ how, madeAt }: Invite, now: number): boolean {
	return now - madeAt <= LIFETIME_MS[how] && madeAt - now <= CLOCK_MAY_JUMP_MS;
}

/** Writes it down, sealed, and its key where no script can read it out. */
export function keepInvite(store: LocalStore, { key, knock, ...rest }: Invite): Promise<void> {
	const name = ROW + key.id;
	const written: Written = { ...rest, knock: knock && toBase64Url(knock) };
	return store.change([{ name, content: utf8(JSON.stringify(written)) }, { name, key: key.mac }]);
}

async function read(store: LocalStore, name: string, content: Bytes): Promise<Invite | null> {
	const mac = await store.readKey(name);
	if (mac === null) return null;
	const { knock, ...written } = JSON.parse(new TextDecoder().decode(content)) as Written;
	const key = { id: name.slice(ROW.length) as InviteId, mac };
	return { ...written, key, knock: knock === null ? null : fromBase64Url(knock) };
}

export async function readInvite(store: LocalStore, id: InviteId): Promise<Invite | null> {
	const content = await store.read(ROW + id);
	return content && read(store, ROW + id, content);
}

export async function listInvites(store: LocalStore): Promise<Invite[]> {
	const rows = await store.list(ROW);
	const all = await Promise.all(rows.map(({ name, content }) => read(store, name, content)));
	return all.filter((invite) => invite !== null);
}

/** Once used, void or over: nothing of it is left here, so no knock of it is known any more. */
export function forgetInvite(store: LocalStore, id: InviteId): Promise<void> {
	return store.change([], [ROW + id]);
}
