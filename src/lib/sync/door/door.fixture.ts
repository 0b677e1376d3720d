import { addStrength } from '#lib/documents/planDraft.ts';
import { parseInviteLink } from '#lib/crypto/invite/link.ts';
import { CONFERENCE, HandClock, RelayServer, TestDevice, until } from '../sealedRoom/room.fixture.ts';
import type { SealedRoom } from '../sealedRoom/SealedRoom.ts';
import { Calling } from './Calling.ts';
import { ComingIn } from './ComingIn.ts';
import { Doorkeeper } from './Doorkeeper.ts';
import type { InviteHow } from './invite.ts';
import type { JoinSettings } from './moveIn.ts';

/** Whatever a story opened, to be closed after it. */
export const opened: { close(): unknown }[] = [];

export async function closeAll(): Promise<void> {
	for (const one of opened.splice(0).reverse()) await one.close();
}

function settingsOf(device: TestDevice): JoinSettings {
	const { pins, openStore, ports, who, keepsNothing } = device;
	return { conference: CONFERENCE, who, pins, openStore, ports, keepsNothing };
}

/** Opens the door from inside; a reload is the same again. */
export async function keeperOf(room: SealedRoom): Promise<Doorkeeper> {
	const keeper = await Doorkeeper.open(room);
	opened.push(keeper);
	return keeper;
}

/** "This is my device", with the link that was opened on it. */
export async function comesIn(device: TestDevice, link: string): Promise<ComingIn> {
	const coming = await ComingIn.begin((await parseInviteLink(link))!, settingsOf(device));
	opened.push(coming, { close: () => coming.room?.close() });
	return coming;
}

/** The same page again after it died; null when it waits for nothing. */
export async function comesBack(device: TestDevice): Promise<ComingIn | null> {
	const coming = await ComingIn.resume(settingsOf(device));
	if (coming) opened.push(coming, { close: () => coming.room?.close() });
	return coming;
}

/** On the phone with somebody, by pictures. */
export async function calls(device: TestDevice, whom: TestDevice): Promise<Calling | null> {
	const calling = await Calling.begin(whom.who.person, settingsOf(device));
	if (calling) opened.push(calling, { close: () => calling.room?.close() });
	return calling;
}

export async function invites(keeper: Doorkeeper, whom: TestDevice, how: InviteHow = 'link') {
	const invited = await keeper.invite({ person: whom.who.person, name: whom.person }, how);
	if (!invited.ok) throw new Error(invited.why);
	return invited;
}

/** Bas has begun a room too, with something written in it, and Yara has sent him a link to hers. */
export async function basBeganToo() {
	const story = await yaraInside();
	const { clock, bas, keeper } = story;
	const own = await bas.begins();
	const paper = await own.gathering('g1');
	await until(clock, () => paper.isOpen);
	addStrength(paper.text, 'Milan kookt graag');
	await until(clock, () => paper.where.state === 'sent');
	await own.close();
	return { ...story, ownRoom: own.roomId, ...(await invites(keeper, bas)) };
}

/** Yara has begun and minds the door; Riet and Bas are outside. */
export async function yaraInside() {
	const clock = new HandClock();
	const server = new RelayServer();
	const [yara, riet, bas] = ['Yara', 'Riet', 'Bas'].map((name) => new TestDevice(name, server, clock));
	const yarasRoom = await yara!.begins();
	opened.push(yarasRoom);
	await until(clock, () => yarasRoom.book.isOpen, 'Yara is in');
	const keeper = await keeperOf(yarasRoom);
	return { clock, server, yara: yara!, riet: riet!, bas: bas!, yarasRoom, keeper };
}
