import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PresentedCase } from '#tests/setup/presented.ts';
import { Program } from '#tests/setup/program.ts';

/**
 * What the program tells those who may not know when the door closes: Denzel, who translates, and Kees and Loes, who
 * are asked and have not said yes. It is told in data as well as in words, so the data is read here.
 */
let program: Program;
let at: PresentedCase;
const PAGES = ['', '/preparation', '/preparation/me', '/information', '/plan', '/plan/paper', '/follow-through', '/close', '/answer'];
const told = new Map<string, Record<string, string>>();

beforeAll(async () => {
	program = await Program.start({ DEMO: '1', DEMO_NOW: '2027-01-16T13:00:00Z' });
	at = await PresentedCase.open(program, async (to) => {
		await to.ask('kees', 'Kees Smit');
		await to.ask('loes', 'Loes Bakker');
		await (await to.be('amina')).send(`${to.path}?/move`, { verb: 'openInformation' });
		for (const who of ['denzel', 'loes']) told.set(who, await everyPage(who, to));
	});
});
afterAll(() => program?.[Symbol.asyncDispose]());

/** What each page is told, but for the moment of asking. */
async function everyPage(who: string, to = at): Promise<Record<string, string>> {
	const visitor = await to.be(who);
	const data: Record<string, string> = {};
	for (const page of PAGES) {
		const { text } = await visitor.ask('GET', `${to.path}${page}/__data.json`);
		data[page] = text.replace(/\b\d{13}\b|2027-01-16T[\d:.]+Z/g, 'now');
	}
	return data;
}

const room = async (who: string) => (await at.be(who)).ask('GET', `${at.path}/room`);
const move = async (who: string, verb: string) => (await at.be(who)).send(`${at.path}?/move`, { verb });
const minds = async (verb: string, name: string) =>
	(await (await at.be('yara')).ask('PATCH', `${at.path}/room`, { verb, person: at.id(name) })).status;
const OF_INSIDE = ['phase', 'gathering', 'readers', 'questions', 'requirements', 'looks', 'inForce', 'room', 'askedOut'];

describe('the room', () => {
	const denzel = 'Denzel Croes';

	it('[PT1] is not there for Denzel, who translates, however long it has been begun', async () => {
		expect((await room('denzel')).status).toBe(404);
		expect((await (await at.be('yara')).ask('POST', `${at.path}/room`, { roomId: 'a'.repeat(32) })).status).toBe(204);
		expect((await room('denzel')).status).toBe(404);
	});

	it('[PT1] [RM1] once Yara opened the door he is told who he is, to knock with, and nothing of what goes on', async () => {
		expect(await minds('openDoor', denzel)).toBe(204);
		const knocking = JSON.parse((await room('denzel')).text);
		expect(knocking.me).toMatchObject({ id: at.id(denzel), name: denzel });
		for (const secret of OF_INSIDE) expect(knocking, secret).not.toHaveProperty(secret);
		expect(await minds('closeDoor', denzel)).toBe(204);
		expect((await room('denzel')).status).toBe(404);
	});

	it('[RM1] [AC2] let in, he is told where they are; put out, there is no room any more', async () => {
		await minds('openDoor', denzel);
		expect(await minds('letIn', denzel)).toBe(204);
		expect(JSON.parse((await room('denzel')).text)).toMatchObject({ gathering: { number: 1, state: 'private' }, mayBegin: false });
		expect(await minds('letOut', denzel)).toBe(204);
		expect((await room('denzel')).status).toBe(404);
	});
});

describe('a page', () => {
	it('[PT1] tells Denzel the same before the family is alone, while they are, and in their second round', async () => {
		expect(await everyPage('denzel')).toEqual(told.get('denzel'));
		expect(await at.present({ freeText: 'Wij helpen elkaar.' })).toBe(204);
		await at.goBack();
		expect(await everyPage('denzel')).toEqual(told.get('denzel'));
	});

	it('[PT1] tells Loes, asked and in no agreement, the same in private time, when it is presented and in the next round', async () => {
		expect(await everyPage('loes')).toEqual(told.get('loes'));
		const mows = at.agreement(1, 'Kees maait het gras.', { who: 'Kees Smit', when: 'Elke zaterdag.' });
		expect(await at.present({ agreements: [mows] })).toBe(204);
		expect(await everyPage('loes')).toEqual(told.get('loes'));
		await at.goBack();
		expect(await everyPage('loes')).toEqual(told.get('loes'));
	});

	it('[AC3] is not there for Loes to follow what nobody agreed with her', async () => {
		expect((await (await at.be('loes')).open(`${at.path}/follow-through`)).status).toBe(404);
	});

	it('[AG2] asks Kees, who has an agreement, for his yes; also while the door is closed', async () => {
		const kees = await at.be('kees');
		const asked = await kees.open(`${at.path}/plan`);
		expect(asked.text).toContain('Kees maait het gras.');
		const agreement = /name="agreement" value="([a-z0-9]{15})"/.exec(asked.text)![1]!;
		const said = await kees.send(`${at.path}/plan?/yes`, { agreement, participant: at.id('Kees Smit') });
		expect(said.status).toBe(200);
		expect(said.text).toContain('name="yes"');
		expect((await kees.open(`${at.path}/follow-through`)).text).toContain('Kees maait het gras.');
	});

	it('[PT1] [PH7] tells neither how it ended', async () => {
		await move('yara', 'stop');
		expect((await (await at.be('yara')).ask('GET', `${at.path}/__data.json`)).text).toContain('"stopped"');
		expect(await everyPage('loes')).toEqual(told.get('loes'));
		for (const data of Object.values(await everyPage('denzel'))) expect(data).not.toContain('"stopped"');
	});
});

describe('a choice of letters', () => {
	it('[AC3] leads back to the page it was made on, and to no other place', async () => {
		const location = async (back: string) => {
			const headers = { origin: program.url };
			const body = new URLSearchParams({ letters: 'large', back });
			return (await fetch(`${program.url}/preferences`, { method: 'POST', headers, body, redirect: 'manual' })).headers.get('location');
		};
		expect(await location(at.path)).toBe(at.path);
		for (const own of ['/', '/#lezen', `${at.path}#lezen`]) expect(await location(own)).toBe(own);
		for (const elsewhere of ['/\\evil.example', '//evil.example', 'https://evil.example', '/a\n/evil']) {
			expect(await location(elsewhere), elsewhere).toBe('/');
		}
	});
});
