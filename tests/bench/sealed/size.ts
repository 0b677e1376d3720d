import * as Y from 'yjs';
import { writeEntryBody } from '../../../src/lib/crypto/entry/body.ts';
import { generationOf } from '../../../src/lib/crypto/entry/generationOf.ts';
import { openEntry } from '../../../src/lib/crypto/entry/openEntry.ts';
import type { EntryContent } from '../../../src/lib/crypto/entry/entry.ts';
import { OWN } from '../../../src/lib/sync/sealedRoom/SealedLog.ts';
import { RelayServer, type RelayWire } from '../../../src/lib/sync/sealedRoom/room.fixture.ts';
import type { SealedRoom } from '../../../src/lib/sync/sealedRoom/SealedRoom.ts';
import type { Connect } from '../../../src/lib/sync/wire/wire.ts';

/** What y-websocket and a browser's socket put around an update of a few hundred bytes. */
export const FRAME = 12;

/** An entry on its way: the bytes of its message, and the entry itself. */
type Sent = { message: number; item: Uint8Array };
export type Sized = { kind: EntryContent['kind']; message: number; padding: number };

/** A wire on which all that a device sends in one document is kept, and its presence counted. */
export class Scale {
	readonly sent: Sent[] = [];
	presence = 0;

	weigh(server: RelayServer, document: string): Connect {
		return (room, doc) => {
			const wire = server.connect()(room, doc) as RelayWire;
			if (!room.endsWith(`/${document}`)) return wire;
			doc.on('update', (update: Uint8Array, origin: unknown) => {
				const item = doc.getArray<Uint8Array>('log').toArray().at(-1);
				if (origin === OWN && item) this.sent.push({ message: update.length + FRAME, item });
			});
			wire.awareness.on('update', (_: unknown, origin: unknown) => {
				if (origin === 'local') this.presence += JSON.stringify(wire.awareness.getLocalState()).length + FRAME;
			});
			return wire;
		};
	}

	/** Each entry with its kind and how much of it is padding: opened again with the room's own keys. */
	async read({ circle }: SealedRoom, document: string): Promise<Sized[]> {
		const sized = this.sent.map(async ({ message, item }) => {
			const found = generationOf(item);
			if (!found.ok) return [];
			const key = await circle.keys.entryKey(found.value.generation, circle.roster, document);
			const entry = await openEntry({ roomId: circle.room, document }, key!, item);
			if (!entry.ok) return [];
			const body = writeEntryBody(entry.value).length;
			const used = 17 + 28 + (body < 128 ? 1 : body < 16384 ? 2 : 3) + body + 64;
			return [{ kind: entry.value.kind, message, padding: item.length - used }];
		});
		return (await Promise.all(sized)).flat();
	}
}

/** A document at the server as bytes, to be opened again elsewhere. */
export function copyRooms(server: RelayServer): Map<string, Uint8Array> {
	return new Map([...server.rooms].map(([room, doc]) => [room, Y.encodeStateAsUpdate(doc)]));
}

export function serverWith(rooms: Map<string, Uint8Array>): RelayServer {
	const server = new RelayServer();
	for (const [room, state] of rooms) Y.applyUpdate(server.doc(room), state);
	return server;
}
