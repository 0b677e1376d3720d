import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Program } from '#tests/setup/program.ts';
import { Visitor } from '#tests/setup/Visitor.ts';

/** Who comes on the day: said by each, seen by nobody of the circle. */
let program: Program;
let conference = '';
beforeAll(async () => {
	program = await Program.start({ DEMO: '1', DEMO_NOW: '2026-12-27T10:00:00Z' });
});
afterAll(() => program?.[Symbol.asyncDispose]());

async function through(door: string): Promise<Visitor> {
	const somebody = new Visitor(program.url);
	const page = await somebody.open(`/demo/door/preparation/${door}`);
	conference ||= page.path.split('/').at(-1)!;
	return somebody;
}

const me = () => `/conference/${conference}/preparation/me`;
const chosen = (text: string) => /name="coming"[^>]*value="(\w+)"[^>]*aria-pressed="true"/.exec(text)?.[1];
const personPage = async (reader: Visitor, name: string) => {
	const { text } = await reader.open(`/conference/${conference}/preparation/people`);
	return new RegExp(`href="(/conference/\\w+/preparation/people/[a-z0-9]{15})" aria-label="Meer over ${name}"`).exec(text)?.[1];
};

describe('whether somebody comes', () => {
	it('[PR2] Hülya says yes, changes her mind, and sees what she said', async () => {
		const hulya = await through('hulya');
		expect(chosen((await hulya.open(me())).text)).toBeUndefined();
		await hulya.send(`${me()}?/coming`, { coming: 'yes' });
		expect(chosen((await hulya.open(me())).text)).toBe('yes');
		// Her first page has heard it, and does not ask again.
		expect((await hulya.open(`/conference/${conference}`)).text).toContain('Je zei: ik kom.');
		await hulya.send(`${me()}?/coming`, { coming: 'no' });
		expect(chosen((await hulya.open(me())).text)).toBe('no');
	});

	it('[PR2] Ilse, who is no family, says so too', async () => {
		const ilse = await through('ilse');
		await ilse.send(`${me()}?/coming`, { coming: 'maybe' });
		expect(chosen((await ilse.open(me())).text)).toBe('maybe');
	});

	it('[PR2] Amina sees each answer and notes one for Joop, who has no login; Bas sees nobody’s', async () => {
		const amina = await through('amina');
		const hulyas = (await personPage(amina, 'Hülya Aksoy'))!;
		expect(chosen((await amina.open(hulyas)).text)).toBe('no');
		const joops = (await personPage(amina, 'Joop Verbeek'))!;
		await amina.send(`${joops}?/coming`, { coming: 'yes' });
		expect(chosen((await amina.open(joops)).text)).toBe('yes');
		const bas = await through('bas');
		expect((await bas.open(hulyas)).status).toBe(404);
		expect((await bas.send(`${hulyas}?/coming`, { coming: 'yes' })).status).toBe(404);
		expect((await amina.open(hulyas)).text).toContain('aria-pressed="true"');
	});

	it('an answer that is none is refused, and the one before stays', async () => {
		const hulya = await through('hulya');
		const page = await hulya.send(`${me()}?/coming`, { coming: 'perhaps' });
		expect(page.status).toBe(400);
		expect(chosen(page.text)).toBe('no');
	});
});
