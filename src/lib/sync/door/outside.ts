import { fromBase64Url, toBase64Url, toHex, utf8, type Bytes } from '#lib/crypto/conventions/bytes.ts';
import { NO_ROOM } from '#lib/crypto/conventions/dom.ts';
import { createDevice } from '#lib/crypto/device/createDevice.ts';
import type { Device } from '#lib/crypto/device/device.ts';
import { formatInviteLink, parseInviteLink, type InviteLink } from '#lib/crypto/invite/link.ts';
import type { RoomId } from '#lib/crypto/roster/record.ts';
import type { LocalStore } from '../localStore/localStore.ts';
import type { OpenStore } from '../sealedRoom/beginRoom.ts';

/** Stands for the room that is not known yet: until the welcome, a device waits under this name (SR37). */
const OUTSIDE = toHex<'room'>(NO_ROOM) as RoomId;
const LINK = 'link';
const KNOCK = 'knock';

const text = (content: Bytes) => new TextDecoder().decode(content);

/**
 * A link that was opened, or pasted, before it is known for whom: kept, sealed, since signing in may leave the page.
 * It is of this browser and not of a person, so it waits no longer than that. Null for what is no whole link.
 */
export async function receiveLink(openStore: OpenStore, opened: string): Promise<InviteLink | null> {
	const link = await parseInviteLink(opened);
	if (link === null) return null;
	const store = await openStore(OUTSIDE, link.conference);
	await store.change([{ name: LINK, content: utf8(await formatInviteLink(link)) }]);
	store.close();
	return link;
}

/** The link that was kept for this conference; null when there is none. */
export async function readLink(openStore: OpenStore, conference: string): Promise<InviteLink | null> {
	const store = await openStore(OUTSIDE, conference);
	const row = await store.read(LINK);
	store.close();
	return row && parseInviteLink(text(row));
}

/** It is known for whom the link is; now it waits with them. */
export async function forgetLink(openStore: OpenStore, conference: string): Promise<void> {
	await (await openStore(OUTSIDE, conference)).wipe();
}

/** What a person's device waits with at the door: its keys, the link, and its knock, which is always the same. */
export type Waiting = { device: Device; link: InviteLink; knock: Bytes | null };

/** The store of somebody who is outside. */
export function outsideStore(openStore: OpenStore, person: string): Promise<LocalStore> {
	return openStore(OUTSIDE, person);
}

/** Null when this device waits for nothing. */
export async function readWaiting(store: LocalStore): Promise<Waiting | null> {
	const [device, link, knock] = await Promise.all([store.readDevice(), store.read(LINK), store.read(KNOCK)]);
	const parsed = link && (await parseInviteLink(text(link)));
	return device && parsed ? { device, link: parsed, knock: knock && fromBase64Url(text(knock)) } : null;
}

/** Begins to wait with this link, with new keys, unless it waits with that very link already. */
export async function beginWaiting(store: LocalStore, link: InviteLink): Promise<Waiting> {
	const before = await readWaiting(store);
	const fresh = await formatInviteLink(link);
	if (before && (await formatInviteLink(before.link)) === fresh) return before;
	const device = await createDevice();
	await store.keepDevice(device);
	await store.change([{ name: LINK, content: utf8(fresh) }], [KNOCK]);
	return { device, link, knock: null };
}

/** A second knock that differs from the first would make the link void, so the first is kept. */
export function keepKnock(store: LocalStore, knock: Bytes): Promise<void> {
	return store.change([{ name: KNOCK, content: utf8(toBase64Url(knock)) }]);
}
