import { createSubscriber } from 'svelte/reactivity';
import type { QrPicture } from '#lib/qr.ts';
import { Doorkeeper } from '#lib/sync/door/Doorkeeper.ts';
import type { Invitation } from '#lib/sync/door/Invitation.ts';
import type { InviteHow } from '#lib/sync/door/invite.ts';
import type { Ring } from '#lib/sync/door/Ring.ts';
import { watchDepartures } from '#lib/sync/removal/watchDepartures.ts';
import type { SealedRoom } from '#lib/sync/sealedRoom/SealedRoom.ts';
import { isSheet } from '#lib/sync/sealedRoom/Sheets.ts';

/** What was made last: an address to share or to draw as a QR picture, shown once and kept nowhere. */
export type MadeLink = { id: string; address: string; qr: QrPicture | undefined };
/** Why no link was made. */
export type NoLink = 'notInside' | 'notAllowed' | 'offline';

/** An invitation of this device as it is now, and what can be done with it. */
export type ShownInvitation = ReturnType<typeof shownInvitation>;
/** Somebody who says to be on the phone with this person, as it is now. */
export type ShownRing = ReturnType<typeof shownRing>;

/** Letting somebody in, on the page of somebody who is inside (F2–F5): open invitations, knocks, calls from afar. */
export class LetSomebodyIn {
	made: MadeLink | undefined = $state.raw();
	refusal: NoLink | undefined = $state();
	readonly #keeper: Doorkeeper;
	readonly #subscribe: () => void;
	readonly #stop: () => void;
	/** What ended and was read. */
	#putOff: string[] = $state.raw([]);

	private constructor(keeper: Doorkeeper) {
		this.#keeper = keeper;
		this.#subscribe = createSubscriber((changed) => keeper.onChange(changed));
		// F8: what was made for somebody who was taken out is void, also what was made on a page that closed since.
		this.#stop = watchDepartures(keeper.room.circle, (person) => void keeper.forget(person).catch(() => {}));
	}

	static async open(room: SealedRoom): Promise<LetSomebodyIn> {
		return new LetSomebodyIn(await Doorkeeper.open(room));
	}

	/** Those that are open, or that ended and were not put off; each says how far it is. */
	get invitations(): ShownInvitation[] {
		this.#subscribe();
		return this.#keeper.invitations.map(shownInvitation).filter(({ id }) => !this.#putOff.includes(id));
	}

	/** Who says to be on the phone with this person. */
	get rings(): ShownRing[] {
		this.#subscribe();
		return this.#keeper.rings.map(shownRing).filter(({ id }) => !this.#putOff.includes(id));
	}

	/** Participants of whom a device is in. */
	get inside(): Set<string> {
		this.#subscribe();
		return new Set(this.#keeper.room.circle.live.filter((one) => !isSheet(one)).map(({ person }) => person));
	}

	/** The way to the door is there. */
	get isConnected(): boolean {
		this.#subscribe();
		return this.#keeper.state === 'synced';
	}

	/** Makes a link or picture for one person; a picture that was on the screen before it is taken back. */
	invite = async (person: string, name: string, how: InviteHow): Promise<void> => {
		await this.putAway();
		const invited = await this.#keeper.invite({ person, name }, how);
		this.refusal = invited.ok ? undefined : invited.why;
		if (!invited.ok) return;
		const { invitation, link } = invited;
		const address = `${location.origin}/binnen#${link}`;
		const qr = how === 'qr' ? (await import('#lib/qr.ts')).qrOf(address) : undefined;
		this.made = { id: invitation.invite.key.id, address, qr };
	};

	/** The screen with the link or picture closes: a picture lives no longer than that, a link lives on. */
	putAway = async (): Promise<void> => {
		const { made } = this;
		this.made = undefined;
		this.refusal = undefined;
		const shown = made?.qr && this.#keeper.invitations.find(({ invite }) => invite.key.id === made.id);
		if (shown) await shown.withdraw();
	};

	/** What ended was read. */
	putOff = (id: string): void => {
		this.#putOff = [...this.#putOff, id];
	};

	close(): void {
		this.#stop();
		this.#keeper.close();
	}
}

/** What is said of them beside the question; paper is no device. */
function kindsOf(devices: Ring['alreadyIn']): string[] {
	return devices.filter((one) => !isSheet(one)).map(({ label }) => label);
}

function shownInvitation(invitation: Invitation) {
	const { invite, state, isUsedByAnother } = invitation;
	return {
		id: String(invite.key.id),
		person: invite.person,
		name: invite.name,
		how: invite.how,
		state,
		isUsedByAnother,
		/** Kinds of devices with which this person is in already (IN3). */
		alreadyIn: kindsOf(invitation.alreadyIn),
		yes: () => invitation.yes(),
		no: () => invitation.no(),
		withdraw: () => invitation.withdraw()
	};
}

function shownRing(ring: Ring) {
	const { heard, person, state } = ring;
	return {
		id: heard.session,
		person,
		/** What kind of device calls. */
		label: heard.knock.label,
		state,
		alreadyIn: kindsOf(ring.alreadyIn),
		answer: () => ring.answer(),
		pick: ring.pick.bind(ring),
		no: () => ring.no()
	};
}
