import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Program } from '#tests/setup/program.ts';
import { Visitor } from '#tests/setup/Visitor.ts';

/** How people come in, and how nobody comes in as somebody else. The case in preparation, without a mail server. */
let program: Program;
let conference = '';

beforeAll(async () => {
	program = await Program.start({ DEMO: '1', DEMO_NOW: '2027-01-04T10:00:00Z' });
});
afterAll(() => program?.[Symbol.asyncDispose]());

async function through(door: string): Promise<Visitor> {
	const somebody = new Visitor(program.url);
	const page = await somebody.open(`/demo/door/preparation/${door}`);
	conference ||= page.path.split('/').at(-1)!;
	return somebody;
}

const preparation = () => `/conference/${conference}/preparation/people`;
const codeIn = (text: string) => /is ([0-9A-HJKMNP-TV-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})\./.exec(text)?.[1] ?? '';

/** The participant's id as it stands in the link beside the name. */
async function idOf(name: string, reader: Visitor): Promise<string> {
	const { text } = await reader.open(preparation());
	return new RegExp(`/preparation/people/([a-z0-9]{15})" aria-label="Meer over ${name}"`).exec(text)![1]!;
}

describe('a letter with a code', () => {
	it('[IN1] brings Joop in once, without mail or computer of his own', async () => {
		const amina = await through('amina');
		const joop = await idOf('Joop Verbeek', amina);
		const code = codeIn((await amina.send(`${preparation()}?/invite`, { participant: joop })).text);
		expect(code).not.toBe('');
		const neighbour = new Visitor(program.url);
		// He reads it from paper: small letters, no dashes, an O for the zero.
		const page = await neighbour.send('/in', { code: code.replaceAll('-', ' ').replaceAll('0', 'o').toLowerCase() });
		expect(page.path).toBe(`/conference/${conference}`);
		expect((await neighbour.open('/account')).text).toContain('Joop Verbeek');
		expect((await new Visitor(program.url).send('/in', { code })).text).toContain('klopt niet');
	});

	it('[IN3] made again replaces the one before', async () => {
		const amina = await through('amina');
		const henk = await idOf('Henk de Wit', amina);
		const first = codeIn((await amina.send(`${preparation()}?/invite`, { participant: henk })).text);
		const second = codeIn((await amina.send(`${preparation()}?/invite`, { participant: henk })).text);
		expect((await new Visitor(program.url).send('/in', { code: first })).text).toContain('klopt niet');
		expect((await new Visitor(program.url).send('/in', { code: second })).path).toBe(`/conference/${conference}`);
	});

	it('[IN3] for somebody who is in already waits: Amina cannot walk in as Riet', async () => {
		const amina = await through('amina');
		const riet = await idOf('Riet de Wit', amina);
		const answer = await amina.send(`${preparation()}?/invite`, { participant: riet });
		const code = codeIn(answer.text);
		expect(answer.text).toContain('Riet de Wit is al binnen');
		expect((await new Visitor(program.url).send('/in', { code })).text).toContain('Deze code wacht nog');
		// Amina sees no way to release it, and sending the form herself changes nothing.
		const held = /name="code" value="([a-z0-9]{15})"/.exec((await (await through('yara')).open(`/conference/${conference}`)).text)![1]!;
		expect((await amina.open(`/conference/${conference}`)).text).not.toContain(held);
		expect((await amina.send(`/conference/${conference}?/held`, { code: held, release: 'yes' })).status).toBe(409);
		expect((await new Visitor(program.url).send('/in', { code })).text).toContain('Deze code wacht nog');
	});

	it('[IN3] nor do Denzel, who translates, and Kees, who has not said yes, see it or release it', async () => {
		const amina = await through('amina');
		const held = /name="code" value="([a-z0-9]{15})"/.exec((await (await through('yara')).open(`/conference/${conference}`)).text)![1]!;
		await amina.send(`${preparation()}?/add`, { name: 'Kees Smit', hat: 'circle', relation: 'neef', mail: '' });
		const made = await amina.send(`${preparation()}?/invite`, { participant: await idOf('Kees Smit', amina) });
		const kees = new Visitor(program.url);
		await kees.send('/in', { code: codeIn(made.text) });
		for (const outsider of [await through('denzel'), kees, await through('ilse')]) {
			expect((await outsider.open(`/conference/${conference}`)).text).not.toContain(held);
			expect((await outsider.send(`/conference/${conference}?/held`, { code: held, release: 'yes' })).status).toBe(409);
		}
	});

	it('[IN3] Yara sees that a code was made for Riet, and releases it', async () => {
		const yara = await through('yara');
		const page = await yara.open(`/conference/${conference}`);
		expect(page.text).toContain('Er is een nieuwe code gemaakt voor Riet de Wit');
		const held = /name="code" value="([a-z0-9]{15})"/.exec(page.text)![1]!;
		expect((await yara.send(`/conference/${conference}?/held`, { code: held, release: 'yes' })).status).toBe(200);
		expect((await yara.open(`/conference/${conference}`)).text).not.toContain('nieuwe code gemaakt');
	});

	it('[IN3] of codes made at the same moment one is left, and one made while Piet came in waits', async () => {
		const amina = await through('amina');
		await amina.send(`${preparation()}?/add`, { name: 'Piet Smit', hat: 'circle', relation: 'oom', mail: '' });
		const piet = await idOf('Piet Smit', amina);
		const invite = async () => codeIn((await amina.send(`${preparation()}?/invite`, { participant: piet })).text);
		const enter = (code: string) => new Visitor(program.url).send('/in', { code });
		const codes = await Promise.all([invite(), invite(), invite()]);
		const answers = [];
		// The last one made is the one that is left; which that is, the order of arrival decides.
		for (const code of codes) answers.push((await enter(code)).path);
		expect(answers.filter((path) => path === `/conference/${conference}`)).toHaveLength(1);
		for (let round = 0; round < 6; round++) {
			await amina.send(`${preparation()}?/add`, { name: `Neef ${round} Smit`, hat: 'circle', relation: 'neef', mail: '' });
			const participant = await idOf(`Neef ${round} Smit`, amina);
			const letter = codeIn((await amina.send(`${preparation()}?/invite`, { participant })).text);
			const [own, again] = await Promise.all([enter(letter), amina.send(`${preparation()}?/invite`, { participant })]);
			const second = await enter(codeIn(again.text));
			// Either Amina's new code replaced the letter in time, or it came too late and waits: never both.
			const came = [own, second].filter(({ path }) => path === `/conference/${conference}`);
			expect(came).toHaveLength(1);
		}
	});

	it('[IN1] a code of somebody who was taken off the list makes no login', async () => {
		const amina = await through('amina');
		await amina.send(`${preparation()}?/add`, { name: 'Weg Smit', hat: 'circle', relation: 'neef', mail: '' });
		const participant = await idOf('Weg Smit', amina);
		const code = codeIn((await amina.send(`${preparation()}?/invite`, { participant })).text);
		await amina.send(`${preparation()}/${participant}?/remove`, {});
		const somebody = new Visitor(program.url);
		expect((await somebody.send('/in', { code })).text).toContain('klopt niet');
		expect((await somebody.open('/account')).path).toBe('/sign-in');
	});

	it('[AC3] nobody else makes codes: not the circle, not a professional, not a stranger', async () => {
		const amina = await through('amina');
		const joop = await idOf('Joop Verbeek', amina);
		for (const who of ['hulya', 'ilse', 'tarik']) {
			const tried = await (await through(who)).send(`${preparation()}?/invite`, { participant: joop });
			expect(codeIn(tried.text), who).toBe('');
		}
		const stranger = await new Visitor(program.url).send(`${preparation()}?/invite`, { participant: joop });
		expect(stranger.path).toBe('/sign-in');
	});
});

