import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Doorkeeper } from '#lib/sync/door/Doorkeeper.ts';
import type { Invitation } from '#lib/sync/door/Invitation.ts';
import type { SealedRoom } from '#lib/sync/sealedRoom/SealedRoom.ts';
import { launchBrowser } from '#tests/setup/browser.ts';
import { Program } from '#tests/setup/program.ts';
import { Visitor } from '#tests/setup/Visitor.ts';
import { until } from '../sync/startSync.ts';
import { OwnDevice } from './OwnDevice.ts';

/** Hülya is inside, on a device in Node; whoever comes in does so in a real browser, by the words on the screen. */
let program: Program;
let browser: Browser;
let context: BrowserContext;
let room: SealedRoom;
let keeper: Doorkeeper;
let hulya: OwnDevice;
/** Every address that was asked for, and every body that was sent. */
let sent: string[] = [];

beforeAll(async () => {
	[program, browser] = await Promise.all([Program.start({ DEMO: '1', DEMO_NOW: '2026-12-27T13:00:00Z' }), launchBrowser()]);
	const visitor = new Visitor(program.url);
	const { path } = await visitor.open('/demo/door/preparation/hulya');
	hulya = await OwnDevice.of(visitor, program.url, path.split('/')[2]!);
	room = await hulya.begins();
	await until(() => room.book.isOpen);
	keeper = await Doorkeeper.open(room);
}, 180_000);
afterEach(() => context?.close());
afterAll(async () => {
	keeper?.close();
	await room?.close();
	await browser?.close();
	await program?.[Symbol.asyncDispose]();
});

/** Somebody's phone, signed in as them, or as nobody yet. */
async function phoneOf(who?: string): Promise<Page> {
	context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'nl-NL' });
	const page = await context.newPage();
	sent = [];
	page.on('request', (request) => sent.push(request.url(), request.postData() ?? ''));
	if (who) await page.goto(`${program.url}/demo/door/preparation/${who}`);
	return page;
}

async function linkFor(name: string): Promise<{ invitation: Invitation; link: string }> {
	const invited = await keeper.invite({ person: hulya.idOf(name), name }, 'link');
	if (!invited.ok) throw new Error(invited.why);
	return invited;
}
const says = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
const press = (page: Page, name: string) => page.getByRole('button', { name }).click();

describe('coming in, in a browser', () => {
	it('[SR6] [SR40] Riet opens the link, says it is her device, waits for Hülya, and is in our room', async () => {
		const { invitation, link } = await linkFor('Riet');
		const page = await phoneOf('riet');
		await page.goto(`${program.url}/binnen#${link}`);
		await says(page, 'Je bent uitgenodigd');
		expect(page.url()).toBe(`${program.url}/binnen#${hulya.conference}`);
		await press(page, 'Dit is mijn apparaat');
		await says(page, 'Wachten op Hülya Aksoy');
		await until(() => invitation.state.at === 'knocked');
		// She looks at something else meanwhile, and comes back.
		await page.reload();
		await says(page, 'Wachten op Hülya Aksoy');
		await invitation.yes();
		await page.waitForURL('**/onze-ruimte#*');
		await until(() => invitation.state.at === 'in');
		await says(page, 'Een afspraak');
		expect(room.circle.live.map(({ name }) => name)).toContain('Riet');
		const secret = link.split('.')[2]!;
		expect(sent.filter((text) => text.includes(secret))).toEqual([]);
		const kept = await page.evaluate(async () => {
			const databases = (await indexedDB.databases()).map(({ name }) => name!);
			return { clear: JSON.stringify([localStorage, sessionStorage, document.title]), outside: databases.filter((name) => /^rondom\/0+\//.test(name)) };
		});
		expect(kept.outside).toEqual([]);
		expect(kept.clear).not.toContain(secret);
	});

	it('[SR40] Bas is not signed in: the link waits, sealed, and goes on once he is; and a link that lost a letter is no link', async () => {
		const { invitation, link } = await linkFor('Bas');
		const page = await phoneOf();
		await page.goto(`${program.url}/binnen#${link.slice(0, -1)}`);
		await says(page, 'Deze link is niet heel');
		await page.getByLabel('Plak de uitnodiging').fill(`${program.url}/binnen#${link}`);
		await press(page, 'Ga verder');
		await says(page, 'Log eerst in');
		const signIn = await context.newPage();
		await signIn.goto(`${program.url}/demo/door/preparation/bas`);
		await signIn.close();
		await page.reload();
		await says(page, 'Je bent uitgenodigd');
		await says(page, 'Je bent Bas Hoekstra');
		await press(page, 'Dit is mijn apparaat');
		await until(() => invitation.state.at === 'knocked');
		await invitation.no();
		await says(page, 'Deze link werkt niet meer');
		expect(room.circle.live.map(({ name }) => name)).not.toContain('Bas');
	});
});
