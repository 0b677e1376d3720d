import type { Page } from 'playwright-core';

/** What a printer would put on paper beside what is meant for it: header, menu, corner, and what one presses. */
export async function besidePaper(page: Page): Promise<string[]> {
	await page.emulateMedia({ media: 'print' });
	const rest = page.locator('body > div > header, main > h1, nav, footer, button, input, select').filter({ visible: true });
	const printed = await rest.evaluateAll((all) => all.map(({ outerHTML }) => outerHTML.slice(0, 80)));
	await page.emulateMedia({ media: 'screen' });
	return printed;
}
