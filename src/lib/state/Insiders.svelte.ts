import { createSubscriber } from 'svelte/reactivity';
import { askOut, takeBack, type AskedOut } from '#lib/sync/removal/askOut.ts';
import { ownBefore, stillMine } from '#lib/sync/removal/ownBefore.ts';
import { everythingOf, removeDevices } from '#lib/sync/removal/remove.ts';
import { leavesNothing, wayIn, type Way } from '#lib/sync/removal/wayIn.ts';
import type { SealedRoom, ShownDevice } from '#lib/sync/sealedRoom/SealedRoom.ts';
import type { OurRoom } from './OurRoom.svelte.ts';

/** A device or sheet as the screen shows it; times in milliseconds by this device's own clock. */
export type InsideDevice = {
	id: string;
	person: string;
	name: string;
	/** `telefoon`, `tablet` …; what the device said of itself. */
	kind: string;
	since: number | null;
	lastHeard: number | null;
	isThis: boolean;
	isSheet: boolean;
	/** It forgets everything with its page (F14). */
	leavesNothing: boolean;
	way: Way;
	/** Who let it in; empty for the one that began. */
	letInBy: string;
};

/**
 * RM2, for the reader. `own`: one's own, alone. `alone`: a central person may. `together`: it takes two. `stays`:
 * a central person does. `never`: who stands beside the circle takes nobody out.
 */
export type MayTake = 'own' | 'alone' | 'together' | 'stays' | 'never';

export type InsidePerson = {
	person: string;
	name: string;
	isMe: boolean;
	/** Without sheets first, then those. */
	devices: InsideDevice[];
	mayTake: MayTake;
	/** Names of those who asked that this person goes, and whether the reader did. */
	askedBy: string[];
	askedByMe: boolean;
	/** Devices of others that this person let in, to look at. */
	letIn: InsideDevice[];
};

/** Who and which devices are in, and taking them out (F8, RM2, SR9). */
export class Insiders {
	/** Own devices that were in before this one (F7). */
	before: InsideDevice[] = $state.raw([]);
	readonly #room: OurRoom;
	readonly #sealed: SealedRoom;
	readonly #changed: () => void;

	constructor(room: OurRoom) {
		this.#room = room;
		this.#sealed = room.sealed!;
		this.#changed = createSubscriber((update) => this.#sealed.onChange(update));
	}

	get people(): InsidePerson[] {
		this.#changed();
		const live = this.#sealed.devices.filter(({ standing }) => standing === 'live').map(this.#shown);
		const persons = [...new Set(live.map(({ person }) => person))];
		const { id: me } = this.#room.info!.me;
		return persons
			.map((person) => {
				const devices = live.filter((one) => one.person === person).sort((a, b) => rank(a) - rank(b));
				const ids = new Set(devices.map(({ id }) => id));
				const letIn = this.#sealed.devices
					.filter((one) => one.standing === 'live' && one.person !== person && ids.has(one.letInBy ?? ''))
					.map(this.#shown);
				const asked = this.#room.info!.askedOut.filter((one) => one.person === person);
				return {
					person,
					name: devices[0]!.name,
					isMe: person === me,
					devices,
					mayTake: this.#mayTake(person),
					askedBy: asked.filter(({ by }) => by !== me).map(({ by }) => this.#nameOf(by)),
					askedByMe: asked.some(({ by }) => by === me),
					letIn
				};
			})
			.sort((a, b) => Number(b.isMe) - Number(a.isMe));
	}

	/** Sheets of others than this person, which they may have seen. */
	otherSheets(person: string): InsideDevice[] {
		return this.people.flatMap(({ devices }) => devices).filter((one) => one.isSheet && one.person !== person);
	}

	/** Who asks that somebody goes, by name: everybody inside sees that (RM2). */
	get asked(): { who: string; name: string }[] {
		this.#changed();
		return this.#room.info!.askedOut.map(({ person, by }) => ({ who: this.#nameOf(by), name: this.#nameOf(person) }));
	}

	/** Who came in and was not tapped away here yet, last first (SR9). */
	get unmet(): InsideDevice[] {
		this.#changed();
		return this.#sealed.unmet.map(this.#shown);
	}

	meet = (ids: readonly string[]): Promise<void> => this.#sealed.newcomers.meet(this.#known(ids));

	/** Looks which own devices were in before this one. */
	lookBefore = async (): Promise<void> => {
		this.before = (await ownBefore(this.#sealed)).map(this.#shown);
	};

	/** They are still in the right hands. */
	keepBefore = async (): Promise<void> => {
		await stillMine(this.#sealed, this.#known(this.before.map(({ id }) => id)));
		this.before = [];
	};

	/** Takes devices out: one's own, or by a central person. */
	takeOut = (ids: readonly string[]): Promise<AskedOut> => removeDevices(this.#sealed, this.#known(ids)).catch(() => 'notNow' as const);

	/** All of a person, and the sheets they may have seen; by two together where it takes two. */
	takeOutPerson = async (person: string, alsoSheets: readonly string[]): Promise<AskedOut> => {
		const ids = [...everythingOf(this.#sealed, person).map(({ id }) => id), ...this.#known(alsoSheets)];
		const isTogether = this.#mayTake(person) === 'together';
		const outcome = isTogether ? await askOut(this.#sealed, person, ids) : await this.takeOut(ids);
		await this.#tellOthers();
		return outcome;
	};

	/** Asks no longer that somebody goes. */
	takeBack = async (person: string): Promise<boolean> => {
		const isDone = await takeBack(this.#sealed, person);
		await this.#tellOthers();
		return isDone;
	};

	/** What was asked at the server, the others ask after themselves. */
	async #tellOthers(): Promise<void> {
		this.#room.gathering?.tellNews();
		await this.#room.outside.look();
	}

	#mayTake(person: string): MayTake {
		const { info } = this.#room;
		const hatsOf = (id: string) => info!.people.find((one) => one.id === id)?.hats ?? [];
		if (person === info!.me.id) return 'own';
		if (hatsOf(person).includes('centralPerson')) return 'stays';
		if (!info!.mayBegin) return 'never';
		return hatsOf(info!.me.id).includes('centralPerson') ? 'alone' : 'together';
	}

	#known(ids: readonly string[]): ShownDevice['id'][] {
		return this.#sealed.devices.filter(({ id }) => ids.includes(id)).map(({ id }) => id);
	}

	#nameOf(person: string): string {
		const inside = this.#sealed.devices.find((one) => one.person === person)?.name;
		return inside ?? this.#room.info!.people.find(({ id }) => id === person)?.name ?? '';
	}

	readonly #shown = (device: ShownDevice): InsideDevice => {
		const { id, person, name, label, since, lastHeard, isThis, isSheet, letInBy } = device;
		return {
			id,
			person,
			name,
			kind: label,
			since,
			lastHeard,
			isThis,
			isSheet,
			leavesNothing: leavesNothing(device),
			way: wayIn(device),
			letInBy: (letInBy && this.#sealed.devices.find((one) => one.id === letInBy)?.name) ?? ''
		};
	};
}

/** This device, then others, then paper. */
function rank({ isThis, isSheet }: InsideDevice): number {
	if (isThis) return 0;
	if (isSheet) return 2;
	return 1;
}
