import type { Calling } from '#lib/sync/door/Calling.ts';
import { ComingIn } from '#lib/sync/door/ComingIn.ts';
import { isInHere } from '#lib/sync/door/isInHere.ts';
import type { JoinSettings } from '#lib/sync/door/moveIn.ts';
import { forgetLink, readLink, receiveLink } from '#lib/sync/door/outside.ts';
import { canKeepKeys } from '#lib/sync/localStore/canKeepKeys.ts';
import { wireRoomId } from '#lib/sync/sealedRoom/wireRoomId.ts';
import { leaveNothing, places } from './places.ts';
import { askRoomInfo, type RoomInfo } from './roomInfo.ts';
import { browserPorts, deviceLabel } from './thisDevice.ts';

/** What the page of who comes in shows; each has its own words and its own next step. */
export type ComeInStage =
	| 'opening'
	/** Opened without a link: it may be pasted. */
	| 'noLink'
	| 'badLink'
	| 'signIn'
	| 'refused'
	| 'offline'
	| 'insecure'
	/** Waits for the press of "this is my device". */
	| 'press'
	/** At the door, until somebody inside taps. */
	| 'waiting'
	| 'checking'
	| 'incomplete'
	| 'in'
	| 'void'
	/** Let in, and this device holds to another room: asks first (F12); brings over; was told no. */
	| 'twoRooms'
	| 'bringing'
	| 'keptOwn'
	| 'notInvited'
	| 'takenOut'
	/** On the phone (F4): it was said with whom, and waits for the press; not answered yet; pictures to read out. */
	| 'pressToCall'
	| 'ringing'
	| 'pictures'
	| 'expired'
	| 'different'
	| 'tooManyTries';

/** Coming in with a link or QR picture (F3), or on the phone with pictures (F4): from the address to being inside. */
export class ComeIn {
	stage: ComeInStage = $state('opening');
	/** For whom this screen waits, once their device has said so. */
	inviter: string | null = $state(null);
	isOffline = $state(false);
	info: RoomInfo | undefined = $state.raw();
	conference = $state('');
	/** This browser keeps nothing (SR38): the only way in is to leave nothing. */
	mustLeaveNothing = $state(false);
	/** Numbers of the drawings to read out. */
	pictures: readonly number[] = $state.raw([]);
	/** This person said that the other has the same. */
	isSame = $state(false);
	/** After a yes not everything could be brought over. */
	isLate = $state(false);
	/** This device is in a room of this conference, and there is another one. */
	hasOwnRoom = $state(false);
	#coming: ComingIn | Calling | undefined;
	#calling: Calling | undefined;
	#callee: { id: string; name: string } | undefined;
	#stop = () => {};

	/** @param fragment what stood behind `#`; the caller has already taken it out of the address (SR40). */
	async open(fragment: string): Promise<void> {
		if (!globalThis.isSecureContext) return this.#show('insecure');
		this.mustLeaveNothing = !(await canKeepKeys());
		if (this.mustLeaveNothing) await leaveNothing('');
		const plain = /^[a-z0-9]{15}$/.exec(fragment)?.[0];
		if (plain) {
			this.conference = plain;
			return this.retry();
		}
		if (!fragment) return this.#show('noLink');
		if (!(await this.paste(fragment))) this.#show('badLink');
	}

	/** A link that came another way than by being opened; false, and nothing changed, where it is none. */
	paste = async (text: string): Promise<boolean> => {
		const link = await receiveLink((await places()).openStore, text);
		if (link === null) return false;
		this.#leave();
		this.conference = link.conference;
		await this.retry();
		return true;
	};

