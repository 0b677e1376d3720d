import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { familyText } from '#lib/documents/family.ts';
import type { SharedDocument } from '#lib/sync/sharedDocument.ts';
import { Person } from '#tests/journeys/pages/Person.ts';
import { RoomPage } from '#tests/journeys/pages/RoomPage.ts';
import { launchBrowser } from '#tests/setup/browser.ts';
import { Mailbox } from '#tests/setup/mailbox.ts';
import { Program } from '#tests/setup/program.ts';
import { Visitor } from '#tests/setup/Visitor.ts';
import { pocketBaseOf } from './killing.ts';
import { once, openPaper, signIn, type SignedIn } from './paper.ts';
import { canReadMemory, filesUnder, foundInMemory, heapOf, heapSettings } from './places.ts';
import { crawl, listen, listRecords } from './reach.ts';
import { Tap } from './Tap.ts';
import { findIn, type Trace } from './traces.ts';

/** What must never be found: typed letter by letter, put in at once, and put in and taken out again. */
const SECRET = {
	typed: 'merkzwaluw 7f3kq',
	atOnce: 'merkegel 9x2vn',
	takenOut: 'merkotter 4h8wd'
};
/** What must be found, or the search is no search: it stands in the family's plain document. */
const FAMILY = 'merkuil 5t6jb';
/** Nowhere before the plan is presented, and plain to read afterwards. */
const PLAN = 'merkvos 3m9zc';
const ALL = [...Object.values(SECRET), FAMILY, PLAN];

let snapshots: string;
let mailbox: Mailbox;
let program: Program;
let tap: Tap;
let browser: Browser;
let family: SharedDocument;
const people: Record<string, Person> = {};
const outside: Record<string, SignedIn> = {};

beforeAll(async () => {
	snapshots = await mkdtemp(join(tmpdir(), 'rondom-heap-'));
	mailbox = await Mailbox.open();
	const demo = { DEMO: '1', DEMO_NOW: '2027-01-16T13:00:00Z' };
	program = await Program.start({ ...demo, SMTP_URL: mailbox.url, ...heapSettings(snapshots) });
	tap = await Tap.before(program.url);
	browser = await launchBrowser();
});
afterAll(async () => {
	family?.close();
	for (const person of Object.values(people)) await person[Symbol.asyncDispose]();
	await browser?.close();
	await tap?.[Symbol.asyncDispose]();
	await program?.[Symbol.asyncDispose]();
	await mailbox?.[Symbol.asyncDispose]();
	await rm(snapshots, { recursive: true, force: true });
});

const room = (who: string) => new RoomPage(people[who]!);
const strength = () => people.yara!.page.getByRole('textbox', { name: 'Iets dat goed gaat' }).last();
const notes = () => people.yara!.page.getByRole('textbox', { name: 'Onze notities' });

/** Where each of the words is found by somebody who holds everything of the server and its data. */
async function foundByOperator(): Promise<Record<string, string[]>> {
	const kinds: Record<string, Trace[]> = {
		files: await filesUnder(program.folder),
		frames: tap.received(),
		heap: [await heapOf(program, snapshots)],
		log: [{ name: 'log', bytes: Buffer.from(program.said) }],
		mail: mailbox.mails.map(({ raw }, i) => ({ name: `mail ${i}`, bytes: Buffer.from(raw) }))
	};
	const found: Record<string, string[]> = Object.fromEntries(ALL.map((words) => [words, []]));
	for (const [kind, traces] of Object.entries(kinds)) {
		for (const [words, names] of Object.entries(findIn(traces, ALL))) if (names.length > 0) found[words]!.push(kind);
	}
	if (canReadMemory) {
		const { pid } = await pocketBaseOf(program);
		for (const words of await foundInMemory(program.process.pid!, ALL)) found[words]!.push('memory');
		for (const words of await foundInMemory(pid, ALL)) found[words]!.push('memory of PocketBase');
	}
	return found;
}

/** Which of the words somebody comes to who is not in the room, by every way that their session opens. */
async function foundFromOutside(who: string): Promise<string[]> {
	const { visitor, token } = outside[who]!;
	const { conference } = outside.amina!;
	const { room: begun } = JSON.parse((await outside.yara!.visitor.open(`/conference/${conference}/room`)).text);
	const sealed = ['book', 'g1'].map((name) => `room/${conference}/${begun.roomId}/${name}`);
	const pages = ['', '/plan', '/room', '/preparation', '/follow-through', '/present'];
	const own = pages.map((path) => `/conference/${conference}${path}`);
	const { url } = await pocketBaseOf(program);
	const traces = [
		...(await crawl(visitor, ['/', '/conference', '/account', '/onze-ruimte', `/sync/question/${conference}`, ...own])),
		...(await listRecords(url, token)),
		...(await listen(tap.url, [`open/${conference}`, `family/${conference}`, ...sealed], token))
	];
	for (const { name, bytes } of traces.filter((trace) => trace.name.startsWith('room/'))) {
		expect(bytes.length, `${who}: ${name}`).toBe(0);
	}
	const found = findIn(traces, ALL);
	return ALL.filter((words) => found[words]!.length > 0);
}

