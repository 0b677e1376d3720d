import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { shortDeviceId } from '#lib/crypto/entry/entry.ts';
import { sealEntry } from '#lib/crypto/entry/sealEntry.ts';
import { answerAtOnce } from '#lib/crypto/promptCrypto.fixture.ts';
import { planText } from '#lib/documents/planDraft.ts';
import { boxName } from './boxesDue.ts';
import { pass, until } from './room.fixture.ts';
import { circleOfThree, closeRooms, free, kinds, open, type } from './story.fixture.ts';

beforeAll(answerAtOnce);
afterEach(closeRooms);

describe('what is amiss is told', () => {
	it('[SR23] words of Yara that Hülya has read and the server hides from Bas, until it shows them', async () => {
		const { clock, server, bas, basRoom, yaras, yarasRoom, hulyas } = await circleOfThree();
		await basRoom.close();
		type(yaras, 'Na zessen.');
		await until(clock, () => free(hulyas) !== '' && yaras.where.state === 'sent');
		const hidden = server.log('g1').toArray() as Uint8Array[];
		type(hulyas, 'Na zessen. Goed.');
		await until(clock, () => free(yaras) === 'Na zessen. Goed.');
		const half = server.fork((document, items) => (document === 'g1' ? items.slice(hidden.length) : items));
		bas.isShown(half);
		const again = await bas.page();
		open.push(again);
		const draft = await again.gathering('g1');
		await until(clock, () => kinds(again).includes('omission'));
		const about = shortDeviceId(yarasRoom.circle.device.id);
		expect(again.notices).toContainEqual({ kind: 'omission', about });
		half.log('g1').push(hidden);
		await until(clock, () => free(draft) === 'Na zessen. Goed.' && again.notices.length === 0);
	});

	it('[SR23] an omission is healed also when giving back had to wait for something else', async () => {
		const { clock, server, bas, basRoom, yaras, bass } = await circleOfThree();
		type(yaras, 'Na de reservekopie');
		await until(clock, () => free(bass) !== '');
		await pass(clock, 3);
		await basRoom.close();
		const older = server.fork((document, items) => (document === 'g1' ? [] : items));
		bas.isShown(older);
		const again = await bas.page();
		open.push(again);
		const draft = await again.gathering('g1');
		await until(clock, () => draft.isOpen);
		await pass(clock, 0.5);
		const { gate } = draft.parts;
		const { rests } = gate;
		gate.rests = () => true;
		await pass(clock, 15);
		expect(kinds(again)).toContain('omission');
		expect(older.log('g1').length).toBe(0);
		gate.rests = rests;
		// Anything that comes makes it look again.
		older.log('g1').push([new Uint8Array(1)]);
		await until(clock, () => older.log('g1').length > 1 && again.notices.length === 0);
	});

	it('[SR31] something of a later version of the program, in the paper of a gathering too', async () => {
		const { clock, server, basRoom } = await circleOfThree();
		server.log('g1').push([new Uint8Array(240).fill(2)]);
		await until(clock, () => kinds(basRoom).includes('newerVersion'));
		server.log('g1').delete(0, server.log('g1').length);
		await until(clock, () => !kinds(basRoom).includes('newerVersion'));
	});

	it('[SR14] that this device has no key, for as long as the server takes away its box', async () => {
		const { clock, server, bas, basRoom } = await circleOfThree();
		const { device, roster } = basRoom.circle;
		const env = server.find('book').getMap('env');
		const name = boxName(roster.writeGeneration!, device);
		await basRoom.close();
		const store = await bas.openStore(basRoom.roomId, 'p-Bas');
		await store.change([], (await store.list('generation/')).map((row) => row.name));
		let isHostile = true;
		env.delete(name);
		env.observe(() => queueMicrotask(() => isHostile && env.delete(name)));
		const again = await bas.page();
		open.push(again);
		await until(clock, () => kinds(again).includes('cannotReadAll'));
		isHostile = false;
		await until(clock, () => again.book.isOpen && !kinds(again).includes('cannotReadAll'));
	});

	it('[SR43] two devices that see different words under the same books', async () => {
		const { clock, server, yaras, yarasRoom, hulyas, hulyasRoom, basRoom } = await circleOfThree();
		type(yaras, 'woensdag');
		await until(clock, () => free(hulyas) === 'woensdag');
		// Bas passes on a state in which Yara's own strokes say something else.
		const other = new Y.Doc();
		other.clientID = yaras.text.clientID;
		planText(other, 'freeText').insert(0, 'zondagen');
		const { circle } = basRoom;
		const generation = circle.roster.writeGeneration!;
		const key = (await circle.keys.entryKey(generation, circle.roster, 'g1'))!;
		const content = { kind: 'state' as const, records: [], update: new Uint8Array(Y.encodeStateAsUpdateV2(other)) };
		const place = { roomId: circle.room, document: 'g1' };
		server.log('g1').push([await sealEntry(place, generation, key, circle.device, { seq: 9, seen: [], content })]);
		await until(clock, () => [yarasRoom, hulyasRoom].every((room) => kinds(room).includes('divergence')));
		expect(free(hulyas)).toBe('woensdag');
	});
});
