import { FLAG } from '#lib/crypto/roster/record.ts';
import type { Bytes } from '#lib/crypto/conventions/bytes.ts';
import type { InviteKey } from '#lib/crypto/invite/invite.ts';
import { inviteKey } from '#lib/crypto/invite/inviteKey.ts';
import type { InviteLink } from '#lib/crypto/invite/link.ts';
import { openNotice } from '#lib/crypto/invite/notice.ts';
import { makeKnock } from '#lib/crypto/knock/makeKnock.ts';
import { openWelcome } from '#lib/crypto/welcome/openWelcome.ts';
import type { LocalStore } from '../localStore/localStore.ts';
import { Listeners } from '../sealedRoom/Listeners.ts';
import type { SealedRoom } from '../sealedRoom/SealedRoom.ts';
import { Turns } from '../sealedRoom/Turns.ts';
import { bringAlong, type BringOver, type TwoRoomsState } from './bringAlong.ts';
import { DoorLine } from './DoorLine.ts';
import { Entering, type EnteringState } from './Entering.ts';
import { moveIn, type JoinSettings } from './moveIn.ts';
import { atDoor } from './names.ts';
import { beginWaiting, keepKnock, outsideStore, readWaiting, type Waiting } from './outside.ts';

/**
 * Why it came to nothing. `void`: the link works no longer, ask for a new one (SR7). `signIn`, `notInvited`: the
 * server keeps the door from this person (4401, 4403).
 */
export type EndOfComingIn = 'void' | 'signIn' | 'notInvited';

export type ComingInState =
	/** At the door. `inviter`: for whom this screen waits, as soon as their device has said so. */
	| { at: 'waiting'; inviter: string | null; isOffline: boolean }
	| TwoRoomsState
	| EnteringState
	| { at: 'over'; because: EndOfComingIn };

/** Coming in with a link or QR picture, on the newcomer's device (F3). */
export class ComingIn {
	state: ComingInState = { at: 'waiting', inviter: null, isOffline: false };
	/** Once it is here; this device is in it when `state` says so, and not before. */
	room: SealedRoom | null = null;
	private readonly settings: JoinSettings;
	private readonly store: LocalStore;
	private readonly waiting: Waiting;
	private readonly key: InviteKey;
	private readonly knock: Bytes;
	private readonly door: DoorLine;
	private readonly turns: Turns;
	private readonly listeners = new Listeners();
	private readonly stop: () => void;
	private entering: Entering | null = null;
	private bring: BringOver | null = null;

	private constructor(
		settings: JoinSettings,
		store: LocalStore,
		{ waiting, key, knock }: { waiting: Waiting; key: InviteKey; knock: Bytes }
	) {
		this.settings = settings;
		this.store = store;
		this.waiting = waiting;
		this.key = key;
		this.knock = knock;
		this.door = new DoorLine(settings.conference, settings.ports);
		this.door.put(atDoor.knock(key.id, waiting.device.id), knock);
		this.turns = new Turns(() => this.look(), () => {});
		this.stop = this.door.onChange(() => void this.turns.ask());
	}

	/** On the press of "this is my device": makes its keys and knocks. The same again after a reload. */
	static async begin(link: InviteLink, settings: JoinSettings): Promise<ComingIn> {
		const store = await outsideStore(settings.openStore, settings.who.person);
		return ComingIn.knockWith(await beginWaiting(store, link), store, settings);
	}

	/** Goes on waiting where this device did; null when it waits for nothing. */
	static async resume(settings: JoinSettings): Promise<ComingIn | null> {
		const store = await outsideStore(settings.openStore, settings.who.person);
		const waiting = await readWaiting(store);
		if (waiting !== null) return ComingIn.knockWith(waiting, store, settings);
		store.close();
		return null;
	}

	private static async knockWith(waiting: Waiting, store: LocalStore, settings: JoinSettings): Promise<ComingIn> {
		const { who, keepsNothing } = settings;
		const key = await inviteKey(waiting.link.secret);
		const flags = keepsNothing ? FLAG.keepsNothing : 0;
		const { id, signPub, agreePub } = waiting.device;
		const device = { id, signPub, agreePub };
		const knock = waiting.knock ?? (await makeKnock(key, { device, person: who.person, label: who.label, flags }));
		if (waiting.knock === null) await keepKnock(store, knock);
		return new ComingIn(settings, store, { waiting, key, knock });
	}

	onChange(listener: () => void): () => void {
		return this.listeners.add(listener);
	}

	/** The phone is back on the network, or somebody signed in again, or was invited. */
	retry(): void {
		const isAtDoor = this.room === null && this.door.refusal !== null;
		if (isAtDoor) this.become({ at: 'waiting', inviter: null, isOffline: false });
		this.door.retry();
	}

	/**
	 * "Yes, bring along what I wrote there" (F12). Without it nothing changes: the welcome stays at the door, and this
	 * device with its own room.
	 */
	async bringOver(): Promise<void> {
		const room = await bringAlong(this.bring, (state) => this.become(state));
		if (room) await this.enter(room);
	}

	/** Not this one after all: nothing of it is left here. */
	async giveUp(): Promise<void> {
		this.door.take(atDoor.knock(this.key.id, this.waiting.device.id));
		this.close();
		await this.store.wipe();
	}

	/** Leaves the room open once it is there; whoever shows it closes it. */
	close(): void {
		this.stop();
		this.entering?.close();
		this.door.close();
		this.store.close();
	}

	private become(state: ComingInState): void {
		this.state = state;
		this.listeners.tell();
	}

	private async look(): Promise<void> {
		if (this.state.at !== 'waiting') return;
		const { door, key, waiting } = this;
		if (door.refusal !== null) return this.become({ at: 'over', because: door.refusal === 4401 ? 'signIn' : 'notInvited' });
		const answer = door.read(atDoor.welcome(key.id, waiting.device.id));
		const welcome = answer && (await openWelcome(key, this.knock, answer));
		// Whatever else lies there was not said by who holds the invitation (SR8).
		if (welcome?.ok) {
			const moved = await moveIn(waiting.device, welcome.value, this.settings);
			if (moved.ok) return this.enter(moved.room);
			if (moved.why === 'otherRoom') {
				this.bring = moved.bringOver;
				return this.become({ at: 'twoRooms', isLate: false });
			}
		}
		const said = door.read(atDoor.notice(key.id));
		const notice = said && (await openNotice(key, said));
		if (notice?.ok && notice.value.state === 'void') {
			await this.store.wipe();
			return this.become({ at: 'over', because: 'void' });
		}
		const inviter = notice?.ok ? notice.value.name : this.state.inviter;
		this.become({ at: 'waiting', inviter, isOffline: door.state === 'offline' });
	}

	/** The secret has done its work, on this side too. */
	private async enter(room: SealedRoom): Promise<void> {
		const { door, key, waiting } = this;
		this.room = room;
		await this.store.wipe();
		door.take(atDoor.knock(key.id, waiting.device.id), atDoor.welcome(key.id, waiting.device.id));
		this.entering = new Entering(room);
		this.entering.onChange(() => this.become(this.entering!.state));
		this.become(this.entering.state);
	}
}
