import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#tests/setup/browser.ts';
import { Program } from '#tests/setup/program.ts';
import { Person } from './pages/Person.ts';

/** Words that somebody slipped into a page do not become markup or script, on whichever page of the origin. */
let program: Program;
let browser: Browser;
let yara: Person;

beforeAll(async () => {
	program = await Program.start({ DEMO: '1', DEMO_NOW: '2027-01-16T13:00:00Z' });
	browser = await launchBrowser();
	yara = await Person.arrive(browser, program, 'yara');
	await yara.through('/demo/door/preparation/yara');
});
afterAll(async () => {
	await yara?.[Symbol.asyncDispose]();
	await browser?.close();
	await program?.[Symbol.asyncDispose]();
});

/** Tries what a slipped-in word could try; answers with what the browser let happen. */
function attempts(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const happened: string[] = [];
		const made = () => document.createElement('script');
		const trustedTypes = (globalThis as unknown as { trustedTypes: { createPolicy: (...settings: unknown[]) => void } })
			.trustedTypes;
		const tries: Record<string, () => void> = {
			'markup from words': () => (document.createElement('div').innerHTML = '<b>x</b>'),
			'a page from words': () => document.write('<b>x</b>'),
			'code from words': () => void setTimeout('globalThis.ran = true'),
			'a script of words': () => document.documentElement.append(Object.assign(made(), { textContent: 'globalThis.ran = true' })),
			'a script from elsewhere': () => (made().src = 'data:text/javascript,globalThis.ran=true'),
			'a worker from words': () => void new Worker(URL.createObjectURL(new Blob(['']))),
			'a policy of its own': () => trustedTypes.createPolicy('mine', { createHTML: (words: string) => words })
		};
		for (const [what, attempt] of Object.entries(tries)) {
			try {
				attempt();
				happened.push(what);
			} catch (refused) {
				if (!(refused instanceof TypeError || refused instanceof DOMException)) throw refused;
			}
		}
		return happened;
	});
}

describe('the whole origin', () => {
	it.each(['', '/preparation', '/plan'])('[SR41] Yara’s page %s runs nothing that was slipped in', async (path) => {
		await yara.open(path);
		expect(yara.faults).toEqual([]);
		expect(await attempts(yara.page)).toEqual([]);
		// What was refused just now was tried by the test.
		yara.faults.length = 0;
	});

	it.each(['/', '/sign-in', '/onze-ruimte', '/nowhere', '/healthz'])('[SR41] nor does %s', async (path) => {
		await yara.page.goto(path);
		expect(await attempts(yara.page)).toEqual([]);
	});
});
