import { createSubscriber } from 'svelte/reactivity';
import { Doorkeeper } from '#lib/sync/door/Doorkeeper.ts';
import type { Invitation } from '#lib/sync/door/Invitation.ts';
import type { InviteHow } from '#lib/sync/door/invite.ts';
import type { Ring } from '#lib/sync/door/Ring.ts';
import type { SealedRoom } from '#lib/sync/sealedRoom/SealedRoom.ts';

/** What was made last: an address to share or to draw as a QR picture, shown once and kept nowhere. */
export type MadeLink = { invitation: Invitation; how: InviteHow; address: string };
/** Why no link was made. */
export type NoLink = 'notInside' | 'notAllowed' | 'offline';

/** Letting somebody in, on the page of somebody who is inside (F2–F5): open invitations, knocks, calls from afar. */
export class LetSomebodyIn {
	made: MadeLink | undefined = $state.raw();
	refusal: NoLink | undefined = $state();
	readonly #keeper: Doorkeeper;
	readonly #subscribe: () => void;

	private constructor(keeper: Doorkeeper) {
		this.#keeper = keeper;
		this.#subscribe = createSubscriber((changed) => keeper.onChange(changed));
	}

	static async open(room: SealedRoom): Promise<LetSomebodyIn> {
		return new LetSomebodyIn(await Doorkeeper.open(room));
	}

	/** Those that are open, or that just ended; each says how far it is. */
	get invitations(): readonly Invitation[] {
		this.#subscribe();
		return this.#keeper.invitations;
	}

	/** Who is at the door and waits for a tap. */
	get knocking(): readonly Invitation[] {
		return this.invitations.filter(({ state }) => state.at === 'knocked');
	}

	/** Who says to be on the phone with this person. */
	get rings(): readonly Ring[] {
		this.#subscribe();
		return this.#keeper.rings;
	}

	/** Makes a link or picture for one person; a picture that was on the screen before it is taken back. */
	invite = async (person: string, name: string, how: InviteHow): Promise<void> => {
		await this.putAway();
		const invited = await this.#keeper.invite({ person, name }, how);
		this.refusal = invited.ok ? undefined : invited.why;
		if (!invited.ok) return;
		const { invitation, link } = invited;
		this.made = { invitation, how, address: `${location.origin}/binnen#${link}` };
	};

	/** The screen with the link or picture closes: a picture lives no longer than that, a link lives on. */
	putAway = async (): Promise<void> => {
		const { made } = this;
		this.made = undefined;
		if (made?.how === 'qr') await made.invitation.withdraw();
	};

	/** Somebody was taken out: their open invitations die. */
	forget = (person: string): Promise<void> => this.#keeper.forget(person);

	close(): void {
		this.#keeper.close();
	}
}
