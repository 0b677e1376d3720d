import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Bytes } from '#lib/crypto/conventions/bytes.ts';
import { createDevice } from '#lib/crypto/device/createDevice.ts';
import { generationOf } from '#lib/crypto/entry/generationOf.ts';
import { answerAtOnce } from '#lib/crypto/promptCrypto.fixture.ts';
import { HOW } from '#lib/crypto/roster/record.ts';
import { removeDevices } from '../removal/remove.ts';
import { boxName } from './boxesDue.ts';
import type { EntryWriter } from './EntryWriter.ts';
import { publishState } from './publishState.ts';
import { pass, until } from './room.fixture.ts';
import type { SealedDocument } from './SealedDocument.ts';
import { circleOfThree, closeRooms, free, type } from './story.fixture.ts';

beforeAll(answerAtOnce);
afterEach(closeRooms);

/** Everything this device seals there from now on lies ready, and goes no further until it is let go. */
function heldUp({ parts: { writer } }: SealedDocument) {
	const seal = writer.seal.bind(writer);
	let letGo = () => {};
	let begun = () => {};
	const held = new Promise<void>((resolve) => (letGo = resolve));
	const sealed = new Promise<void>((resolve) => (begun = resolve));
	writer.seal = async (...what) => {
		const entry = await seal(...what);
		begun();
		await held;
		return entry;
	};
	return { sealed, letGo };
}

/** Under which keys things come into the gathering's log from now on. */
function generationsFrom(log: ReturnType<Awaited<ReturnType<typeof circleOfThree>>['server']['log']>): Set<string> {
	const seen = new Set<string>();
	log.observe(({ changes }) => {
		for (const { insert = [] } of changes.delta) {
			for (const item of insert as unknown[]) {
				const found = generationOf(item);
				if (found.ok) seen.add(found.value.generation);
			}
		}
	});
	return seen;
}

async function withWords() {
	const circle = await circleOfThree();
	type(circle.yaras, 'Riet slaapt hier op woensdag');
	await until(circle.clock, () => circle.drafts.every((one) => free(one) !== '' && one.where.state === 'sent'));
	await pass(circle.clock, 12);
	return circle;
}

describe('news that comes while something is sealed', () => {
	it('[SR12] [SR24] Hülya’s words that were ready when Bas was taken out go under the new key only', async () => {
		const { clock, server, yarasRoom, hulyasRoom, hulyas, basRoom, yaras } = await withWords();
		const before = hulyasRoom.circle.roster.writeGeneration!;
		const { sealed, letGo } = heldUp(hulyas);
		type(hulyas, 'Dit leest Bas niet');
		void hulyas.flush();
		await sealed;
		await removeDevices(yarasRoom, [basRoom.circle.device.id]);
		await until(clock, () => hulyasRoom.circle.roster.writeGeneration !== before && hulyas.isOpen);
		const under = generationsFrom(server.log('g1'));
		letGo();
		await until(clock, () => free(yaras) === 'Dit leest Bas niet');
		expect([...under]).toEqual([hulyasRoom.circle.roster.writeGeneration]);
	});

	it('[SR12] [SR24] nor does a state that was ready then', async () => {
		const { clock, server, yarasRoom, hulyasRoom, hulyas, basRoom } = await withWords();
		const before = hulyasRoom.circle.roster.writeGeneration!;
		const { sealed, letGo } = heldUp(hulyas);
		const publishing = publishState(hulyas.parts);
		await sealed;
		await removeDevices(yarasRoom, [basRoom.circle.device.id]);
		await until(clock, () => hulyasRoom.circle.roster.writeGeneration !== before && hulyas.isOpen);
		const under = generationsFrom(server.log('g1'));
		letGo();
		expect(await publishing).toBeNull();
		expect([...under]).not.toContain(before);
	});

	it('[SR24] words that were ready when the wire broke wait until all that is there then was judged', async () => {
		const { clock, hulya, hulyas, yaras } = await withWords();
		const { sealed, letGo } = heldUp(hulyas);
		type(hulyas, 'Straks');
		const sending = hulyas.flush();
		await sealed;
		hulya.goesOffline();
		letGo();
		await sending;
		expect(hulyas.parts.outbox.hasUnsent).toBe(true);
		hulya.comesBack();
		await until(clock, () => free(yaras) === 'Straks');
	});

	it('[SR13] lines that were signed before other news came are not taken up', async () => {
		const { yarasRoom, basRoom } = await circleOfThree();
		const { circle } = yarasRoom;
		const draft = await circle.draft([{ kind: 'remove', devices: [basRoom.circle.device.id] }]);
		const { id, signPub, agreePub } = await createDevice();
		const who = { person: 'p-Gino', name: 'Gino', label: '' };
		const device = { id, signPub, agreePub };
		await circle.sign({ kind: 'admit', device, ...who, how: HOW.qr, flags: 0, sheetBlob: new Uint8Array(0) });
		expect(circle.takeUp(draft)).toBe(false);
		expect(circle.live.map(({ name }) => name).sort()).toEqual(['Bas', 'Gino', 'Hülya', 'Yara']);
	});
});

describe('what was sealed is opened again before anything is thrown away for it', () => {
	it('[SR13] a removal whose own new box does not open, or holds another key, does not happen', async () => {
		const { server, yarasRoom, basRoom } = await withWords();
		const boxes = yarasRoom.book.parts.boxes!;
		const make = boxes.makeMissing.bind(boxes);
		const steps = server.frames.length;
		const spoilt = async (spoil: (box: Bytes) => Bytes) => {
			boxes.makeMissing = async (roster, generation, key) => {
				const made = await make(roster, generation, key);
				const own = boxName(generation, yarasRoom.circle.device);
				return made.set(own, spoil(made.get(own)!));
			};
			return removeDevices(yarasRoom, [basRoom.circle.device.id]);
		};
		const flip = (box: Bytes) => box.with(120, box[120]! ^ 1);
		expect(await spoilt(flip)).toBe('notNow');
		boxes.makeMissing = (roster, generation) => make(roster, generation, new Uint8Array(32));
		expect(await removeDevices(yarasRoom, [basRoom.circle.device.id])).toBe('notNow');
		expect([server.frames.length, basRoom.standing]).toEqual([steps, 'live']);
	});

	const spoils: [string, 'g1' | 'book', (seal: EntryWriter['seal']) => EntryWriter['seal']][] = [
		['does not open', 'g1', (seal) => async (...what) => {
			const entry = await seal(...what);
			return { ...entry, bytes: entry.bytes.with(100, entry.bytes[100]! ^ 1) };
		}],
		['lacks the text', 'g1', (seal) => (content, ...rest) => seal({ ...content, update: new Uint8Array(2) } as never, ...rest)],
		['lacks lines of the roster', 'book', (seal) => (content, ...rest) => seal({ ...content, records: [] } as never, ...rest)]
	];
	it.each(spoils)('[SR30] a state that %s takes no entry’s place', async (_, name, spoil) => {
		const { server, hulyas, hulyasRoom } = await withWords();
		const { parts } = name === 'g1' ? hulyas : hulyasRoom.book;
		const entries = server.log(name).toArray();
		parts.writer.seal = spoil(parts.writer.seal.bind(parts.writer));
		expect(await publishState(parts)).toBeNull();
		expect(server.log(name).toArray()).toEqual(entries);
	});
});
