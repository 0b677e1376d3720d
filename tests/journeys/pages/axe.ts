import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What keeps somebody from using the page as it is now, each in a line: findings of axe, and what is cut off. */
export async function findingsOn(page: Page): Promise<string[]> {
	const { pathname } = new URL(page.url());
	// Nothing of ours stands in a frame, and what passes need not be told.
	const axe = new AxeBuilder({ page: page as never }).setLegacyMode().options({ resultTypes: ['violations'] });
	const { violations } = await axe.analyze();
	return [
		...violations.map(({ id, nodes }) => `${pathname} ${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`),
		...(await cutOffOn(page))
	];
}

/** What is wider than the screen. */
export async function cutOffOn(page: Page): Promise<string[]> {
	const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
	return wide > 0 ? [`${new URL(page.url()).pathname} is ${wide} pixels wider than the screen`] : [];
}

/** What a page is made of: its kinds of elements and its headings. Two pages made of the same differ in words alone. */
export function madeOf(page: Page): Promise<string> {
	return page.evaluate(() => {
		const all = [...document.querySelectorAll('body *')];
		const kinds = new Set(all.map((one) => [one.tagName, one.getAttribute('class'), one.getAttribute('role')].join('.')));
		return [...kinds].sort().join(' ') + all.map(({ tagName }) => (/^H\d$/.test(tagName) ? tagName : '')).join('');
	});
}
