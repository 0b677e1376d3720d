import { lookHere } from '#lib/sync/leaving/lookHere.ts';
import { canKeepKeys } from '#lib/sync/localStore/canKeepKeys.ts';
import { beginRoom } from '#lib/sync/sealedRoom/beginRoom.ts';
import { flushWhenHidden } from '#lib/sync/sealedRoom/flushWhenHidden.ts';
import { openRoom } from '#lib/sync/sealedRoom/openRoom.ts';
import type { SealedRoom } from '#lib/sync/sealedRoom/SealedRoom.ts';
import { wireRoomId } from '#lib/sync/sealedRoom/wireRoomId.ts';
import { OpenGathering } from './OpenGathering.svelte.ts';
import { Outside } from './Outside.svelte.ts';
import { keepTold, lastTold } from './lastTold.ts';
import { leaveNothing, leavesNothing, places, type Places } from './places.ts';
import { tellRoom, type RoomInfo } from './roomInfo.ts';
import { SheetDue } from './SheetDue.svelte.ts';
import { browserPorts, deviceLabel } from './thisDevice.ts';

/** What the page shows: on the way in, or inside. Each way in has its own words and its own next step. */
export type Stage =
	| 'opening'
	| 'signIn'
	/** Opened without the address of a conference, or with half of one. */
	| 'noAddress'
	| 'refused'
	| 'offline'
	/** Not https: no browser gives cryptography there. */
	| 'insecure'
	| 'begin'
	/** Somebody else began; ask them in. */
	| 'askIn'
	/** Was let in before, and this device has no keys (any more): a new phone, or storage that is gone (F7). */
	| 'again'
	/** This device holds to another room of this conference (SR1). */
	| 'otherRoom'
	/** The room ended here (F13). */
	| 'ended'
	/** The paper of this gathering went, as its date said (RT1). */
	| 'over'
	| 'inside'
	/** Gone from a device that keeps nothing (F14). */
	| 'left';

/** The sealed room on this page, from the address to being inside. */
export class OurRoom {
	stage: Stage = $state('opening');
	outside = $state.raw(new Outside(''));
	gathering: OpenGathering | undefined = $state.raw();
	/** The screen on which somebody is let in is open. */
	isLettingIn = $state(false);
	/** What there is to do about the sleutelblad. */
	sheetDue: SheetDue | undefined = $state.raw();
	/** This browser keeps nothing (SR38): the only way in is to leave nothing. */
	mustLeaveNothing = $state(false);
	/** This page leaves nothing on the device (F14). */
	leavesNothing = $state(false);
	#fragment = '';
	#room: SealedRoom | undefined;
	#places: Places | undefined;
	#conference = '';
	#stop: (() => void)[] = [];

