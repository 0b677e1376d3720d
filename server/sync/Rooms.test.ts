import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Room } from '#lib/sync/protocol.ts';
import type { Member } from './LiveRoom.ts';
import { Rooms } from './Rooms.ts';
import type { RoomStore, Source } from './RoomStore.ts';

const OPEN: Room = { kind: 'open', conference: 'rustinhuis00001' };
const BAS: Member = { account: 'bas', send: () => undefined, mayWrite: () => true };

/** A disk that is as slow as the test wants: nothing is stored before `write` is called. */
class SlowStore implements Pick<RoomStore, 'load' | 'write' | 'flush' | 'isErased'> {
	readonly stored: Uint8Array[] = [];
	#dirty: Source | undefined;
	#written = Promise.withResolvers<void>();

	isErased(): boolean {
		return false;
	}

	async load(): Promise<Uint8Array[]> {
		return [...this.stored];
	}

	write(source: Source): void {
		this.#dirty = source;
	}

	flush(): Promise<void> {
		return this.#written.promise;
	}

	/** The disk is done with what was under way. */
	done(): void {
		const batch = this.#dirty?.takeBatch();
		this.stored.push(...(batch?.updates ?? []));
		batch?.stored();
		this.#written.resolve();
		this.#written = Promise.withResolvers();
	}
}

function typed(text: string): Uint8Array {
	const doc = new Y.Doc();
	doc.getText('words').insert(0, text);
	return Y.encodeStateAsUpdate(doc);
}

describe('a room', () => {
	it('stays in memory until all of it is stored, also for who comes back in between', async () => {
		const store = new SlowStore();
		const rooms = new Rooms(Promise.resolve(store as unknown as RoomStore));
		const room = await rooms.enter(OPEN);
		room.write(BAS, typed('nog niet bewaard'));
		const left = rooms.leave(OPEN);
		expect(await rooms.enter(OPEN)).toBe(room);
		void rooms.leave(OPEN);
		// Long enough for whoever does not wait for the disk to have let go of the room.
		for (let turn = 0; turn < 20; turn++) await Promise.resolve();
		expect(rooms.count).toBe(1);
		store.done();
		await left;
		expect(rooms.count).toBe(0);
		expect((await rooms.enter(OPEN)).text('words')).toBe('nog niet bewaard');
	});
});
