import { memoryStores } from '../../../src/lib/sync/localStore/memoryStore.ts';
import { memoryPins } from '../../../src/lib/sync/localStore/pins.ts';
import { ownLocks } from '../../../src/lib/sync/locks.ts';
import type { Scheduler } from '../../../src/lib/sync/scheduler.ts';
import { beginRoom } from '../../../src/lib/sync/sealedRoom/beginRoom.ts';
import { openRoom } from '../../../src/lib/sync/sealedRoom/openRoom.ts';
import { CONFERENCE, letIn } from '../../../src/lib/sync/sealedRoom/room.fixture.ts';
import type { SealedDocument } from '../../../src/lib/sync/sealedRoom/SealedDocument.ts';
import type { SealedRoom } from '../../../src/lib/sync/sealedRoom/SealedRoom.ts';
import type { Connect } from '../../../src/lib/sync/wire/wire.ts';

/** The sealed document that is written in. */
export const DRAFT = 'g1';

/** One browser profile of one person, without the browser: keys and text are kept in memory. */
export class Device {
	readonly name: string;
	readonly pins = memoryPins();
	readonly openStore = memoryStores();
	readonly #locks = ownLocks();

	constructor(name: string) {
		this.name = name;
	}

	async begins(connect: Connect, scheduler: Scheduler): Promise<SealedRoom> {
		await beginRoom(CONFERENCE, this.who, this);
		return this.opens(connect, scheduler);
	}

	async isLetInBy(room: SealedRoom, connect: Connect, scheduler: Scheduler): Promise<SealedRoom> {
		await letIn(this, room);
		return this.opens(connect, scheduler);
	}

	async opens(connect: Connect, scheduler: Scheduler): Promise<SealedRoom> {
		const { pins, openStore } = this;
		const ports = { connect, scheduler, locks: this.#locks, random: Math.random };
		return (await openRoom(CONFERENCE, this.who.person, { pins, openStore, ports }))!;
	}

	/** Forgets the text and keeps the keys, so that the room must be read from the server as a whole. */
	async forgetsText(room: SealedRoom, document: string): Promise<void> {
		const rows = [...(await room.store.list(`update/${document}/`)), ...(await room.store.list(`heads/${document}`))];
		await room.store.change([], rows.map(({ name }) => name));
	}

	get who() {
		return { person: `p-${this.name}`, name: this.name, label: 'telefoon' };
	}
}

/** Resolves as soon as it is so; looks at every change of the document or its text. */
export function until(document: SealedDocument, isSo: () => boolean): Promise<void> {
	return new Promise((resolve) => {
		const look = () => {
			if (!isSo()) return;
			stop();
			document.text.off('update', look);
			resolve();
		};
		const stop = document.onChange(look);
		document.text.on('update', look);
		look();
	});
}
