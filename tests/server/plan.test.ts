import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PresentedCase } from '#tests/setup/presented.ts';
import { Program } from '#tests/setup/program.ts';

/** A presented plan as each may see it: looked at by round, said yes to at the table and from home, closed. */
let program: Program;
let at: PresentedCase;
const planB = [{ trigger: 'Iemand kan niet oppassen.', then: 'Bel Marleen.', agreements: [1], requirements: [] }];

beforeAll(async () => {
	program = await Program.start({ DEMO: '1', DEMO_NOW: '2027-01-16T13:00:00Z' });
	at = await PresentedCase.open(program, (to) => to.ask('nadia', 'Nadia Smit'));
});
afterAll(() => program?.[Symbol.asyncDispose]());

const plan = () => `${at.path}/plan`;
const read = async (who: string, path = plan()) => (await (await at.be(who)).open(path)).text;
/** Text as it is read, without markup. */
const plainly = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ').replace(/ ([.:,])/g, '$1');
/** The id of an agreement, from a form that names it or from the page's own data. */
const agreementId = async (number: number) => {
	const text = await read('hulya');
	return new RegExp(`\\{id:"([a-z0-9]{15})"[^}]*?number:${number},|number:${number},[^}]*?id:"([a-z0-9]{15})"`)
		.exec(text)!
		.slice(1)
		.find(Boolean)!;
};

describe('the plan on the table', () => {
	it('[PL1] reads like the paper it will be, strengths first, plan B and whom to call at night', async () => {
		const status = await at.present({
			strengths: ['Yara vroeg zelf om hulp.'],
			goals: [{ text: 'De kinderen zijn nooit alleen.', direction: 'progress' }],
			agreements: [
				at.agreement(1, 'Yara werkt overdag.', { who: 'Yara de Wit', helpers: ['Nadia Smit'], check: 'Hülya Aksoy', answers: ['B1'] }),
				at.agreement(2, 'Henk leest voor.', { who: 'Henk de Wit', helpers: ['Tarik Benali'], when: 'elke avond' })
			],
			planB,
			nightCall: 'Bel Marleen.',
			contactPerson: at.id('Marleen de Wit'),
			reviewDate: '2027-04-17'
		});
		expect(status).toBe(204);
		const text = plainly(await read('yara', `${plan()}/paper`));
		const parts = ['Versie 1, ronde 1', 'Yara vroeg zelf om hulp.', 'De kinderen zijn nooit alleen.', 'Yara werkt overdag.'];
		const places = [...parts, 'Als: Iemand kan niet oppassen.', 'Wie bel je in de nacht?', '17 april 2027'].map((part) => text.indexOf(part));
		expect(places).toEqual(places.toSorted((one, other) => one - other));
		expect(places).not.toContain(-1);
		expect(plainly(await read('yara', `${plan()}/paper?letters=large`))).toContain('Henk leest voor.');
	});

	it('[AC3] Tarik reads the one agreement he helps with, with its names, and nothing else of the plan', async () => {
		const text = plainly(await read('tarik'));
		expect(text).toContain('Henk leest voor.');
		expect(text).toContain('Henk de Wit');
		for (const other of ['Yara werkt overdag.', 'Yara vroeg', 'Bel Marleen', 'Hülya', 'Nadia']) expect(text).not.toContain(other);
		expect(plainly(await read('tarik', `${plan()}/paper`))).not.toContain('Yara werkt');
	});

	it('[AG2] Nadia, asked and at home, sees her own part alone, with its names and no phase, and says yes', async () => {
		const before = plainly(await read('nadia'));
		expect(before).toContain('Yara werkt overdag.');
		expect(before).toContain('Yara de Wit');
		expect(before).toContain('Wacht op Nadia Smit');
		for (const other of ['Henk', 'Bel Marleen', 'Marleen de Wit', 'Presenteren', 'Wacht op Yara']) expect(before).not.toContain(other);
		const nadia = await at.be('nadia');
		const agreement = await agreementId(1);
		expect((await nadia.send(`${plan()}?/yes`, { agreement, participant: at.id('Nadia Smit') })).status).toBe(200);
		expect(plainly(await read('yara'))).toContain('Nadia Smit zegt ja');
		// Neither for somebody else, nor to what she is not in.
		expect((await nadia.send(`${plan()}?/yes`, { agreement, participant: at.id('Yara de Wit') })).status).toBe(409);
		const second = await agreementId(2);
		expect((await nadia.send(`${plan()}?/yes`, { agreement: second, participant: at.id('Henk de Wit') })).status).toBe(409);
	});

	it('[IN2] Henk says yes through Riet and it says so; never through the coordinator, nor Tarik through anybody', async () => {
		const agreement = await agreementId(2);
		const henk = { agreement, participant: at.id('Henk de Wit') };
		for (const who of ['amina', 'ilse', 'tarik']) {
			expect((await (await at.be(who)).send(`${plan()}?/yes`, henk)).status, who).toBe(409);
		}
		const riet = await at.be('riet');
		expect((await riet.send(`${plan()}?/yes`, henk)).status).toBe(200);
		expect((await riet.send(`${plan()}?/yes`, { agreement, participant: at.id('Tarik Benali') })).status).toBe(409);
		const text = plainly(await read('amina'));
		expect(text).toContain('Henk de Wit (via Riet de Wit) zegt ja');
		expect(text).toContain('Wacht op Tarik Benali');
	});

	it('[AG4] Yara says yes and hands it back; nobody is asked why, and nothing of it stays', async () => {
		const yara = await at.be('yara');
		const agreement = await agreementId(1);
		await yara.send(`${plan()}?/yes`, { agreement, participant: at.id('Yara de Wit') });
		const page = await read('yara');
		expect(plainly(page)).toContain('Yara de Wit zegt ja');
		const yes = /name="yes" value="([a-z0-9]{15})"/.exec(page)![1]!;
		expect((await (await at.be('bas')).send(`${plan()}?/handBack`, { yes })).status).toBe(409);
		expect((await yara.send(`${plan()}?/handBack`, { yes })).status).toBe(200);
		expect(plainly(await read('bas'))).toContain('Wacht op Yara de Wit');
	});
});

