import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cast } from '#server/demo/cast.ts';
import { Program } from '#tests/setup/program.ts';
import { Visitor } from '#tests/setup/Visitor.ts';

/** The region manager's one page: what waits, who could do it, who is at it, and nothing of what a family says. */
let program: Program;
let karin: Visitor;
let yara: Visitor;
let conference = '';

beforeAll(async () => {
	program = await Program.start({ DEMO: '1', DEMO_NOW: '2026-12-09T09:00:00Z' });
	[karin, yara] = [new Visitor(program.url), new Visitor(program.url)];
	conference = (await yara.open('/demo/door/application/yara')).path.replace('/answer', '');
	await karin.open('/demo/door/application/karin');
});
afterAll(() => program?.[Symbol.asyncDispose]());

/** The value of the choice that carries this name; empty when there is none. */
const idOf = (html: string, name: string) => new RegExp(`value="([a-z0-9]{15})"(?:(?!value=)[^])*?<strong[^>]*>${name}`).exec(/<fieldset[^]*?<\/fieldset>/.exec(html)?.[0] ?? '')?.[1] ?? '';
const choose = async (name: string, refused = '') => {
	const { text } = await karin.open('/region');
	const coordinator = idOf(text, name);
	return karin.send('/region?/match', { conference: conference.split('/').at(-1)!, coordinator, refused });
};

describe('the region', () => {
	it('[PH1] waits for Yara’s own yes before anybody can be chosen', async () => {
		const { text } = await karin.open('/region');
		expect(text).toContain('Wacht op het ja van de hoofdpersoon.');
		expect(text).not.toContain('Kies deze coördinator');
		await yara.send(`${conference}/answer?/yes`, { wishes: cast.wishes.nl });
		expect((await karin.open('/region')).text).toContain(cast.wishes.nl);
	});

	it('[CO1] says why Bram cannot, offers him no more, and lets Karin ask Amina', async () => {
		expect((await karin.open('/region')).text).toContain('Is nu vrij');
		const { text } = await choose('Bram Visser');
		expect(text).toContain('Bram Visser kan dit niet doen.');
		expect(text).toContain('Vraag een andere coördinator.');
		expect(idOf(text, 'Bram Visser')).toBe('');
		expect((await choose('Amina Bouzid')).text).toContain('De coördinator is gevraagd.');
	});

	it('[AC3] [CO5] keeps of it afterwards only its name and who coordinates, and how many', async () => {
		const { text } = await karin.open('/region');
		expect(text).toContain('Er zijn nu geen aanvragen.');
		expect(text).toContain('Leidt nu één conferentie');
		expect(text).toContain('Amina Bouzid is gevraagd en heeft nog geen ja gezegd.');
		for (const gone of [cast.wishes.nl, 'Yara']) expect(text).not.toContain(gone);
		expect((await karin.open(conference)).status).toBe(404);
	});

	it('[AC7] tells who can see an application, from the table', async () => {
		const [, said] = /Wie kan dit zien\?[^]*?<ul[^>]*>([^]*?)<\/ul>/.exec((await karin.open('/region')).text)!;
		expect(said).toContain('regiomanager');
		expect(said).toContain('aanmelder');
		expect(said).not.toContain('tolk');
		for (const name of ['Yara', 'Ilse']) expect(said).not.toContain(name);
	});
});