describe('after the withdrawal', () => {
	const made = async (by: Visitor, at: string, participant: string) =>
		codeIn((await by.send(`/conference/${at}/preparation/people?/invite`, { participant })).text);
	const waiting = async (visitor: Visitor, at: string) =>
		/name="code" value="([a-z0-9]{15})"/.exec((await visitor.open(`/conference/${at}`)).text)?.[1] ?? '';

	it('[IN3] Marleen, who makes codes now, does not let her own be used: for Hülya Bas does, for Ilse only Ilse', async () => {
		const door = async (who: string) => {
			const visitor = new Visitor(program.url);
			return { visitor, at: (await visitor.open(`/demo/door/followThrough/${who}`)).path.split('/')[2]! };
		};
		const { visitor: marleen, at } = await door('marleen');
		const [{ visitor: bas }, { visitor: ilse }] = [await door('bas'), await door('ilse')];
		const { text } = await marleen.open(`/conference/${at}/preparation/people`);
		const person = (name: string) => new RegExp(`/people/([a-z0-9]{15})" aria-label="Meer over ${name}"`).exec(text)![1]!;
		const forHulya = await made(marleen, at, person('Hülya Aksoy'));
		expect(forHulya).not.toBe('');
		const held = await waiting(bas, at);
		expect(await waiting(marleen, at)).toBe('');
		expect((await marleen.send(`/conference/${at}?/held`, { code: held, release: 'yes' })).status).toBe(409);
		expect((await bas.send(`/conference/${at}?/held`, { code: held, release: 'yes' })).status).toBe(200);
		expect((await new Visitor(program.url).send('/in', { code: forHulya })).path).toBe(`/conference/${at}`);

		const forIlse = await made(marleen, at, person('Ilse Brandsma'));
		expect(forIlse).not.toBe('');
		expect(await waiting(bas, at)).toBe('');
		expect((await new Visitor(program.url).send('/in', { code: forIlse })).text).toContain('Deze code wacht nog');
		expect(await waiting(ilse, at)).not.toBe('');
	});
});

