import type { DeviceId } from '#lib/crypto/device/device.ts';
import { makeNotice } from '#lib/crypto/invite/notice.ts';
import type { RosterDevice } from '#lib/crypto/roster/evaluate.ts';
import { makeWelcome } from '#lib/crypto/welcome/makeWelcome.ts';
import type { LocalStore } from '../localStore/localStore.ts';
import { Listeners } from '../sealedRoom/Listeners.ts';
import type { SealedRoom } from '../sealedRoom/SealedRoom.ts';
import { Turns } from '../sealedRoom/Turns.ts';
import type { DoorLine } from './DoorLine.ts';
import { Handing } from './Handing.ts';
import { hearKnocks, type Knocked } from './hearKnocks.ts';
import { forgetInvite, HOW_OF, isCurrent, keepInvite, LIFETIME_MS, readInvite, type Invite } from './invite.ts';
import { atDoor } from './names.ts';

/**
 * Why an invitation is over. `twoDevices`: two different valid knocks, so somebody else has the link too. `refused`:
 * the person inside said no. `withdrawn`: taken back, or it was for somebody who has left. `notAllowed`: the server
 * never lets this person in. `removed`: that device was taken out before.
 */
export type EndOfInvite = 'twoDevices' | 'expired' | 'refused' | 'withdrawn' | 'notAllowed' | 'removed';

export type InvitationState =
	| { at: 'open' }
	/** Somebody with the link is at the door, and waits for a tap. */
	| { at: 'knocked'; device: DeviceId; label: string; flags: number }
	/** Yes was said; it goes on by itself as soon as this device is connected. */
	| { at: 'lettingIn' }
	| { at: 'in'; device: DeviceId }
	| { at: 'over'; because: EndOfInvite };

/** The room it lets into, the door on which it is heard, and where it is kept: in memory for a QR picture. */
export type InvitationHost = { room: SealedRoom; door: DoorLine; store: LocalStore };

/**
 * One invitation on the device that made it (F2, F3): hears knocks, and lets in after a tap and not before (SR6,
 * SR7). Two tabs may both have it; what is written down decides, under a lock.
 */
export class Invitation {
	readonly invite: Readonly<Invite>;
	state: InvitationState = { at: 'open' };
	/** Somebody with this link says to be somebody else: it was opened by the wrong person, or has leaked. */
	isUsedByAnother = false;
	private readonly host: InvitationHost;
	private readonly turns: Turns;
	private readonly listeners = new Listeners();
	private readonly stop: (() => void)[];
	private isClosed = false;
	private isSaid = false;
	private handing: Handing | null = null;

	constructor(invite: Invite, host: InvitationHost) {
		this.invite = invite;
		this.host = host;
		const { room, door } = host;
		const { scheduler } = room.ports;
		this.turns = new Turns(() => this.look(), () => room.book.notices.say('trouble', true));
		const look = () => void this.turns.ask();
		const expiry = invite.madeAt + LIFETIME_MS[invite.how] - scheduler.now();
		this.stop = [door.onChange(look), room.onChange(look), scheduler.after(Math.max(0, expiry) + 1, look)];
		look();
	}

	/** Devices with which this person is in already: then it is for one more, and the screen says so (IN3). */
	get alreadyIn(): RosterDevice[] {
		return this.host.room.circle.live.filter(({ person }) => person === this.invite.person);
	}

	/** The tap: it is this person who stands there. Without a knock it means nothing. */
	async yes(): Promise<void> {
		const { scheduler } = this.host.room.ports;
		await this.change((invite) =>
			invite.knock !== null && isCurrent(invite, scheduler.now()) ? { ...invite, saidYes: true } : null
		);
		await this.turns.ask();
	}

	/** It is not; the link is void. */
	async no(): Promise<void> {
		if (this.state.at !== 'lettingIn') await this.end('refused');
	}

	/** Takes the link back. After a yes it is too late for that; then the device is taken out. */
	async withdraw(): Promise<void> {
		if (this.state.at !== 'lettingIn') await this.end('withdrawn');
	}

	onChange(listener: () => void): () => void {
		return this.listeners.add(listener);
	}

	close(): void {
		this.isClosed = true;
		this.handing?.close();
		for (const stop of this.stop) stop();
	}

