import { createSubscriber } from 'svelte/reactivity';
import { z } from 'zod';
import type { SealedDocument } from '#lib/sync/sealedRoom/SealedDocument.ts';
import type { SealedRoom } from '#lib/sync/sealedRoom/SealedRoom.ts';
import { PlanDraft } from './PlanDraft.svelte.ts';

/** Whoever else is here, and the place in the draft where they write; empty when they only look. */
export type Beside = { person: string; name: string; where: string };

/** Somebody who was let in, and on what. */
export type Inside = { person: string; name: string; devices: string[] };

/**
 * What a page says of itself to the others, sealed; the rest of such a line is thrown away. `news` goes up when
 * something happened outside the room that the others should ask after.
 */
const Says = z.object({ where: z.string().max(80), news: z.number().int().default(0) });

/** One gathering of the circle as the screen sees it: the draft, who is here, and where one's words are. */
export class OpenGathering {
	readonly draft: PlanDraft;
	/** Its name among the documents of the room: `g1`, `g2` … */
	readonly name: string;
	readonly #room: SealedRoom;
	readonly #document: SealedDocument;
	readonly #changed: () => void;
	readonly #heard = new Map<string, number>();
	readonly #stop: () => void;
	#says = { where: '', news: 0 };
	#hasArrived = false;
	#hasToLook = false;

	/** @param onNews called when another page says that something happened outside */
	constructor(room: SealedRoom, document: SealedDocument, onNews: () => void = () => {}) {
		this.#room = room;
		this.#document = document;
		this.name = document.name;
		this.draft = new PlanDraft(document.text);
		this.#changed = createSubscriber((update) => {
			const stop = [room.onChange(update), document.onChange(update), document.presence.onChange(update)];
			return () => stop.forEach((end) => end());
		});
		this.#stop = document.presence.onChange(() => this.#hearNews(onNews));
		document.presence.say(this.#says);
	}

	/** Where one's own words are: still on this page, on this device, sent, or seen by others. */
	get where() {
		this.#changed();
		return this.#document.where;
	}

	get state() {
		this.#changed();
		return this.#document.state;
	}

	/**
	 * Whether the text is here: kept on this device, or come from the others. Before that an empty draft would look
	 * as if nothing had been written.
	 */
	get hasArrived(): boolean {
		this.#changed();
		this.#hasArrived ||= this.#document.isOpen || this.#document.text.store.clients.size > 0;
		return this.#hasArrived;
	}

	/** 4401, 4403 or 4410 when the server lets this person no longer in; what is on the device stays. */
	get refusal() {
		this.#changed();
		return this.#document.refusal ?? this.#room.book.refusal;
	}

	/**
	 * Taken out, or kept out by the server (4403): the screen closes at once, and nothing is wiped (SR36). Where the
	 * text has not come, who is at the door reads why.
	 */
	get isClosedToThis(): boolean {
		return this.standing === 'removed' || (this.refusal === 4403 && this.standing === 'live');
	}

	get standing() {
		this.#changed();
		return this.#room.standing;
	}

	get notices() {
		this.#changed();
		return this.#room.notices;
	}

	/** The others who are here now, and another page of one's own. Somebody with two pages open counts once. */
	get others(): Beside[] {
		this.#changed();
		const byPerson = new Map<string, Beside>();
		for (const { person, name, says } of this.#document.presence.others) {
			const { where = '' } = Says.safeParse(says).data ?? {};
			byPerson.set(person, { person, name, where: where || byPerson.get(person)?.where || '' });
		}
		return [...byPerson.values()];
	}

	/**
	 * Somebody came in whom this person has not tapped away yet (SR9), or they have another device inside (F7). Once
	 * so it stays so: what came of it is said in the same place.
	 */
	get hasToLook(): boolean {
		this.#changed();
		const { devices, unmet, settings } = this.#room;
		const isOther = ({ person, standing, isThis, isSheet }: (typeof devices)[0]) =>
			person === settings.person && standing === 'live' && !isThis && !isSheet;
		this.#hasToLook ||= unmet.length > 0 || devices.some(isOther);
		return this.#hasToLook;
	}

	/** Somebody wants to end the room (F13). */
	get isEnding(): boolean {
		this.#changed();
		return this.#room.closing.isRunning;
	}

	/** Everybody who was let in, with their devices and sheets. */
	get inside(): Inside[] {
		this.#changed();
		const byPerson = new Map<string, Inside>();
		for (const { person, name, label, standing } of this.#room.devices) {
			if (standing !== 'live') continue;
			const devices = [...(byPerson.get(person)?.devices ?? []), label];
			byPerson.set(person, { person, name, devices });
		}
		return [...byPerson.values()];
	}

	/** Tells the others where this person is writing. */
	writeAt = (where: string): void => this.#say({ ...this.#says, where });

	/** Tells the others that something happened outside: they ask after it themselves. */
	tellNews = (): void => this.#say({ ...this.#says, news: this.#says.news + 1 });

	/** Everything typed here: on the device, and on its way if that can be. */
	flush = (): Promise<void> => this.#room.flush();

	/** Signed in again, or back on the network. */
	retry = (): Promise<void> => this.#room.retry();

	close(): void {
		this.#stop();
		this.writeAt('');
	}

	#say(says: z.infer<typeof Says>): void {
		this.#says = says;
		this.#document.presence.say(says);
	}

	#hearNews(onNews: () => void): void {
		let isNew = false;
		for (const { session, says } of this.#document.presence.others) {
			const { news = 0 } = Says.safeParse(says).data ?? {};
			// Whoever is heard for the first time may have told it long ago: the page has just asked itself.
			isNew ||= news > (this.#heard.get(session) ?? news);
			this.#heard.set(session, news);
		}
		if (isNew) onNews();
	}
}