describe('what is written in the sealed room', () => {
	it('stands on the screens of Yara and Hülya', async () => {
		for (const who of ['yara', 'amina', 'ilse', 'karin']) outside[who] = await signIn(tap, who);
		outside.stranger = { visitor: new Visitor(tap.url), token: '', conference: '' };
		const { conference, visitor: amina } = outside.amina!;
		family = openPaper(tap, `family/${conference}`, outside.yara!.token);
		await once([family], () => family.state === 'synced');
		const question = familyText(family.doc, 'question');
		question.insert(question.length, ` ${FAMILY}`);
		await once([family], () => family.where === 'stored');
		await amina.send(`/conference/${conference}?/move`, { verb: 'openInformation' });
		await amina.send(`/conference/${conference}?/move`, { verb: 'openPrivateTime' });

		const seenThroughTap = Object.create(program, { url: { value: tap.url } }) as Program;
		for (const who of ['yara', 'hulya']) {
			people[who] = await Person.arrive(browser, seenThroughTap, who);
			await people[who].through(`/demo/door/preparation/${who}`);
		}
		await room('yara').enter();
		await room('yara').begin();
		await room('yara').letsIn({ 'Hülya Aksoy': room('hulya') });

		await notes().focus();
		await notes().pressSequentially(`Dit blijft hier: ${SECRET.typed}. `);
		await room('yara').write('Iets dat goed gaat', `Eerst stond hier ${SECRET.takenOut}.`);
		await room('hulya').reads(SECRET.takenOut);
		await strength().fill('Milan kookt graag.');
		await room('yara').writeAgreement({ what: `Riet past op, ${PLAN}.`, who: 'Riet de Wit', requirements: ['B1'] });
		await notes().fill(`${await notes().inputValue()} En dit ook: ${SECRET.atOnce}.`);
		for (const words of [SECRET.typed, SECRET.atOnce, PLAN]) await room('hulya').reads(words);
		await room('yara').says('Alles is bewaard en verstuurd. Gezien door');
	});

	it('[SR24] is nowhere in files, frames, memory, log or mail; what is plain is found there', async () => {
		await new Visitor(tap.url).send('/sign-in?/code', { identity: 'yara@kring.example' });
		await mailbox.mailTo('yara@kring.example');
		const found = await foundByOperator();
		for (const words of [...Object.values(SECRET), PLAN]) expect(found[words], words).toEqual([]);
		expect(found[FAMILY]).toEqual(['files', 'frames', 'heap', ...(canReadMemory ? ['memory'] : [])]);
	});

	it('[AC3] comes to nobody outside: not to Amina, Ilse, a region manager or a stranger', async () => {
		// The question's own row of the access table: while the door is closed a setter may read it, Amina may not.
		expect(await foundFromOutside('ilse')).toEqual([FAMILY]);
		for (const who of ['amina', 'karin', 'stranger']) expect(await foundFromOutside(who), who).toEqual([]);
	});

	it('[PT2] stays there when the plan is presented: the plan goes out, and nothing that stood beside or before it', async () => {
		await room('hulya').present();
		await people.hulya!.sees(PLAN);
		const found = await foundByOperator();
		for (const words of Object.values(SECRET)) expect(found[words], words).toEqual([]);
		expect(found[PLAN]).toEqual(expect.arrayContaining(['files', 'frames']));
		for (const who of ['amina', 'ilse']) expect(await foundFromOutside(who), who).toEqual([FAMILY, PLAN]);
		for (const who of ['karin', 'stranger']) expect(await foundFromOutside(who), who).toEqual([]);
	});

	it('[SR24] is not in what lies on the disk once the program has stopped and put everything away', async () => {
		family.close();
		await program.stop();
		const found = findIn(await filesUnder(program.folder), ALL);
		for (const words of Object.values(SECRET)) expect(found[words], words).toEqual([]);
		for (const words of [FAMILY, PLAN]) expect(found[words], words).not.toEqual([]);
	});
});
