import { toHex, type Bytes } from '#lib/crypto/conventions/bytes.ts';
import { randomBytes } from '#lib/crypto/conventions/random.ts';
import { createDevice } from '#lib/crypto/device/createDevice.ts';
import type { Device } from '#lib/crypto/device/device.ts';
import { readHello, type Hello } from '#lib/crypto/pictures/hello.ts';
import { commitToNumber, NUMBER_LENGTH } from '#lib/crypto/pictures/number.ts';
import { writePictureKnock } from '#lib/crypto/pictures/pictureKnock.ts';
import { picturesOf, type Pictures } from '#lib/crypto/pictures/pictures.ts';
import { FLAG } from '#lib/crypto/roster/record.ts';
import { openSignedWelcome } from '#lib/crypto/welcome/openWelcome.ts';
import { Listeners } from '../sealedRoom/Listeners.ts';
import type { SealedRoom } from '../sealedRoom/SealedRoom.ts';
import { Turns } from '../sealedRoom/Turns.ts';
import { bringAlong, type BringOver, type TwoRoomsState } from './bringAlong.ts';
import { DoorLine } from './DoorLine.ts';
import { Entering, type EnteringState } from './Entering.ts';
import { moveIn, type JoinSettings } from './moveIn.ts';
import { atDoor, STEP, type SessionId } from './names.ts';
import { outsideStore } from './outside.ts';
import { RING_MS } from './Ring.ts';
import { countTry } from './tries.ts';

/** `different`: the two do not see the same pictures, so somebody stands between. The others as in ComingIn. */
export type EndOfCall = 'expired' | 'different' | 'tooManyTries' | 'signIn' | 'notInvited';

export type CallState =
	/** Lies at the door; whoever is called has not answered yet. */
	| { at: 'ringing'; isOffline: boolean }
	/** To be read aloud. `isSame`: this person said that the other has the same, and waits to be let in. */
	| { at: 'pictures'; pictures: Pictures; isSame: boolean }
	| TwoRoomsState
	| EnteringState
	| { at: 'over'; because: EndOfCall };

type Own = { device: Device; session: SessionId; number: Bytes; knock: Bytes };
type Answered = { bytes: Bytes; hello: Hello };

/**
 * Coming in from afar, on the newcomer's device (F4), by a phone call that is already going on. Without this
 * person's own yes to the pictures no welcome is taken: a server between the two could else make up a room and
 * answer for it. All of it is in memory; a page that dies calls again, which is one try more.
 */
export class Calling {
	state: CallState = { at: 'ringing', isOffline: false };
	room: SealedRoom | null = null;
	private readonly settings: JoinSettings;
	private readonly own: Own;
	private readonly door: DoorLine;
	private readonly turns: Turns;
	private readonly listeners = new Listeners();
	private readonly stop: (() => void)[];
	private answered: Answered | null = null;
	private entering: Entering | null = null;
	private bring: BringOver | null = null;

	private constructor(settings: JoinSettings, own: Own) {
		this.settings = settings;
		this.own = own;
		this.door = new DoorLine(settings.conference, settings.ports);
		this.door.put(atDoor.pictures(own.session, STEP.knock), own.knock);
		this.turns = new Turns(() => this.look(), () => {});
		const late = settings.ports.scheduler.after(RING_MS, () => this.end('expired'));
		this.stop = [this.door.onChange(() => void this.turns.ask()), late];
	}

	/** Knocks for the person who is on the phone. Null after three tries within the hour. */
	static async begin(to: string, settings: JoinSettings): Promise<Calling | null> {
		const { openStore, ports, who, keepsNothing } = settings;
		const store = await outsideStore(openStore, who.person);
		const mayTry = await countTry(store, ports.scheduler.now());
		store.close();
		if (!mayTry) return null;
		const keys = await createDevice();
		const { id, signPub, agreePub } = keys;
		const number = randomBytes(NUMBER_LENGTH);
		const knock = writePictureKnock({
			device: { id, signPub, agreePub },
			person: who.person,
			label: who.label,
			flags: keepsNothing ? FLAG.keepsNothing : 0,
			to,
			commit: await commitToNumber(number)
		});
		return new Calling(settings, { device: keys, session: toHex(randomBytes(8)), number, knock });
	}

	/** "Yes, they say they have the same." */
	async same(): Promise<void> {
		if (this.state.at !== 'pictures') return;
		this.become({ ...this.state, isSame: true });
		await this.turns.ask();
	}

	/** "No": somebody stands between, or it went wrong. Nothing that answered is believed. */
	different(): void {
		if (this.state.at === 'pictures') this.end('different');
	}

	/** "Yes, bring along what I wrote there" (F12). Without it nothing changes here. */
	async bringOver(): Promise<void> {
		const room = await bringAlong(this.bring, (state) => this.become(state));
		if (room) this.enter(room);
	}

	onChange(listener: () => void): () => void {
		return this.listeners.add(listener);
	}

	retry(): void {
		this.door.retry();
	}

	/** Hangs up. Leaves the room open once it is there; whoever shows it closes it. */
	close(): void {
		if (this.room === null) this.door.take(this.at(STEP.knock), this.at(STEP.number));
		for (const stop of this.stop) stop();
		this.entering?.close();
		this.door.close();
	}

	private at(step: (typeof STEP)[keyof typeof STEP]): string {
		return atDoor.pictures(this.own.session, step);
	}

	private become(state: CallState): void {
		this.state = state;
		this.listeners.tell();
	}

	private end(because: EndOfCall): void {
		if (this.room !== null || this.bring !== null || this.state.at === 'over') return;
		this.become({ at: 'over', because });
		this.close();
	}

	private async look(): Promise<void> {
		const { door } = this;
		if (door.refusal !== null) return this.end(door.refusal === 4401 ? 'signIn' : 'notInvited');
		if (this.state.at === 'ringing') await this.hearHello();
		if (this.state.at === 'pictures' && this.state.isSame) await this.hearWelcome();
	}

	/** The first that can be read counts; another one later changes nothing. */
	private async hearHello(): Promise<void> {
		const { door, own } = this;
		const bytes = door.read(this.at(STEP.hello));
		const hello = bytes && (await readHello(bytes));
		if (!bytes || !hello?.ok) return this.become({ at: 'ringing', isOffline: door.state === 'offline' });
		this.answered = { bytes, hello: hello.value };
		// Only now: the other side's number had to come before this one could be known.
		door.put(this.at(STEP.number), own.number);
		this.become({ at: 'pictures', pictures: await picturesOf(own.knock, bytes, own.number), isSame: false });
	}

	private async hearWelcome(): Promise<void> {
		const { own, answered } = this;
		const bytes = this.door.read(this.at(STEP.welcome));
		if (bytes === null || answered === null || this.room !== null) return;
		const from = { signPub: answered.hello.device.signPub, roomId: answered.hello.roomId };
		const welcome = await openSignedWelcome(from, { knock: own.knock, hello: answered.bytes }, bytes);
		if (!welcome.ok) return;
		const moved = await moveIn(own.device, welcome.value, this.settings);
		if (moved.ok) return this.enter(moved.room);
		if (moved.why !== 'otherRoom') return;
		this.bring = moved.bringOver;
		this.become({ at: 'twoRooms', isLate: false });
	}

	private enter(room: SealedRoom): void {
		this.room = room;
		this.door.take(this.at(STEP.knock), this.at(STEP.number));
		this.entering = new Entering(room);
		this.entering.onChange(() => this.become(this.entering!.state));
		this.become(this.entering.state);
	}
}
