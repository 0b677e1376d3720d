import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PAGES } from '#lib/components/conference/pages.ts';
import type { Door } from '#server/demo/doors.ts';
import { STATION_NAMES } from '#server/demo/stations.ts';
import { Program } from '#tests/setup/program.ts';
import { Visitor } from '#tests/setup/Visitor.ts';

/** The pages of a conference as the people of the demo find them, at each of its stations. */
let program: Program;
let doors: Door[];

beforeAll(async () => {
	program = await Program.start({ DEMO: '1', DEMO_NOW: '2026-12-09T09:00:00Z' });
	doors = await (await fetch(`${program.url}/demo/doors.json`)).json();
});
afterAll(() => program?.[Symbol.asyncDispose]());

/** Somebody who came in, and their conference; a door into the room leads to the conference it belongs to. */
async function through({ url, station }: Pick<Door, 'url' | 'station'>) {
	const visitor = new Visitor(program.url);
	await visitor.open(url);
	return { visitor, base: await conferenceAt(station) };
}

const conferences = new Map<string, string>();
async function conferenceAt(station: string): Promise<string> {
	const known = conferences.get(station);
	if (known) return known;
	const { path } = await new Visitor(program.url).open(doors.find((door) => door.station === station && door.id === 'ilse')!.url);
	conferences.set(station, path);
	return path;
}

const linksIn = (html: string, base: string) =>
	PAGES.filter((page) => html.includes(`href="${page ? `${base}/${page}` : base}"`));
/** These answer whoever is in the conference, and say when there is nothing there (yet). */
const UNGUARDED = ['plan', 'follow-through', 'preparation/me'];
/** One of each kind. */
const PEOPLE = ['yara', 'hulya', 'sanne', 'amina', 'ilse', 'tarik', 'denzel'];

/** Their first page says it; and who has to say yes before anything begins (PH1, CO1) is led to that question alone. */
function whatIsNext({ path, text }: { path: string; text: string }): string | undefined {
	const asks = /<h1[^>]*>([^<]+)<\/h1>[^]*<button/;
	return (path.endsWith('/answer') ? asks : /Wat nu\?<\/h2>[^]*?<p>([^<]+)/).exec(text)?.[1]?.trim();
}

describe.each(STATION_NAMES)('at %s', (station) => {
	const here = () => doors.filter((door) => door.station === station && PEOPLE.includes(door.id));

	it('[AC3] [AC7] each is offered the pages that open for them, and told what is next and who can see it', async () => {
		for (const door of here()) {
			const { visitor, base } = await through(door);
			const first = await visitor.open(base);
			// CO3: who has left finds nothing.
			if (first.status === 404) continue;
			expect(whatIsNext(first), door.id).toBeTruthy();
			const offered = linksIn(/<nav[^]*<\/nav>/.exec(first.text)![0], base);
			expect(offered, door.id).toContain('');
			for (const page of PAGES) {
				const { status, text } = await visitor.open(`${base}/${page}`);
				if (offered.includes(page)) {
					expect(status, `${door.id} ${page}`).toBe(200);
					expect(text, `${door.id} ${page}`).toContain('Wie kan dit zien?');
				} else if (!UNGUARDED.includes(page)) expect(status, `${door.id} ${page}`).toBe(404);
			}
		}
	});
});

it('[CO3] a coordinator who withdrew is on the list as that, and not as somebody who takes part', async () => {
	const door = doors.find(({ station, id }) => station === 'followThrough' && id === 'hulya')!;
	const { visitor, base } = await through(door);
	const { text } = await visitor.open(`${base}/preparation/people`);
	const [row = ''] = /<li[^>]*>(?:(?!<li)[^])*Amina Bouzid[^]*?<\/li>/.exec(text) ?? [];
	expect(row).toContain('doet niet meer mee');
	expect(row).not.toContain('doet mee');
});

it('[PR1] [PR2] the coordinator sees at a glance who was told, comes and needs something; nobody else does', async () => {
	const at = (who: string) => through(doors.find(({ station, id }) => station === 'preparation' && id === who)!);
	const { visitor: marleen, base } = await at('marleen');
	await marleen.send(`${base}/preparation/me?/coming`, { coming: 'maybe' });
	await marleen.send(`${base}/preparation/me?/needs`, { needs: 'Een tolk.' });
	const { visitor: amina } = await at('amina');
	const { text } = await amina.open(`${base}/preparation/people`);
	const [row = ''] = /<tr[^>]*>(?:(?!<tr)[^])*Marleen de Wit[^]*?<\/tr>/.exec(text) ?? [];
	for (const said of ['doet mee', 'had uitleg', 'weet het nog niet', 'schreef iets op']) expect(row).toContain(said);
	expect(text).not.toContain('Een tolk.');
	for (const who of ['yara', 'hulya']) {
		const { visitor } = await at(who);
		expect((await visitor.open(`${base}/preparation/people`)).text, who).not.toContain('<table');
	}
});

describe('a region manager', () => {
	it('[AC3] finds no conference behind its address once it has a coordinator', async () => {
		const { visitor } = await through(doors.find(({ id }) => id === 'karin')!);
		for (const station of STATION_NAMES.slice(1)) {
			const base = await conferenceAt(station);
			for (const page of ['', 'plan']) expect((await visitor.open(`${base}/${page}`)).status, `${station} ${page}`).toBe(404);
		}
	});

	it('[AC3] of one that waits sees the title and the way to the region, and nobody’s name', async () => {
		const { visitor, base } = await through(doors.find(({ id }) => id === 'karin')!);
		const { status, text } = await visitor.open(base);
		expect(status).toBe(200);
		expect(text).toContain('href="/region"');
		for (const name of ['Yara', 'Ilse Brandsma', 'Aanmelding</span>']) expect(text).not.toContain(name);
	});
});
