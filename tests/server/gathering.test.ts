import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PresentedCase } from '#tests/setup/presented.ts';
import { Program } from '#tests/setup/program.ts';

/** The circle together again after the day, through the program's own pages (PH8). */
let program: Program;
let at: PresentedCase;

const school = () => at.agreement(1, 'Bas brengt de kinderen.', { who: 'Bas Hoekstra', helpers: ['Joop Verbeek'], when: 'elke schooldag' });
const night = (what: string) => at.agreement(2, what, { who: 'Riet de Wit', answers: ['B1'], by: '2027-05-01' });
const common = () => ({
	nightCall: 'Bel Marleen.', contactPerson: at.id('Marleen de Wit'), deputy: at.id('Bas Hoekstra'), reviewDate: '2027-07-17'
});

beforeAll(async () => {
	program = await Program.start({ DEMO: '1', DEMO_NOW: '2027-02-13T13:00:00Z' });
	at = await PresentedCase.open(program);
	await at.present({ ...common(), agreements: [school(), night('Riet slaapt er op woensdag.')], reviewDate: '2027-04-17' });
	await (await at.be('amina')).send(`${at.path}/close?/close`, {});
	await say('bas', 'yes', 1, { participant: at.id('Bas Hoekstra') });
	await say('riet', 'yes', 2, { participant: at.id('Riet de Wit') });
	await say('bas', 'status', 1, { status: 'partly', note: 'Joop was ziek.' });
	await say('riet', 'status', 2, { status: 'running', note: 'Fenna slaapt goed.' });
});
afterAll(() => program?.[Symbol.asyncDispose]());

const doing = () => `${at.path}/follow-through`;
const gathering = () => `${at.path}/follow-through/gathering`;
const plainly = (html: string) => html.replace(/<script[\s\S]*?<\/script>/g, '').replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ').replace(/ ([.:,?])/g, '$1');
const read = async (who: string, path: string) => plainly((await (await at.be(who)).open(path)).text);
const move = async (who: string, verb: string) => (await at.be(who)).send(`${gathering()}?/${verb}`, {});
/** Says it about the agreement that is carried out. */
async function say(who: string, action: string, number: number, fields: Record<string, string>): Promise<number> {
	const { text } = await (await at.be('hulya')).open(doing());
	const found = new RegExp(`\\{[^{}]*?number:${number},[^{}]*?\\}`).exec(text.slice(text.lastIndexOf('agreements:[')))![0];
	const agreement = /\bid:"([a-z0-9]{15})"/.exec(found)![1]!;
	return (await (await at.be(who)).send(`${doing()}?/${action}`, { agreement, ...fields })).status;
}