	/**
	 * @param fragment what stood behind `#`: a conference's id, or a link. The caller has already taken a link out
	 * of the address (SR40).
	 */
	async open(fragment: string): Promise<void> {
		const plain = fragment.replace(/^#/, '');
		this.#fragment = plain;
		this.#conference = /^(?:1\.)?([a-z0-9]{15})(?=\.|$)/.exec(plain)?.[1] ?? '';
		this.outside = new Outside(this.#conference, (info) => void (this.#room && keepTold(this.#room, info)));
		if (!this.#conference) return this.#show('noAddress');
		await this.retry();
	}

	/** What the page was told from outside; undefined until the server answered. */
	get info(): RoomInfo | undefined {
		return this.outside.info;
	}

	/** The room itself once this page is inside, for what people do with it as a whole: letting in, taking out. */
	get sealed(): SealedRoom | undefined {
		return this.#room;
	}

	/** Asks again who we are and where we stand: after signing in elsewhere, or back on the network. */
	retry = async (quietly = false): Promise<void> => {
		if (!quietly) this.#show('opening');
		const told = await this.outside.look();
		if (!told.ok) {
			const isAlone = told.because === 'offline' && (await this.#openAlone());
			return isAlone ? undefined : this.#show(told.because);
		}
		if (!globalThis.isSecureContext) return this.#show('insecure');
		this.mustLeaveNothing ||= !leavesNothing() && !(await canKeepKeys());
		if (this.mustLeaveNothing) await leaveNothing(this.#conference);
		await this.#choosePlaces();
		const here = await lookHere(told.info.id, told.info.me.id, this.#places!);
		if (here === 'closed') return this.#show('ended');
		if (here === 'here' && (await this.#openKept(told.info))) return;
		if (told.info.isDemo && this.#fragment.includes('.') && (await this.#enterDemo(told.info))) return;
		if (here === 'keysGone' || told.info.room?.letIn) return this.#show('again');
		this.#show(told.info.room || !told.info.mayBegin ? 'askIn' : 'begin');
	};

	/**
	 * Whether this person may begin one more room (F1). That there is one is the server's word alone: everybody in it
	 * may have lost their keys. Of those whom it knows to be in, each may; where nobody is, whoever may begin.
	 */
	get mayBeginAnew(): boolean {
		const { room, mayBegin } = this.info ?? {};
		return Boolean(mayBegin && room && (room.letIn || room.inside.length === 0));
	}

	/** F1, on this device, by this person's own press. `anew`: beside a room that the server says there is. */
	begin = async (leavingNothing = false, anew = false): Promise<void> => {
		// Of two who press, the second is told here: a device keeps to the room it began (SR1).
		const told = await this.outside.look();
		if (!told.ok) return this.#show(told.because);
		const { info } = told;
		if (!this.#places) return;
		if (anew ? !this.mayBeginAnew : info.room || !info.mayBegin) return this.#show('askIn');
		if (leavingNothing) await leaveNothing(info.id, info.me.id);
		await this.#choosePlaces();
		const begun = await beginRoom(info.id, this.#belonging(info), this.#places);
		begun?.store.close();
		if (begun && anew && (await tellRoom(info.id, { roomId: wireRoomId(begun.roomId) }))) await this.outside.look();
		await this.#openKept(this.info ?? info);
	};

	/** Without a network: the room as this device has it, to read and to write on in (PT5). */
	async #openAlone(): Promise<boolean> {
		if (!globalThis.isSecureContext || leavesNothing() || !(await canKeepKeys())) return false;
		await this.#choosePlaces();
		const info = await lastTold(this.#conference, this.#places!);
		if (!info || (await lookHere(info.id, info.me.id, this.#places!)) !== 'here') return false;
		this.outside.info = info;
		return this.#openKept(info);
	}

	/** Opens the room this device holds to; the text as it was here is shown at once. False when it holds to none. */
	async #openKept(info: RoomInfo): Promise<boolean> {
		const roomId = await this.#places!.pins.read(info.id, info.me.id);
		if (!roomId) return false;
		if (!(await this.#isKnownToServer(roomId, info))) {
			this.#show('otherRoom');
			return true;
		}
		const room = await openRoom(info.id, info.me.id, { ...this.#places!, ports: browserPorts(info.id) });
		if (!room) return false;
		await this.#goInside(room, info);
		return true;
	}

	/** What a door of the demo needs travels only there. */
	async #enterDemo(info: RoomInfo): Promise<boolean> {
		const { enterDemo } = await import('./enterDemo.ts');
		const settings = { ...this.#places!, conference: info.id, ports: browserPorts(info.id) };
		const room = await enterDemo(this.#fragment, info, settings);
		this.#fragment = '';
		if (room) await this.#goInside(room, info);
		return room !== undefined;
	}

	async #goInside(room: SealedRoom, info: RoomInfo): Promise<void> {
		this.#room = room;
		await keepTold(room, info);
		this.sheetDue = new SheetDue(room);
		this.#stop = [flushWhenHidden(room, window), this.outside.watch(), room.onChange(this.#lookAtEnds)];
		await this.openGathering(info.gathering.number);
	}

	#lookAtEnds = (): void => {
		if (this.#room?.hasEnded) return this.#show('ended');
		if (this.gathering && this.#room?.ends.hasEnded(this.gathering.name)) this.#show('over');
	};

	/** What can still be read of a gathering that is over. */
	hasGone(number: number): boolean {
		return Boolean(this.#room?.ends.hasEnded(`g${number}`));
	}

	/** Sits down at the paper of a gathering: the one that is held now. */
	openGathering = async (number: number): Promise<void> => {
		if (!this.#room) return;
		if (this.hasGone(number)) return this.#show('over');
		const document = await this.#room.gathering(`g${number}`);
		this.gathering?.close();
		this.gathering = new OpenGathering(this.#room, document, () => void this.outside.look());
		this.#show('inside');
	};

	/** The paper of a gathering that is over, to read. */
	earlier = async (number: number): Promise<OpenGathering | undefined> => {
		const document = await this.#room?.gathering(`g${number}`);
		return document && new OpenGathering(this.#room!, document);
	};

	/**
	 * The server learns the room's name once, from whoever began it, and nothing that opens it. Before that it
	 * would take the room's first words for an attempt to open a room that is not there.
	 */
	async #isKnownToServer(roomId: SealedRoom['roomId'], info: RoomInfo): Promise<boolean> {
		if (info.room) return info.room.roomIds.includes(wireRoomId(roomId));
		return tellRoom(info.id, { roomId: wireRoomId(roomId) });
	}

	#belonging(info: RoomInfo) {
		return { person: info.me.id, name: info.me.name, label: deviceLabel() };
	}

	async #choosePlaces(): Promise<void> {
		this.#places = await places();
		this.leavesNothing = leavesNothing();
	}

	/** Everything of this page is gone. */
	hasLeft(): void {
		for (const stop of this.#stop.splice(0)) stop();
		this.gathering?.close();
		this.gathering = this.#room = undefined;
		this.#show('left');
	}

	#show(stage: Stage): void {
		this.stage = stage;
	}

	async close(): Promise<void> {
		for (const stop of this.#stop) stop();
		this.gathering?.close();
		await this.#room?.close();
	}
}