describe('somebody who is asked', () => {
	it('[AC3] Nadia, asked and not yet in, sees that she is asked, and no phase, no list, no door', async () => {
		const amina = await through('amina');
		await amina.send(`${preparation()}?/add`, { name: 'Nadia Smit', hat: 'circle', relation: 'nicht', mail: '' });
		const id = await idOf('Nadia Smit', amina);
		const nadia = new Visitor(program.url);
		const code = codeIn((await amina.send(`${preparation()}?/invite`, { participant: id })).text);
		const page = await nadia.send('/in', { code });
		expect(page.text).toContain('Je mag ook nee zeggen');
		for (const word of ['Hülya', 'Bas Hoekstra', 'Ga naar onze ruimte', 'aria-current="step"', '"preparation"']) {
			expect(page.text, word).not.toContain(word);
		}
		const joined = await nadia.send(`/conference/${conference}?/yes`, {});
		expect(joined.text).toContain('Bas Hoekstra');
	});

	it('[PH1] a no of the circle ends it: the page is gone for them', async () => {
		const amina = await through('amina');
		await amina.send(`${preparation()}?/add`, { name: 'Joris Smit', hat: 'circle', relation: 'neef', mail: '' });
		const id = await idOf('Joris Smit', amina);
		const joris = new Visitor(program.url);
		await joris.send('/in', { code: codeIn((await amina.send(`${preparation()}?/invite`, { participant: id })).text) });
		expect((await joris.send(`/conference/${conference}?/no`, {})).path).toBe('/conference');
		expect((await joris.open(`/conference/${conference}`)).status).toBe(404);
	});
});

describe('a list', () => {
	it('[CO1] a professional of the coordinator’s own organisation is refused, and what was typed stays', async () => {
		const amina = await through('amina');
		const typed = { name: 'Zus Bakker', hat: 'informationGiver', organisation: 'Netwerk Oost (verzonnen), zelfstandig', relation: '', mail: '' };
		const page = await amina.send(`${preparation()}?/add`, typed);
		expect(page.status).toBe(409);
		expect(page.text).toContain('Zus Bakker hoort bij dezelfde organisatie als de coördinator.');
		expect(page.text).toContain('value="Zus Bakker"');
		expect((await amina.open(preparation())).text).not.toContain('Zus Bakker');
		// The family never loses the helper: she joins, and Karin is asked for somebody else.
		expect(page.text).toContain('Zet Zus Bakker op de lijst en vraag een andere coördinator');
		await amina.send(`${preparation()}?/addBound`, typed);
		expect((await amina.open(preparation())).text).toContain('Zus Bakker');
		const yara = await (await through('yara')).open(`/conference/${conference}/preparation/coordinator`);
		expect(yara.text).toContain('De regiomanager zoekt nu een andere coördinator.');
		expect((await (await through('karin')).open('/region')).text).toContain('De coördinator hoort bij wie meedoet');
		await amina.send(`/conference/${conference}?/move`, { verb: 'openInformation' });
		expect((await amina.open(`/conference/${conference}`)).text).toContain('Begin met de informatie');
	});

	it('[AC1] [AC3] what the page of Tarik, who gives information, is told holds nobody else’s name', async () => {
		const tarik = await through('tarik');
		for (const path of ['', '/preparation', '/plan', '/follow-through']) {
			const { text } = await tarik.open(`/conference/${conference}${path}`);
			for (const name of ['Hülya', 'Ruben', 'Bas Hoekstra', 'hulya@kring.example']) {
				expect(text, `${path} ${name}`).not.toContain(name);
			}
		}
	});
});

describe('a code that nobody used', () => {
	it('[IN1] expires: after four weeks the letter no longer opens anything, and a new one does', async () => {
		const amina = await through('amina');
		await amina.send(`${preparation()}?/add`, { name: 'Toos Smit', hat: 'circle', relation: 'tante', mail: '' });
		const toos = await idOf('Toos Smit', amina);
		const code = codeIn((await amina.send(`${preparation()}?/invite`, { participant: toos })).text);
		expect(code).not.toBe('');
		await program.stop();
		program.settings.DEMO_NOW = '2027-02-15T10:00:00Z';
		await program.begin();
		expect((await new Visitor(program.url).send('/in', { code })).text).toContain('klopt niet');
		const again = await (await through('amina')).send(`${preparation()}?/invite`, { participant: toos });
		expect((await new Visitor(program.url).send('/in', { code: codeIn(again.text) })).path).toBe(`/conference/${conference}`);
	});
});