describe('a gathering of the circle', () => {
	it('[PH8] [AC3] is offered to the family, with what will happen, and is nothing to anybody else', async () => {
		const text = await read('hulya', gathering());
		expect(text).toContain('Open een bijeenkomst');
		expect(text).toContain('Het plan van nu blijft zo lang gelden.');
		for (const who of ['amina', 'ilse', 'tarik', 'denzel']) {
			expect((await (await at.be(who)).open(gathering())).status, who).toBe(404);
			expect((await move(who, 'open')).status, who).not.toBe(200);
		}
		expect(await read('hulya', gathering())).toContain('Open een bijeenkomst');
	});

	it('[PH8] Riet opens it: the room is told which paper, the plan in force to begin with, and nobody outside hears of it', async () => {
		expect((await move('riet', 'open')).status).toBe(200);
		expect(await read('bas', gathering())).toContain('Jullie zijn onder elkaar.');
		expect((await move('bas', 'open')).status).toBe(409);
		const room = JSON.parse((await (await at.be('yara')).ask('GET', `${at.path}/room`)).text);
		expect(room.gathering).toEqual({ number: 2, state: 'private' });
		expect(room.inForce.agreements.map(({ what }: { what: string }) => what)).toEqual([
			'Bas brengt de kinderen.', 'Riet slaapt er op woensdag.'
		]);
		for (const who of ['amina', 'ilse', 'tarik']) expect(await read(who, at.path)).not.toContain('bijeenkomst');
	});

	it('[PH8] [VE1] they present: the plan of today goes on, with its statuses, until the contact person closes', async () => {
		expect(await at.present({ ...common(), agreements: [school(), night('Riet slaapt er op woensdag en vrijdag.')] })).toBe(204);
		expect(await read('hulya', doing())).toContain('Riet slaapt er op woensdag.');
		expect(await read('hulya', doing())).toContain('Half gelukt');
		for (const who of ['hulya', 'yara']) expect(await read(who, at.path), who).toContain('Er ligt een nieuw plan op tafel.');
		for (const who of ['amina', 'ilse']) expect(await read(who, at.path), who).not.toContain('een nieuw plan');
		const plan = await read('hulya', `${at.path}/plan`);
		expect(plan).toContain('Dit is het nieuwe plan.');
		expect(plan).toContain('Riet slaapt er op woensdag en vrijdag.');
		expect(await read('hulya', `${at.path}/plan?version=1`)).not.toContain('en vrijdag. Wie doet het');
		// Asking from outside: what concerns Ilse is the new plan, and how it goes is still the old one.
		expect(await read('ilse', `${at.path}/plan`)).toContain('Riet slaapt er op woensdag en vrijdag.');
	});

	it('[PH8] [AG2] Bas is not asked again for what did not change; Riet is, for what did', async () => {
		expect(await read('bas', `${at.path}/plan`)).toContain('Bas Hoekstra zei al ja');
		expect(await read('bas', `${at.path}/plan`)).not.toContain('Jij bent gevraagd');
		expect(await read('riet', `${at.path}/plan`)).toContain('Jij bent gevraagd');
	});

	it('[BL5] [BL6] Ilse looks at the new plan as on the day', async () => {
		const ilse = await at.be('ilse');
		const { text } = await ilse.open(`${at.path}/plan`);
		const version = /name="version" value="([a-z0-9]{15})"/.exec(text)![1]!;
		const requirement = at.requirements.get('B1')!;
		const looked = await ilse.send(`${at.path}/plan?/look`, { version, requirement, result: 'notYet', reason: 'En zondag?', then: '' });
		expect(looked.status).toBe(200);
		expect(await read('yara', `${at.path}/plan`)).toContain('Nog niet: En zondag?');
	});

	it('[PH8] they go back and present again; in between it is the plan of today that lies there', async () => {
		await move('hulya', 'goBack');
		const plan = await read('yara', `${at.path}/plan`);
		expect(plan).toContain('Riet slaapt er op woensdag.');
		expect(plan).not.toContain('Dit is het nieuwe plan.');
		const room = JSON.parse((await (await at.be('yara')).ask('GET', `${at.path}/room`)).text);
		expect(room.looks).toEqual([{ requirement: at.requirements.get('B1'), result: 'notYet', reason: 'En zondag?', then: '' }]);
		expect(await at.present({ ...common(), contactPerson: at.id('Bas Hoekstra'), deputy: at.id('Marleen de Wit'), agreements: [school(), night('Riet slaapt er elke week.')] })).toBe(204);
		expect(await read('yara', `${at.path}/plan`)).toContain('Versie 3, ronde 2');
	});

	it('[PH8] [RV2] the contact person closes it: the new plan counts, words that stand come along, the hats change', async () => {
		for (const who of ['hulya', 'yara']) expect((await move(who, 'close')).status, who).toBe(409);
		expect(await read('marleen', gathering())).toContain('Nog geen ja: Joop Verbeek, Riet de Wit.');
		const closed = await move('marleen', 'close');
		expect(closed.path).toBe(`${at.path}/close`);
		const text = await read('hulya', doing());
		expect(text).toContain('Contactpersoon: Bas Hoekstra');
		expect(text).toContain('Reserve: Marleen de Wit');
		expect(text).toContain('17 juli 2027');
		expect(text).toContain('Half gelukt. Joop was ziek.');
		expect(text).not.toContain('Fenna slaapt goed.');
		expect(await read('riet', `${at.path}/plan`)).toContain('Jij bent gevraagd');
		expect(await read('bas', gathering())).toContain('Open een bijeenkomst');
	});

	it('[PH8] [RV2] one opened by mistake is stopped by the contact person, and the plan is what it was', async () => {
		await move('gino', 'open');
		expect((await move('gino', 'drop')).status).toBe(409);
		expect((await move('bas', 'drop')).path).toBe(gathering());
		expect(await read('yara', `${at.path}/plan`)).toContain('Versie 3, ronde 2');
		expect(await read('gino', gathering())).toContain('Open een bijeenkomst');
	});

	it('[PH7] the conference does not close while the circle is together', async () => {
		await move('gino', 'open');
		const closing = await (await at.be('yara')).send(`${at.path}?/move`, { verb: 'closeConference' });
		expect(closing.status).toBe(409);
		await move('bas', 'drop');
	});
});
