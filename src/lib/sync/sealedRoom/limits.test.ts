import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { answerAtOnce } from '#lib/crypto/promptCrypto.fixture.ts';
import { addStrength, readStrengths } from '#lib/documents/planDraft.ts';
import { publishState } from './publishState.ts';
import { until } from './room.fixture.ts';
import { circleOfThree, closeRooms, free, kinds, type } from './story.fixture.ts';

beforeAll(answerAtOnce);
afterEach(closeRooms);

describe('more than any circle writes', () => {
	it.each([
		['five thousand items', 5001, 1],
		['sixteen mebibytes in few items', 17, 1024 * 1024]
	])('[SR42] a log flooded with %s is not read, which is said, and work on the device goes on', async (_, items, size) => {
		const { clock, server, bass, basRoom } = await circleOfThree();
		server.log('g1').push(Array.from({ length: items }, () => new Uint8Array(size).fill(2)));
		await until(clock, () => kinds(basRoom).includes('tooLarge'));
		type(bass, 'Toch opgeschreven');
		await until(clock, () => bass.where.state === 'onDevice');
		server.log('g1').delete(0, items);
		await until(clock, () => bass.where.state === 'sent');
	});

	it('[SR42] what would not fit in an entry that others read is not sent, which is said', async () => {
		const { clock, server, yaras, yarasRoom, hulyas } = await circleOfThree();
		type(yaras, 'r'.repeat(920 * 1024));
		await until(clock, () => kinds(yarasRoom).includes('tooLarge'));
		expect([server.log('g1').length, yaras.where.state]).toEqual([0, 'onDevice']);
		addStrength(hulyas.text, 'Fenna kan al lezen');
		await until(clock, () => readStrengths(yaras.text).items.length === 1);
		expect(kinds(yarasRoom)).toEqual(['tooLarge']);
	});

	it('[SR42] text of more than 700 KB is not sealed as one state, so nothing of it is deleted for one', async () => {
		const { clock, server, yaras, yarasRoom, hulyas, bass } = await circleOfThree();
		type(yaras, 'r'.repeat(710 * 1024));
		await until(clock, () => free(bass).length === 710 * 1024);
		const entries = server.log('g1').length;
		expect(await publishState(yaras.parts)).toBeNull();
		expect(server.log('g1').length).toBe(entries);
		// It still stands when the next word of somebody else has been read, and goes when there is room again.
		addStrength(hulyas.text, 'Fenna kan al lezen');
		await until(clock, () => readStrengths(yaras.text).items.length === 1);
		expect(kinds(yarasRoom)).toEqual(['tooLarge']);
		type(yaras, 'Weer kort');
		await yaras.flush();
		expect(await publishState(yaras.parts)).not.toBeNull();
		expect(kinds(yarasRoom)).toEqual([]);
	});
});
