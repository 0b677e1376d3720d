import { createSubscriber } from 'svelte/reactivity';
import { z } from 'zod';
import type { SealedDocument } from '#lib/sync/sealedRoom/SealedDocument.ts';
import type { SealedRoom } from '#lib/sync/sealedRoom/SealedRoom.ts';
import { PlanDraft } from './PlanDraft.svelte.ts';

/** Whoever else is here, and where they are writing. */
export type Beside = { name: string; where: string };

/** What a page says of itself to the others, sealed; the rest of such a line is thrown away. */
const Says = z.object({ where: z.string().max(80) });

/** One gathering of the circle as the screen sees it: the draft, who is here, and where one's words are. */
export class OpenGathering {
	readonly draft: PlanDraft;
	readonly #room: SealedRoom;
	readonly #document: SealedDocument;
	readonly #changed: () => void;

	constructor(room: SealedRoom, document: SealedDocument) {
		this.#room = room;
		this.#document = document;
		this.draft = new PlanDraft(document.text);
		this.#changed = createSubscriber((update) => {
			const stop = [room.onChange(update), document.onChange(update), document.presence.onChange(update)];
			return () => stop.forEach((end) => end());
		});
		document.presence.say({ where: '' });
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

	/** 4401, 4403 or 4410 when the server lets this person no longer in; what is on the device stays. */
	get refusal() {
		this.#changed();
		return this.#document.refusal ?? this.#room.book.refusal;
	}

	get standing() {
		this.#changed();
		return this.#room.standing;
	}

	get notices() {
		this.#changed();
		return this.#room.notices;
	}

	/** The others who are here now; somebody with two pages open counts once. */
	get others(): Beside[] {
		this.#changed();
		const byName = new Map<string, string>();
		for (const { name, says } of this.#document.presence.others) {
			const read = Says.safeParse(says);
			byName.set(name, (read.success && read.data.where) || byName.get(name) || '');
		}
		return [...byName].map(([name, where]) => ({ name, where }));
	}

	/** Tells the others where this person is writing. */
	writeAt = (where: string): void => this.#document.presence.say({ where });

	/** Ends private time by presenting the plan; the server answers with the rule that keeps it, if any (PH4). */
	async present(conference: string): Promise<{ ok: boolean; rule?: string }> {
		const content = this.draft.content();
		await this.#room.flush();
		const headers = { 'content-type': 'application/json' };
		const answer = await fetch(`/conference/${conference}/present`, {
			method: 'POST',
			headers,
			body: JSON.stringify(content)
		});
		return answer.ok ? { ok: true } : { ok: false, rule: (await answer.json().catch(() => ({}))).rule };
	}

	close(): void {
		this.#document.presence.say({ where: '' });
	}
}