	private get isOver(): boolean {
		return this.isClosed || this.state.at === 'in' || this.state.at === 'over';
	}

	private become(state: InvitationState): void {
		this.state = state;
		this.listeners.tell();
	}

	private async look(): Promise<void> {
		if (this.isOver) return;
		const { key } = this.invite;
		const invite = await readInvite(this.host.store, key.id);
		if (invite === null) return this.afterOtherTab();
		const { heard, byAnother } = await hearKnocks(this.host.door, invite);
		if (byAnother !== this.isUsedByAnother) {
			this.isUsedByAnother = byAnother;
			this.listeners.tell();
		}
		const isLate = !isCurrent(invite, this.host.room.ports.scheduler.now());
		// Who was let in before the second knock, or the last hour, is let in.
		const isBeingLetIn = invite.saidYes && this.isAdmitted(heard[0]);
		if (heard.length > 1 && !isBeingLetIn) return this.end('twoDevices');
		if (isLate && !invite.saidYes) return this.end('expired');
		await this.sayOpen();
		const [first] = heard;
		if (first === undefined) return;
		const { label, flags, device } = first.caller;
		if (invite.knock === null) await this.change((kept) => ({ ...kept, knock: kept.knock ?? first.bytes }));
		if (!invite.saidYes) return this.become({ at: 'knocked', device: device.id, label, flags });
		this.become({ at: 'lettingIn' });
		await this.letIn(invite, first);
	}

	private isAdmitted(heard: Knocked | undefined): boolean {
		const { roster } = this.host.room.circle;
		return heard !== undefined && roster.devices.has(heard.caller.device.id);
	}

	private async letIn(invite: Invite, { bytes, caller }: Knocked): Promise<void> {
		const { door, store } = this.host;
		const { key, name, how } = invite;
		this.handing ??= new Handing(this.host, {
			newcomer: { ...caller, name, how: HOW_OF[how] },
			answerAt: atDoor.welcome(key.id, caller.device.id),
			prove: (welcome) => makeWelcome(key, bytes, welcome),
			again: () => void this.turns.ask()
		});
		const outcome = await this.alone(() => this.handing!.step());
		if (outcome === 'notYet') return;
		if (outcome !== 'done') return this.end(outcome);
		// Forgotten last: until the server has all of it, a page that dies here says it again.
		await forgetInvite(store, key.id);
		door.take(atDoor.notice(key.id));
		this.become({ at: 'in', device: caller.device.id });
	}

	private async sayOpen(): Promise<void> {
		const { room, door } = this.host;
		if (this.isSaid) return;
		this.isSaid = true;
		const name = room.circle.me?.name ?? '';
		door.put(atDoor.notice(this.invite.key.id), await makeNotice(this.invite.key, { state: 'open', name }));
	}

	private async end(because: EndOfInvite): Promise<void> {
		if (this.isOver) return;
		const { room, door, store } = this.host;
		const { key } = this.invite;
		const name = room.circle.me?.name ?? '';
		const notice = await makeNotice(key, { state: 'void', name });
		await forgetInvite(store, key.id);
		door.put(atDoor.notice(key.id), notice);
		this.become({ at: 'over', because });
	}

	private afterOtherTab(): void {
		const devices = this.alreadyIn.filter(({ letInBy }) => letInBy === this.host.room.circle.device.id);
		const mine = devices.find(({ id }) => this.host.door.read(atDoor.welcome(this.invite.key.id, id)) !== null);
		this.become(mine ? { at: 'in', device: mine.id } : { at: 'over', because: 'withdrawn' });
	}

	/** Changes what is written down, unless it is gone or `next` wants nothing. */
	private change(next: (kept: Invite) => Invite | null): Promise<void> {
		const { store } = this.host;
		return this.alone(async () => {
			const kept = await readInvite(store, this.invite.key.id);
			const changed = kept && next(kept);
			if (changed) await keepInvite(store, changed);
		});
	}

	private alone<T>(work: () => Promise<T>): Promise<T> {
		const { room } = this.host;
		return room.ports.locks.hold(`rondom/${room.roomId}/${room.circle.device.id}/invite/${this.invite.key.id}`, work);
	}
}
