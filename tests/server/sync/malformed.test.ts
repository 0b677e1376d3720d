import { randomInt } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { CLOSE, formatRoom } from '#lib/sync/protocol.ts';
import { OPEN, TestSync, until } from './startSync.ts';
import { presence, step1, typed, update } from './messages.ts';

/** How many frames are tried, and which. */
const FRAMES = Number(process.env.FUZZ_FRAMES ?? (process.env.LONG_TESTS ? 1_000_000 : 20_000));
const SEED = Number(process.env.SEED ?? randomInt(2 ** 31));
const FRAMES_A_SOCKET = 40;

let test: TestSync;
const unhandled: unknown[] = [];
const remember = (error: unknown): number => unhandled.push(error);
beforeAll(async () => {
	test = await TestSync.start();
	process.on('unhandledRejection', remember);
});
afterAll(async () => {
	process.off('unhandledRejection', remember);
	await test.stop();
});

describe('a frame that cannot be read', () => {
	it.each([
		['nothing at all', new Uint8Array()],
		['a length beyond the end', new Uint8Array([0, 2, 200, 1])],
		['a number without end', new Uint8Array(40).fill(255)],
		['an update that is none', update(new Uint8Array([7, 7, 7, 7]))],
		// 26 843 545 parts in an update of nine bytes: memory is not set aside on somebody's word.
		['an update that says it is huge', update(new Uint8Array([1, 0x99, 0xb3, 0xe6, 0x0c, 1, 0]))],
		['presence that is no JSON', new Uint8Array([1, 6, 1, 1, 1, 2, 123, 58])]
	])('ends the connection: %s', async (_, frame) => {
		const yara = test.socket('yara', formatRoom(OPEN));
		const before = process.memoryUsage().rss;
		await yara.send(frame);
		expect(await yara.ended).toBe(CLOSE.malformed);
		expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
	});

	it.each([
		['text', 'hallo'],
		['an unknown message', new Uint8Array([9])],
		['an unknown step', new Uint8Array([0, 7, 0])],
		['a message only servers send', new Uint8Array([2, 0, 0])]
	])('of a kind that there is not ends it too: %s', async (_, frame) => {
		const yara = test.socket('yara', formatRoom(OPEN));
		await yara.send(frame);
		expect(await yara.ended).toBe(CLOSE.unsupported);
	});
});

describe('frames that chance made', () => {
	it(`crash nothing: ${FRAMES} of them (SEED=${SEED})`, { timeout: 60_000 + FRAMES * 5 }, async () => {
		const made = frame();
		for (let socket = 0; socket < FRAMES / FRAMES_A_SOCKET; socket++) {
			const yara = test.socket('yara', formatRoom(OPEN));
			await yara.opened;
			for (const one of fc.sample(made, { numRuns: FRAMES_A_SOCKET, seed: SEED + socket })) yara.ws.send(one);
			yara.ws.close();
			await yara.ended;
		}
		await until(() => test.sync.load.connections === 0);
		expect(unhandled).toEqual([]);
		expect(test.problems).toEqual([]);
		const bas = await test.inRoom('bas', OPEN);
		bas.words.insert(0, 'nog heel');
		const hulya = await test.inRoom('hulya', OPEN);
		await until(() => hulya.words.toString().includes('nog heel'));
	});
});

/** Pure noise, and messages that are right but for a few bytes: these get furthest. */
function frame(): fc.Arbitrary<Uint8Array> {
	const doc = new Y.Doc();
	doc.getText('words').insert(0, 'een zin om in te knippen');
	doc.getText('words').delete(4, 3);
	doc.getMap('map').set('key', { deep: [1, 'two', null, new Uint8Array(9)] });
	const sound = [
		step1(Y.encodeStateVector(doc)),
		update(Y.encodeStateAsUpdate(doc)),
		typed('gewoon'),
		presence({ client: 7, clock: 1, state: { name: 'Yara', cursor: { anchor: 1 } } }),
		new Uint8Array([3])
	];
	const broken = fc
		.tuple(fc.constantFrom(...sound), fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 }), fc.nat())
		.map(([message, changes, cut]) => {
			const copy = message.slice();
			for (const [at, byte] of changes) copy[at % copy.length] = byte;
			return cut % 3 ? copy : copy.slice(0, cut % (copy.length + 1));
		});
	return fc.oneof({ weight: 3, arbitrary: broken }, { weight: 1, arbitrary: fc.uint8Array({ maxLength: 60 }) });
}
