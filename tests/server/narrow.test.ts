import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type PocketBase from 'pocketbase';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningPocketBase, startPocketBase } from '#server/pocketbase/process.ts';
import { Program } from '#tests/setup/program.ts';
import { Visitor } from '#tests/setup/Visitor.ts';

/** Who sees one thing of a plan and no more: a guest, somebody who referred, and people with several hats. */
let folder: string;
let pocketbase: RunningPocketBase;
let su: PocketBase;
let program: Program;
let path = '';
let conference = '';

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'rondom-'));
	pocketbase = await startPocketBase({ DATA_DIR: folder });
	program = await Program.start({
		DEMO: '1',
		DEMO_NOW: '2027-02-13T13:00:00Z',
		POCKETBASE_URL: pocketbase.url,
		POCKETBASE_SUPERUSER_MAIL: pocketbase.superuserMail,
		POCKETBASE_SUPERUSER_PASSWORD: pocketbase.superuserPassword
	});
	su = await pocketbase.superuser();
	path = (await new Visitor(program.url).open('/demo/door/followThrough/yara')).path;
	conference = path.split('/').at(-1)!;
});
afterAll(async () => {
	await program?.[Symbol.asyncDispose]();
	await pocketbase?.stop();
	await rm(folder, { recursive: true, force: true });
});

/** Somebody new with these hats, signed in in a browser of their own. */
async function arrive(name: string, ...hats: object[]): Promise<Visitor> {
	const password = 'een-lang-wachtwoord';
	const login = { name, handle: `${name.toLowerCase()}-000001`, password, passwordConfirm: password };
	const account = (await su.collection('accounts').create(login)).id;
	const row = { conference, name, account, state: 'joined' };
	const participant = (await su.collection('participants').create(row)).id;
	for (const hat of hats) await su.collection('hats').create({ conference, participant, ...hat });
	const visitor = new Visitor(program.url);
	visitor.cookies.set('rondom', (await su.collection('accounts').impersonate(account, 600)).authStore.token);
	return visitor;
}

const plainly = (html: string) => html.replace(/<script[\s\S]*?<\/script>/g, '').replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ').replace(/ ([.:,?])/g, '$1');
const read = async (who: Visitor, page: string) => plainly((await who.open(`${path}${page}`)).text);
const OF_OTHERS = ['Bas brengt', 'Bel Marleen', 'Yara vroeg zelf om hulp', 'Hülya rijdt', 'Half gelukt'];

describe('a guest for one thing', () => {
	it('[PL1] sees that agreement with its names, and nothing else of the plan, nor how it goes', async () => {
		const [walk] = await su.collection('agreements').getFullList({ filter: `conference = "${conference}" && number = 8 && version.number = 2` });
		const until = '2999-01-01 00:00:00.000Z';
		const hans = await arrive('Hans', { kind: 'guest', agreement: walk!.id, until });
		const plan = await read(hans, '/plan');
		expect(plan).toContain('Yara en Hülya wandelen');
		expect(plan).toContain('Hülya Aksoy');
		for (const page of ['', '/plan', '/plan/paper', '/follow-through', '/information', '/preparation']) {
			const text = await read(hans, page);
			for (const other of OF_OTHERS) expect(text, page).not.toContain(other);
		}
		for (const page of ['/close', '/close/pile', '/follow-through/gathering', '/follow-through/keeping', '/access-log']) {
			expect((await hans.open(`${path}${page}`)).status, page).toBe(404);
		}
	});

	it('[PL1] after the date there is nothing any more', async () => {
		const [walk] = await su.collection('agreements').getFullList({ filter: `conference = "${conference}" && number = 8 && version.number = 2` });
		const late = await arrive('Laat', { kind: 'guest', agreement: walk!.id, until: '2020-01-01 00:00:00.000Z' });
		expect(await read(late, '/plan')).not.toContain('wandelen');
	});
});

describe('a day that their own words say', () => {
	it('[AG1] stands on the paper once', async () => {
		const bas = new Visitor(program.url);
		await bas.open('/demo/door/followThrough/bas');
		const paper = await read(bas, '/plan/paper');
		expect(paper).toContain('Wanneer: vóór 1 februari 2027');
		expect(paper).not.toContain('uiterlijk');
	});
});

describe('who referred, and nothing else', () => {
	it('[AC3] reads of the plan no word, on no page', async () => {
		const school = await arrive('Simone', { kind: 'referrer', organisation: 'School Oost' });
		for (const page of ['', '/plan', '/plan/paper', '/follow-through', '/information', '/preparation']) {
			const text = await read(school, page);
			for (const other of [...OF_OTHERS, 'wandelen', 'Marleen de Wit']) expect(text, page).not.toContain(other);
		}
		for (const page of ['/follow-through', '/close', '/follow-through/gathering', '/follow-through/keeping']) {
			expect((await school.open(`${path}${page}`)).status, page).toBe(404);
		}
	});

	it('[PT1] is told neither that there is a plan nor when they meet again', async () => {
		const school = await arrive('Sofie', { kind: 'referrer', organisation: 'School Noord' });
		const { presented, inForce, reviewDate } = await su.collection('conferences').getOne(conference);
		for (const page of ['', '/plan']) {
			const { text } = await school.ask('GET', `${path}${page}/__data.json`);
			for (const secret of [presented, inForce, reviewDate]) expect(text, page).not.toContain(secret);
		}
	});
});

describe('who gives information', () => {
	it('[PL1] [AG5] sees what they promised and what they check, however much of it the circle chose for their paper', async () => {
		const tarik = new Visitor(program.url);
		await tarik.open('/demo/door/followThrough/tarik');
		const text = await read(tarik, '/follow-through');
		expect(text).toContain('Afspraak 6');
		expect(text).toContain('Jij kijkt of dit lukt 5. Is een kind ziek?');
		for (const other of ['Per persoon', 'Wie doet hoeveel?', 'Is er ’s nachts iets?', 'Bas brengt']) expect(text).not.toContain(other);
	});
});
