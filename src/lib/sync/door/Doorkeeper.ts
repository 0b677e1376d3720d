import { randomBytes } from '#lib/crypto/conventions/random.ts';
import { INVITE_SECRET_LENGTH } from '#lib/crypto/invite/invite.ts';
import { inviteKey } from '#lib/crypto/invite/inviteKey.ts';
import { formatInviteLink } from '#lib/crypto/invite/link.ts';
import { readPictureKnock } from '#lib/crypto/pictures/pictureKnock.ts';
import { NotAllowed } from '../admission.ts';
import type { LocalStore } from '../localStore/localStore.ts';
import { memoryStore } from '../localStore/memoryStore.ts';
import type { WireState } from '../wire/wire.ts';
import { Listeners } from '../sealedRoom/Listeners.ts';
import type { SealedRoom } from '../sealedRoom/SealedRoom.ts';
import { Turns } from '../sealedRoom/Turns.ts';
import { DoorLine } from './DoorLine.ts';
import { Invitation } from './Invitation.ts';
import { keepInvite, listInvites, type Invite, type Invitee, type InviteHow } from './invite.ts';
import { atDoor, sessionsIn, STEP, type SessionId } from './names.ts';
import { Ring } from './Ring.ts';

/** More at once are nobody on the phone. */
const MOST_RINGS = 5;

/**
 * `link` is what follows `#`; it is shown or shared once and kept nowhere. `notInside`: this device is not in the
 * room. `notAllowed`: the server never lets this person in. `offline`: it could not be told.
 */
export type Invited =
	| { ok: true; invitation: Invitation; link: string }
	| { ok: false; why: 'notInside' | 'notAllowed' | 'offline' };

/** The door seen from inside: this device's invitations, and who calls it from afar. One per open room. */
export class Doorkeeper {
	readonly room: SealedRoom;
	private readonly door: DoorLine;
	/** A QR picture lives as long as its screen, so what it needs is nowhere but here. */
	private readonly passing: LocalStore = memoryStore();
	private readonly listeners = new Listeners();
	private readonly turns: Turns;
	private readonly stop: (() => void)[];
	private readonly met = new Map<SessionId, Ring>();
	private all: Invitation[] = [];

	private constructor(room: SealedRoom) {
		this.room = room;
		this.door = new DoorLine(room.settings.conference, room.ports);
		this.turns = new Turns(() => this.listen(), () => room.book.notices.say('trouble', true));
		const listen = () => void this.turns.ask();
		this.stop = [this.door.onChange(listen), room.onChange(listen)];
	}

	/** With the links that were made here and are still open. */
	static async open(room: SealedRoom): Promise<Doorkeeper> {
		const keeper = new Doorkeeper(room);
		for (const invite of await listInvites(room.store)) keeper.take(invite, room.store);
		return keeper;
	}

	/** Of the way to the door; `refused` when the server keeps even that from this person. */
	get state(): WireState {
		return this.door.state;
	}

	get invitations(): readonly Invitation[] {
		return this.all;
	}

	/** Who says to be on the phone with this person, and how far each is. */
	get rings(): readonly Ring[] {
		return [...this.met.values()];
	}

	/** Invites somebody, or oneself on a second device (F2, F5). The server learns for whom, and nothing that opens. */
	async invite({ person, name }: Invitee, how: InviteHow): Promise<Invited> {
		const { circle, ports, settings, store } = this.room;
		if (!circle.isLive) return { ok: false, why: 'notInside' };
		try {
			await ports.admission?.openDoor(person);
		} catch (error) {
			return { ok: false, why: error instanceof NotAllowed ? 'notAllowed' : 'offline' };
		}
		const secret = randomBytes(INVITE_SECRET_LENGTH);
		const invite: Invite = {
			key: await inviteKey(secret),
			person,
			name,
			how,
			madeAt: ports.scheduler.now(),
			knock: null,
			saidYes: false,
			goneBefore: this.goneOf(person)
		};
		const place = how === 'link' ? store : this.passing;
		await keepInvite(place, invite);
		const link = await formatInviteLink({ conference: settings.conference, secret });
		return { ok: true, invitation: this.take(invite, place), link };
	}

	/** Somebody was taken out: what was made for them before that is void (F8). */
	async forget(person: string): Promise<void> {
		const gone = this.goneOf(person);
		const isMeant = ({ invite }: Invitation) =>
			invite.person === person && gone.some((id) => !invite.goneBefore.includes(id));
		await Promise.all(this.all.filter(isMeant).map((invitation) => invitation.withdraw()));
	}

	onChange(listener: () => void): () => void {
		return this.listeners.add(listener);
	}

	close(): void {
		for (const stop of this.stop) stop();
		for (const one of [...this.all, ...this.met.values()]) one.close();
		this.door.close();
	}

	private goneOf(person: string) {
		const devices = [...this.room.circle.roster.devices.values()];
		return devices.filter((one) => one.person === person && one.standing === 'removed').map(({ id }) => id);
	}

	private take(invite: Invite, store: LocalStore): Invitation {
		const invitation = new Invitation(invite, { room: this.room, door: this.door, store });
		this.all = [...this.all, invitation];
		this.stop.push(invitation.onChange(() => this.listeners.tell()));
		this.listeners.tell();
		return invitation;
	}

	/** New knocks from afar that are meant for this person. */
	private async listen(): Promise<void> {
		const { circle } = this.room;
		for (const session of sessionsIn(this.door.names('p/'))) {
			const bytes = this.door.read(atDoor.pictures(session, STEP.knock));
			const ringing = this.rings.filter(({ state }) => state.at !== 'over').length;
			if (bytes === null || this.met.has(session) || ringing >= MOST_RINGS) continue;
			const knock = await readPictureKnock(bytes);
			if (!knock.ok || knock.value.to !== circle.me?.person || !circle.isLive) continue;
			const ring = new Ring({ session, knock: knock.value, bytes }, { room: this.room, door: this.door });
			this.met.set(session, ring);
			this.stop.push(ring.onChange(() => this.listeners.tell()));
		}
		this.listeners.tell();
	}
}
