import * as Y from 'yjs';
import type { Bytes } from '#lib/crypto/conventions/bytes.ts';
import { createDevice } from '#lib/crypto/device/createDevice.ts';
import type { DeviceId } from '#lib/crypto/device/device.ts';
import type { GenerationId } from '#lib/crypto/generation/generation.ts';
import { openLockbox } from '#lib/crypto/lockbox/openLockbox.ts';
import type { Belonging } from '#lib/crypto/roster/record.ts';
import { fromHex } from '#lib/crypto/conventions/bytes.ts';
import type { LocalStore } from '../localStore/localStore.ts';
import { formatRoom } from '../protocol.ts';
import { Circle } from '../sealedRoom/Circle.ts';
import type { OpenSettings } from '../sealedRoom/openRoom.ts';
import { SealedRoom } from '../sealedRoom/SealedRoom.ts';
import { waitFor } from '../waitFor.ts';
import { admitBySheet } from './admitBySheet.ts';
import { findSheet, type FoundSheet, type SheetMiss } from './findSheet.ts';

const PATIENCE_MS = 30_000;

export type SheetSettings = OpenSettings & {
	conference: string;
	/** Names of rooms on the wire, as the server tells them: a hint, for the true one comes out of the seal. */
	hints: readonly string[];
	/** "Laat niets achter": said to all, for such a device may be gone with its page (F14). */
	keepsNothing?: boolean;
};

/**
 * `offline`: the server did not give the room, or not in time. `notLetIn`: it keeps the room from this person, who
 * must be let in by somebody inside, or it knows of none. `otherRoom`: this device holds to another one (SR1).
 * `takenOut`: the sheet was replaced. `incomplete`: the server holds something back; try again later.
 */
export type SheetEntry =
	| { ok: true; room: SealedRoom; sheet: DeviceId }
	| SheetMiss
	| { ok: false; why: 'offline' }
	| { ok: false; why: 'notLetIn' }
	| { ok: false; why: 'otherRoom' }
	| { ok: false; why: 'takenOut' | 'incomplete' };

type Kept = 'offline' | 'notLetIn';

type Fetched = FoundSheet & { keys: { generation: GenerationId; key: Bytes }[] };

/** Looks for the sheet in one room that the server has, and takes the keys out of its boxes. */
async function fetchSheet(typed: string, hint: string, settings: SheetSettings): Promise<Fetched | SheetMiss | Kept> {
	const { conference, ports } = settings;
	const outer = new Y.Doc();
	const wire = ports.connect(formatRoom({ kind: 'sealed', conference, roomId: hint, document: 'book' }), outer);
	const telling = { onChange: (listener: () => void) => wire.onState(listener) };
	try {
		const isThere = () => wire.state === 'synced' || wire.state === 'refused';
		await waitFor(isThere, [telling], ports.scheduler, PATIENCE_MS);
		if (wire.state !== 'synced') return wire.state === 'refused' ? 'notLetIn' : 'offline';
		const env = outer.getMap('env');
		const found = await findSheet(typed, (name) => env.get(name));
		if (!found.ok) return found;
		const boxes = [...env].filter(([name]) => name.startsWith('b/') && name.endsWith(found.device.id));
		const opened = await Promise.all(
			boxes.map(([, box]) => openLockbox(fromHex(found.roomId), new Uint8Array(box as Uint8Array), found.device))
		);
		return { ...found, keys: opened.flatMap((box) => (box.ok ? [box.value] : [])) };
	} finally {
		wire.close();
		outer.destroy();
	}
}

/** Of several rooms the one that has the sheet; else the most telling of the refusals. */
async function fetchFromAny(typed: string, settings: SheetSettings): Promise<Fetched | SheetMiss | Kept> {
	const answers = await Promise.all(settings.hints.map((hint) => fetchSheet(typed, hint, settings)));
	const given = answers.filter((answer) => typeof answer !== 'string');
	const found = given.find(({ ok }) => ok);
	return found ?? given.find((miss) => !miss.ok && miss.why === 'slip') ?? given[0] ?? answers.find((answer) => answer === 'offline') ?? 'notLetIn';
}

/** New keys for this device, unless it has some that were never let in: who was taken out makes new ones. */
async function prepare(store: LocalStore, circle: Circle | null, keys: Fetched['keys']): Promise<void> {
	if (circle === null || circle.me?.standing === 'removed') {
		await store.keepDevice(await createDevice());
		const numbers = await store.list('seq/');
		await store.change([], numbers.map(({ name }) => name));
	}
	await store.change(keys.map(({ generation, key }) => ({ name: `generation/${generation}`, content: key })));
}

/**
 * In with a sleutelblad (F6): its keys are fetched and unwrapped, the room comes out of the seal, and the sheet
 * signs for a new device of this person. What comes next is a fresh sheet, and taking out the one that was used.
 */
export async function comeInBySheet(typed: string, who: Belonging, settings: SheetSettings): Promise<SheetEntry> {
	const { conference, openStore, pins, ports } = settings;
	const fetched = await fetchFromAny(typed, settings);
	if (typeof fetched === 'string') return { ok: false, why: fetched };
	if (!fetched.ok) return fetched;
	const { device: sheet, keys, roomId } = fetched;
	const pinned = await pins.read(conference, who.person);
	if (pinned !== null && pinned !== roomId) return { ok: false, why: 'otherRoom' };
	if (keys.length === 0) return { ok: false, why: 'incomplete' };

	const store = await openStore(roomId, who.person);
	await prepare(store, await Circle.load(roomId, store), keys);
	const circle = (await Circle.load(roomId, store))!;
	const room = await SealedRoom.open(circle, { ...settings, store, person: who.person });
	const outcome = await admitBySheet(room, sheet, who, settings.keepsNothing ?? false);
	if (outcome === 'in' && (await pins.pin(conference, who.person, roomId))) return { ok: true, room, sheet: sheet.id };
	await room.close();
	return { ok: false, why: outcome === 'takenOut' ? 'takenOut' : 'incomplete' };
}