	/** Asks again who we are, after signing in elsewhere or back on the network; goes on where this device was. */
	retry = async (quietly = false): Promise<void> => {
		if (this.#coming) return this.#coming.retry();
		if (!quietly) this.#show('opening');
		const told = await askRoomInfo(this.conference);
		if (!told.ok) return this.#show(told.because);
		this.info = told.info;
		const settings = await this.#settings(told.info);
		this.hasOwnRoom = await isInHere(this.conference, told.info.me.id, settings);
		if (this.hasOwnRoom && !(await this.#isThereAnother(told.info, settings))) return this.#show('in');
		const waiting = await ComingIn.resume(settings);
		if (waiting) return this.#follow(waiting);
		this.#show((await readLink(settings.openStore, this.conference)) ? 'press' : 'noLink');
	};

	/** "This is my device": only now keys are made here, for this person. `leavingNothing`: it is not (F14). */
	thisIsMine = async (leavingNothing = false): Promise<void> => {
		if (!this.info) return;
		if (this.#callee) return this.#ring(this.#callee.id, leavingNothing);
		const { openStore } = await places();
		const link = await readLink(openStore, this.conference);
		if (link === null) return this.#show('noLink');
		if (leavingNothing) await leaveNothing(this.conference, this.info.me.id);
		this.#follow(await ComingIn.begin(link, await this.#settings(this.info)));
		await forgetLink(openStore, this.conference);
	};

	/** Members who are in, as far as the server says: with one of them this person may be on the phone. */
	get callable(): { id: string; name: string }[] {
		const { people = [], room, me } = this.info ?? {};
		const isMember = (hats: string[]) => hats.includes('circle') || hats.includes('centralPerson');
		return people.filter(({ id, hats }) => id !== me?.id && isMember(hats) && room?.inside.includes(id));
	}

	/** With whom this person is on the phone now; they are called once it is said whose device this is. */
	call = (callee: { id: string; name: string }): void => {
		this.#leave();
		this.#callee = callee;
		this.inviter = callee.name;
		this.#show('pressToCall');
	};

	/** The other has the same pictures. */
	same = (): void => void this.#calling?.same();

	/** The other has not: somebody stands between, or it went wrong. */
	different = (): void => this.#calling?.different();

	/** "Yes, bring along what I wrote in the other room" (F12). */
	bringOver = async (): Promise<void> => this.#coming?.bringOver();

	/** "No": nothing changes; what was said at the door stays there, for another time. */
	keepOwn = (): void => {
		this.#leave();
		this.#show('keptOwn');
	};

	/** Leaves the door, and nothing of it here. */
	giveUp = async (): Promise<void> => {
		if (this.#coming instanceof ComingIn) await this.#coming.giveUp();
		this.#leave();
		this.#show('noLink');
	};

	async close(): Promise<void> {
		const room = this.#coming?.room;
		this.#leave();
		await room?.close();
	}

	#leave(): void {
		this.#stop();
		this.#coming?.close();
		this.#coming = undefined;
		this.#calling = undefined;
		this.#callee = undefined;
	}

	async #ring(to: string, leavingNothing: boolean): Promise<void> {
		const info = this.info!;
		if (leavingNothing) await leaveNothing(this.conference, info.me.id);
		const { Calling } = await import('#lib/sync/door/Calling.ts');
		const calling = await Calling.begin(to, await this.#settings(info));
		if (calling === null) return this.#show('tooManyTries');
		this.#calling = calling;
		this.#follow(calling);
	}

	#follow(coming: ComingIn | Calling): void {
		this.#coming = coming;
		const look = () => {
			const { state } = coming;
			if (state.at === 'waiting') this.inviter = state.inviter;
			if (state.at === 'waiting' || state.at === 'ringing') this.isOffline = state.isOffline;
			if (state.at === 'twoRooms') this.isLate = state.isLate;
			if (state.at === 'pictures') [this.pictures, this.isSame] = [state.pictures, state.isSame];
			this.#show(state.at === 'over' ? state.because : state.at);
		};
		this.#stop = coming.onChange(look);
		look();
	}

	/** By the word of the server, so it only decides whether there is something to come in to. */
	async #isThereAnother({ id, me, room }: RoomInfo, { pins }: JoinSettings): Promise<boolean> {
		const own = await pins.read(id, me.id);
		return room?.roomIds.some((one) => own === null || one !== wireRoomId(own)) ?? false;
	}

	async #settings({ id, me }: RoomInfo): Promise<JoinSettings> {
		return {
			conference: id,
			who: { person: me.id, name: me.name, label: deviceLabel() },
			...(await places()),
			ports: browserPorts(id)
		};
	}

	#show(stage: ComeInStage): void {
		this.stage = stage;
	}
}
