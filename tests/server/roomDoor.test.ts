import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RoomInfo } from '#lib/state/roomInfo.ts';
import { PresentedCase } from '#tests/setup/presented.ts';
import { Program } from '#tests/setup/program.ts';

/** What the page of the sealed room is told from outside, and the one thing it says: a question, as the family. */
let program: Program;
let at: PresentedCase;

beforeAll(async () => {
	program = await Program.start({ DEMO: '1', DEMO_NOW: '2027-01-16T13:00:00Z' });
	at = await PresentedCase.open(program);
});
afterAll(() => program?.[Symbol.asyncDispose]());

const told = async (who: string) => RoomInfo.parse(JSON.parse((await (await at.be(who)).ask('GET', `${at.path}/room`)).text));
const news = async (who: string) => (await at.be(who)).ask('GET', `${at.path}/room/question`);
const ask = async (who: string, to: string, question: string) =>
	(await (await at.be(who)).ask('POST', `${at.path}/room/question`, { to: at.id(to), question })).status;
const answer = async (who: string, question: string, words: string) =>
	(await at.be(who)).send(`${at.path}?/answer`, { question, answer: words });

describe('what the room is told', () => {
	it('[PH4] Hülya may present, and is told by name who would read it: the whole, or what concerns them (AC7)', async () => {
		const { mayPresent, mayBegin, readers, gathering, today, askable } = await told('hulya');
		expect({ mayPresent, mayBegin, gathering, today }).toEqual({
			mayPresent: true,
			mayBegin: true,
			gathering: { number: 1, state: 'private' },
			today: '2027-01-16'
		});
		expect(readers.whole).toContain('Amina Bouzid');
		expect(readers.own).toContain('Tarik Benali');
		expect([...readers.whole, ...readers.own]).not.toContain('Riet de Wit');
		expect(askable).toContain(at.id('Ilse Brandsma'));
	});

	it('[RM1] Denzel, who translates and was let in, neither begins nor presents, and is told no requirement', async () => {
		const yara = await at.be('yara');
		await yara.ask('POST', `${at.path}/room`, { roomId: 'a'.repeat(32) });
		await yara.ask('PATCH', `${at.path}/room`, { verb: 'letIn', person: at.id('Denzel Croes') });
		const { mayPresent, mayBegin, requirements, askable } = await told('denzel');
		expect({ mayPresent, mayBegin, requirements, askable }).toEqual({
			mayPresent: false,
			mayBegin: false,
			requirements: [],
			askable: []
		});
	});

	it('[AC3] Amina and Ilse are told that there is no such page', async () => {
		for (const who of ['amina', 'ilse']) expect((await (await at.be(who)).ask('GET', `${at.path}/room`)).status).toBe(404);
	});
});

describe('the question out of the room', () => {
	it('[PT3] reaches Ilse as coming from the family, and nobody else outside', async () => {
		expect(await ask('gino', 'Ilse Brandsma', 'Telt het als een volwassene er pas om 18.30 uur is?')).toBe(204);
		const page = (await (await at.be('ilse')).open(at.path)).text;
		expect(page).toContain('Telt het als een volwassene er pas om 18.30 uur is?');
		expect(page).not.toContain('Gino');
		for (const who of ['amina', 'tarik']) {
			expect((await (await at.be(who)).open(at.path)).text).not.toContain('18.30 uur');
			expect((await news(who)).text).not.toContain('18.30 uur');
		}
	});

	it('[LG1] is told to Ilse on her page, where it is written down; in passing she hears only that there is one', async () => {
		const heard = JSON.parse((await news('ilse')).text);
		expect(heard.questions).toMatchObject([{ to: at.id('Ilse Brandsma'), question: '', answer: '' }]);
		expect(JSON.parse((await news('gino')).text).questions[0].question).toContain('18.30 uur');
	});

	it('[PT3] is answered once, and the whole family reads it', async () => {
		const { questions } = await told('yara');
		const { id } = questions[0]!;
		const empty = await answer('ilse', id, ' ');
		expect(empty.status).toBe(400);
		expect(empty.text).toContain('Vul dit in.');
		expect((await answer('tarik', id, 'Ja hoor.')).status).toBe(409);
		expect((await answer('ilse', id, 'Nee, om 18.00 uur.')).status).toBe(200);
		expect((await answer('ilse', id, 'Toch wel.')).status).toBe(409);
		expect((await told('riet')).questions).toMatchObject([{ to: at.id('Ilse Brandsma'), answer: 'Nee, om 18.00 uur.' }]);
	});

	it('[PT3] calls Amina in without opening, and goes to nobody of the family', async () => {
		expect(await ask('yara', 'Amina Bouzid', '')).toBe(204);
		expect((await (await at.be('amina')).open(at.path)).text).toContain('De familie vraagt of je even binnen wilt komen.');
		expect((await (await at.be('amina')).ask('GET', `${at.path}/room`)).status).toBe(404);
		expect(await ask('yara', 'Riet de Wit', 'Oma?')).toBe(404);
		expect(await ask('ilse', 'Amina Bouzid', 'Hoe gaat het daar?')).toBe(404);
		expect(await ask('denzel', 'Ilse Brandsma', 'Mag dat?')).toBe(404);
	});

	it('[PT1] ends with private time: then nobody outside reads it, and nothing is asked any more', async () => {
		expect(await at.present({ freeText: 'Wij helpen elkaar.' })).toBe(204);
		expect(JSON.parse((await news('ilse')).text)).toMatchObject({ phase: 'presentation', questions: [] });
		expect(await ask('gino', 'Ilse Brandsma', 'Nog iets?')).toBe(404);
		expect((await told('hulya')).gathering.state).toBe('presenting');
		expect((await news('denzel')).status).toBe(404);
	});

	it('[PH4] of two who present at once the second hears that it was done', async () => {
		const second = await (await at.be('bas')).ask('POST', `${at.path}/present`, { freeText: 'Ook wij.' });
		expect(second.status).toBe(409);
		expect((await told('bas')).mayPresent).toBe(false);
	});
});