describe('looking whether a requirement is met', () => {
	const look = async (who: string, fields: Record<string, string>) => {
		const version = /name="version" value="([a-z0-9]{15})"/.exec(await read('ilse'))![1]!;
		return (await at.be(who)).send(`${plan()}?/look`, { version, requirement: at.requirements.get('B1')!, ...fields });
	};

	it('[BL4] stands beside what answers it', async () => {
		expect(plainly(await read('yara'))).toMatch(/B1 .*?Dit staat in het plan: 1\. Yara werkt overdag\./);
	});

	it('[BL5] "nog niet" needs a reason; what was typed stays', async () => {
		const refused = await look('ilse', { result: 'notYet', reason: '', then: 'Ik kom maandag praten.' });
		expect(refused.status).toBe(400);
		expect(refused.text).toContain('Schrijf bij ‘nog niet’ op wat er ontbreekt.');
		expect(refused.text).toContain('Ik kom maandag praten.');
	});

	it('[BL5] only its setter looks; the family sees why and what comes of it', async () => {
		const said = { result: 'notYet', reason: 'Zondag staat er niemand.', then: 'Ik kom maandag praten.' };
		for (const who of ['amina', 'yara', 'tarik']) expect((await look(who, said)).status, who).toBe(409);
		expect((await look('ilse', said)).status).toBe(200);
		const text = plainly(await read('yara'));
		expect(text).toContain('Nog niet: Zondag staat er niemand.');
		expect(text).toContain('Ik kom maandag praten.');
		expect(plainly(await read('tarik'))).not.toContain('Zondag staat');
	});

	it('[BL6] [VE1] a second round keeps what was said in the first, and shows what changed', async () => {
		await at.goBack();
		expect(plainly(await read('amina'))).not.toContain('Zondag staat');
		await at.present({
			strengths: ['Yara vroeg zelf om hulp.'],
			agreements: [
				at.agreement(1, 'Yara werkt overdag. Hülya slaapt er op zondag.', { who: 'Yara de Wit', helpers: ['Nadia Smit'], answers: ['B1'] })
			],
			planB,
			contactPerson: '',
			reviewDate: ''
		});
		expect((await look('ilse', { result: 'met' })).status).toBe(200);
		const text = plainly(await read('yara'));
		expect(text).toContain('Versie 2, ronde 2');
		expect(text).toContain('Ronde 1. Nog niet: Zondag staat er niemand.');
		expect(text).toContain('Eerst (wat) Yara werkt overdag. Nu Yara werkt overdag. Hülya slaapt er op zondag.');
		expect(text).toContain('Eerst (wie kijkt) Hülya Aksoy Nu niets');
		expect(text).toContain('Weg: Afspraak 2: Henk leest voor.');
		for (const who of ['amina', 'ilse']) expect(plainly(await read(who)), who).not.toContain('Wat is er veranderd?');
	});

	it('[AC3] the circle shares the whole plan with Ilse, and nobody else does', async () => {
		expect(plainly(await read('ilse'))).not.toContain('Iemand kan niet oppassen');
		const share = { 'wholeFor[]': at.id('Ilse Brandsma') };
		for (const who of ['amina', 'ilse', 'tarik']) {
			expect((await (await at.be(who)).send(`${plan()}?/share`, share)).status, who).toBe(409);
		}
		expect((await (await at.be('bas')).send(`${plan()}?/share`, share)).status).toBe(200);
		expect(plainly(await read('ilse'))).toContain('Iemand kan niet oppassen');
	});
});

