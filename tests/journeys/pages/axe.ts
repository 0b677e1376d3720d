import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What keeps somebody from using the page as it is now, each in a line: findings of axe, and what is cut off. */
export async function findingsOn(page: Page): Promise<string[]> {
	const { pathname } = new URL(page.url());
	const { violations } = await new AxeBuilder({ page: page as never }).analyze();
	const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
	return [
		...violations.map(({ id, nodes }) => `${pathname} ${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`),
		...(wide > 0 ? [`${pathname} is ${wide} pixels wider than the screen`] : [])
	];
}
