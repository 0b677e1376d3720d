import { gzipSync } from 'node:zlib';
import { LAPTOP, Person } from '../journeys/pages/Person.ts';
import { RoomPage } from '../journeys/pages/RoomPage.ts';
import { launchBrowser } from '../setup/browser.ts';
import { Program } from '../setup/program.ts';
import type { Table } from './table.ts';

const DOOR = '/demo/door/preparation/yara';
type Sent = { files: number; gzip: number; onTheLine: number; elsewhere: number };

/** The script that a real browser asks for, page by page, each with an empty cache. */
export async function bench(): Promise<Table[]> {
	const program = await Program.start({ DEMO: '1', DEMO_NOW: '2027-01-16T13:00:00Z' });
	const browser = await launchBrowser();
	const measure = async (go: (person: Person) => Promise<unknown>): Promise<Sent> => {
		const person = await Person.arrive(browser, program, 'Yara', LAPTOP);
		try {
			return await sentDuring(person, () => go(person));
		} finally {
			await person[Symbol.asyncDispose]();
		}
	};
	try {
		const invited = await measure(({ page }) => page.goto('/in'));
		const room = await measure(async (person) => {
			await person.context.request.get(DOOR);
			await person.page.goto(`/onze-ruimte#${await conferenceOf(person)}`);
			await new RoomPage(person).begin();
		});
		const row = (name: string, { files, gzip, onTheLine, elsewhere }: Sent, goal: number): string[] => {
			const kilobytes = (bytes: number) => (bytes / 1024).toFixed(1);
			return [name, String(files), kilobytes(gzip), kilobytes(onTheLine), String(elsewhere), `≤ ${goal} KB, 0 elsewhere`];
		};
		return [
			{
				title: 'Script sent to a browser with an empty cache',
				columns: ['page', 'files', 'gzip KB', 'as sent KB', 'requests elsewhere', 'goal'],
				rows: [row('first page of an invited person (/in)', invited, 60), row('the sealed room, begun and open', room, 150)]
			}
		];
	} finally {
		await browser.close();
		await program[Symbol.asyncDispose]();
	}
}

async function conferenceOf({ context }: Person): Promise<string> {
	const answer = await context.request.get('/conference');
	return /\/conference\/([a-z0-9]{15})/.exec(await answer.text())![1]!;
}

async function sentDuring({ page, wifi }: Person, go: () => Promise<unknown>): Promise<Sent> {
	const sent: Sent = { files: 0, gzip: 0, onTheLine: 0, elsewhere: 0 };
	const reading: Promise<void>[] = [];
	page.on('requestfinished', (request) => {
		if (/^https?:/.test(request.url()) && !request.url().startsWith(wifi.url)) sent.elsewhere++;
		if (request.resourceType() !== 'script') return;
		const read = async () => {
			const [body, sizes] = await Promise.all([(await request.response())!.body(), request.sizes()]);
			sent.files++;
			sent.gzip += gzipSync(body, { level: 9 }).length;
			sent.onTheLine += sizes.responseBodySize;
		};
		reading.push(read());
	});
	await go();
	await page.waitForLoadState('networkidle');
	await Promise.all(reading);
	return sent;
}
