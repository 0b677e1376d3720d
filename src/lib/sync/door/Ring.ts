import { sameBytes, type Bytes } from '#lib/crypto/conventions/bytes.ts';
import { randomBytes } from '#lib/crypto/conventions/random.ts';
import type { DeviceId } from '#lib/crypto/device/device.ts';
import { writeHello } from '#lib/crypto/pictures/hello.ts';
import { commitToNumber, NUMBER_LENGTH } from '#lib/crypto/pictures/number.ts';
import type { PictureKnock } from '#lib/crypto/pictures/pictureKnock.ts';
import { picturesOf, samePictures, threeRows, type Pictures } from '#lib/crypto/pictures/pictures.ts';
import type { RosterDevice } from '#lib/crypto/roster/evaluate.ts';
import { HOW } from '#lib/crypto/roster/record.ts';
import { signWelcome } from '#lib/crypto/welcome/makeWelcome.ts';
import { Listeners } from '../sealedRoom/Listeners.ts';
import type { SealedRoom } from '../sealedRoom/SealedRoom.ts';
import { Turns } from '../sealedRoom/Turns.ts';
import type { DoorLine } from './DoorLine.ts';
import { Handing } from './Handing.ts';
import { atDoor, STEP, type SessionId } from './names.ts';
import { countTry } from './tries.ts';

/** How long a try lasts, from the knock, by each side's own clock. */
export const RING_MS = 10 * 60_000;

/**
 * Why it is over. `different`: none of the rows, so somebody stands between. `spoilt`: the number is not the one the
 * caller committed to. `hungUp`: the caller went away. `elsewhere`: another device of this person answered. `tooManyTries`: three within the hour.
 */
export type EndOfRing =
	| 'expired'
	| 'hungUp'
	| 'refused'
	| 'different'
	| 'spoilt'
	| 'elsewhere'
	| 'tooManyTries'
	| 'notAllowed'
	| 'removed';

export type RingState =
	/** Somebody says to be on the phone with this person. */
	| { at: 'rings' }
	/** Waits for the caller's number. */
	| { at: 'answered' }
	/** One of these is what the caller reads out; or none. */
	| { at: 'rows'; rows: Pictures[] }
	| { at: 'lettingIn' }
	| { at: 'in'; device: DeviceId }
	| { at: 'over'; because: EndOfRing };

/** A knock from afar as it lies at the door, and its bytes. */
export type Heard = { session: SessionId; knock: PictureKnock; bytes: Bytes };
/** What this side said, and what both sides' words come to. */
type Conversation = { hello: Bytes; truth: Pictures | null };

/**
 * The inside of a phone call with pictures (F4): answers a knock, shows three rows, lets in after the right one and
 * not before (SR6). All of it is in memory: a page that dies has heard nothing, and the caller tries again.
 */
export class Ring {
	readonly heard: Heard;
	state: RingState = { at: 'rings' };
	private readonly room: SealedRoom;
	private readonly door: DoorLine;
	private readonly turns: Turns;
	private readonly listeners = new Listeners();
	private readonly stop: (() => void)[];
	private said: Conversation | null = null;
	private handing: Handing | null = null;

	constructor(heard: Heard, { room, door }: { room: SealedRoom; door: DoorLine }) {
		this.heard = heard;
		this.room = room;
		this.door = door;
		this.turns = new Turns(() => this.look(), () => room.book.notices.say('trouble', true));
		const look = () => void this.turns.ask();
		const late = room.ports.scheduler.after(RING_MS, () => this.end('expired'));
		this.stop = [door.onChange(look), room.onChange(look), late];
	}

	/** Who it says it is, and devices with which that person is in already (IN3). */
	get person(): string {
		return this.heard.knock.person;
	}

	get alreadyIn(): RosterDevice[] {
		return this.room.circle.live.filter(({ person }) => person === this.person);
	}

	/** "Yes, I have them on the phone." Says which room, and this side's number. */
	async answer(): Promise<void> {
		const { circle, ports, roomId, store } = this.room;
		if (this.state.at !== 'rings' || this.said || !circle.isLive) return;
		const hello = writeHello({ device: circle.device, roomId, number: randomBytes(NUMBER_LENGTH) });
		this.said = { hello, truth: null };
		if (!(await countTry(store, ports.scheduler.now()))) return this.end('tooManyTries');
		this.door.put(atDoor.pictures(this.heard.session, STEP.hello), hello);
		this.become({ at: 'answered' });
		await this.turns.ask();
	}

	/** The row that was read out; null for "none of these". Only the right one lets in, by the name given here. */
	async pick(row: Pictures | null, name: string): Promise<void> {
		const truth = this.said?.truth;
		if (this.state.at !== 'rows' || !this.said || !truth) return;
		if (row === null || !samePictures(row, truth)) return this.end('different');
		const { knock, session, bytes } = this.heard;
		const { hello } = this.said;
		this.handing = new Handing({ room: this.room, door: this.door }, {
			newcomer: { ...knock, name, how: HOW.pictures },
			answerAt: atDoor.pictures(session, STEP.welcome),
			prove: (welcome) => signWelcome(this.room.circle.device, { knock: bytes, hello }, welcome),
			again: () => void this.turns.ask()
		});
		this.become({ at: 'lettingIn' });
		await this.turns.ask();
	}

	/** Nobody is on the phone, or not this person. */
	no(): void {
		if (this.state.at !== 'lettingIn') this.end('refused');
	}

	onChange(listener: () => void): () => void {
		return this.listeners.add(listener);
	}

	close(): void {
		this.handing?.close();
		for (const stop of this.stop) stop();
	}

	private become(state: RingState): void {
		this.state = state;
		this.listeners.tell();
	}

	private end(because: EndOfRing): void {
		const { at } = this.state;
		if (at === 'over' || at === 'in' || (at === 'lettingIn' && because === 'expired')) return;
		if (this.said) this.door.take(atDoor.pictures(this.heard.session, STEP.hello));
		this.become({ at: 'over', because });
		this.close();
	}

	private async look(): Promise<void> {
		const { session } = this.heard;
		const answer = this.door.read(atDoor.pictures(session, STEP.hello));
		const isNew = this.state.at === 'rings' && !this.said;
		if (isNew && answer !== null) return this.end('elsewhere');
		if (isNew && this.door.read(atDoor.pictures(session, STEP.knock)) === null) return this.end('hungUp');
		if (this.state.at === 'answered') await this.hearNumber();
		if (this.state.at !== 'lettingIn') return;
		const outcome = await this.handing!.step();
		if (outcome === 'notYet') return;
		if (outcome !== 'done') return this.end(outcome);
		this.become({ at: 'in', device: this.heard.knock.device.id });
	}

	/** The caller gives its number only after this side's, and it must be the one it had committed to. */
	private async hearNumber(): Promise<void> {
		const { session, knock, bytes } = this.heard;
		const number = this.door.read(atDoor.pictures(session, STEP.number));
		if (number === null || !this.said) return;
		const isTheirs = number.length === NUMBER_LENGTH && sameBytes(await commitToNumber(number), knock.commit);
		if (!isTheirs) return this.end('spoilt');
		const truth = await picturesOf(bytes, this.said.hello, number);
		this.said = { ...this.said, truth };
		this.become({ at: 'rows', rows: threeRows(truth, randomBytes) });
	}
}
