import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { answerAtOnce } from '#lib/crypto/promptCrypto.fixture.ts';
import { addStrength, readStrengths } from '#lib/documents/planDraft.ts';
import { pass, until, type RelayServer } from './room.fixture.ts';
import type { SealedDocument } from './SealedDocument.ts';
import { circleOfThree, closeRooms, free, kinds, open, type } from './story.fixture.ts';

beforeAll(answerAtOnce);
afterEach(closeRooms);

const strengths = (document: SealedDocument) => readStrengths(document.text).items.map(({ text }) => text);

/** Each half gets the log's items that it lacks. */
function join(one: RelayServer, other: RelayServer, document: string): void {
	const [mine, theirs] = [one, other].map((server) => server.log(document).toArray());
	one.log(document).push(theirs!.filter((item) => !mine!.includes(item)));
	other.log(document).push(mine!.filter((item) => !theirs!.includes(item)));
}

describe('a server that shows each device its own', () => {
	it('[SR21] [SR23] forks: Yara and Bas write on two halves; when these are joined both have all words, each once', async () => {
		const { clock, server, bas, basRoom, yaras, yarasRoom, bass } = await circleOfThree();
		type(yaras, 'Riet slaapt hier.');
		await until(clock, () => free(bass) !== '');
		await pass(clock, 3);
		await basRoom.close();
		const half = server.fork((_, items) => items);
		bas.isShown(half);
		const again = await bas.page();
		open.push(again);
		const draft = await again.gathering('g1');
		await until(clock, () => draft.isOpen);
		type(yaras, 'Riet slaapt hier. Op woensdag.');
		addStrength(yaras.text, 'Fenna kan al lezen');
		type(draft, 'Oma Riet slaapt hier.');
		addStrength(draft.text, 'Milan kookt graag');
		await until(clock, () => [yaras, draft].every(({ where }) => where.state === 'sent'));
		await pass(clock, 20);
		expect([strengths(yaras).length, strengths(draft).length]).toEqual([1, 1]);
		for (const document of ['book', 'g1']) join(server, half, document);
		const both = [yaras, draft];
		await until(clock, () => both.every((one) => free(one) === 'Oma Riet slaapt hier. Op woensdag.' && strengths(one).length === 2));
		await pass(clock, 15);
		expect([...kinds(yarasRoom), ...kinds(again)]).toEqual([]);
	});

	it('[SR2] [SR22] delays: Bas gets yesterday’s entries after today’s, the newest first, and ends with every word', async () => {
		const { clock, server, bas, basRoom, yaras, hulyas } = await circleOfThree();
		await basRoom.close();
		for (const words of ['Riet', 'Riet slaapt', 'Riet slaapt hier']) {
			type(yaras, words);
			await until(clock, () => free(hulyas) === words);
			addStrength(hulyas.text, `bij ${words}`);
			await until(clock, () => strengths(yaras).includes(`bij ${words}`));
			clock.leap(24 * 60 * 60_000);
			await pass(clock, 3);
		}
		const entries = server.log('g1').toArray();
		const late = server.fork((document, items) => (document === 'g1' ? [] : items));
		bas.isShown(late);
		const again = await bas.page();
		open.push(again);
		const draft = await again.gathering('g1');
		await until(clock, () => draft.isOpen);
		const gaps: boolean[] = [];
		for (const entry of [...entries].reverse()) {
			late.log('g1').push([entry]);
			await pass(clock, 12);
			gaps.push(kinds(again).includes('gap'));
			clock.leap(24 * 60 * 60_000);
			await pass(clock, 1);
		}
		expect(entries.length).toBeGreaterThanOrEqual(6);
		expect(gaps.slice(0, -1)).toContain(true);
		await until(clock, () => free(draft) === 'Riet slaapt hier' && strengths(draft).length === 3);
		await until(clock, () => kinds(again).length === 0);
	});
});