describe('closing the day', () => {
	const close = () => `${at.path}/close`;

	it('[PH6] the list says in words what is missing, to the coordinator alone', async () => {
		const text = plainly(await read('amina', close()));
		expect(text).toContain('Er is een contactpersoon uit de kring (nog nodig)');
		expect(text).toContain('Er is een datum om elkaar weer te zien (nog nodig)');
		expect(text).toContain('Bij elke afspraak staat wie het doet (klaar)');
		expect(text).toContain('Nog niet bekeken: B2, B3, B4. Dat telt straks als gehaald.');
		for (const who of ['yara', 'ilse', 'tarik', 'nadia']) {
			expect((await (await at.be(who)).open(close())).status, who).toBe(404);
		}
		expect((await (await at.be('amina')).send(`${close()}?/close`, {})).status).toBe(409);
	});

	it('[PH6] a plan of text waits for somebody of the circle to say that it tells who does what', async () => {
		await at.goBack();
		const contactPerson = at.id('Marleen de Wit');
		await at.present({ freeText: 'Riet slaapt er op woensdag.', contactPerson, deputy: at.id('Bas Hoekstra'), reviewDate: '2027-04-17' });
		const amina = await at.be('amina');
		expect(plainly(await read('amina', close()))).toContain('In de tekst staat wie wat doet (nog nodig)');
		expect((await amina.send(`${close()}?/close`, {})).status).toBe(409);
		for (const who of ['amina', 'ilse']) {
			expect((await (await at.be(who)).send(`${plan()}?/confirmText`, {})).status, who).toBe(409);
		}
		expect((await (await at.be('riet')).send(`${plan()}?/confirmText`, {})).status).toBe(200);
		expect(plainly(await read('amina'))).toContain('Riet de Wit zegt: in de tekst staat wie wat doet.');
		expect((await (await at.be('yara')).send(`${close()}?/close`, {})).status).toBe(404);
		const closed = await amina.send(`${close()}?/close`, {});
		expect(plainly(closed.text)).toContain('Breng het plan rond');
	});

	it('[BL5] what nobody looked at is met, presumed, and shown so', async () => {
		expect(plainly(await read('yara'))).toContain('Gehaald (niet bekeken)');
	});
});
