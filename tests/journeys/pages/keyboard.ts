import type { Locator, Page } from 'playwright-core';
import type { Hands } from './hands.ts';

/** More steps than any page has places to stop at. */
const MOST_STEPS = 400;

/**
 * Nothing but a keyboard: Tab and Shift+Tab to come somewhere, Enter, space and arrows to do something there. Fails
 * when Tab does not lead to what is wanted, or when one cannot see where one is.
 */
export const keyboard: Hands = {
	press: async (target) => {
		await reach(target);
		await target.page().keyboard.press('Enter');
	},
	write: async (target, words) => {
		await reach(target);
		await target.page().keyboard.press('Control+A');
		if (words) await target.page().keyboard.insertText(words);
		else await target.page().keyboard.press('Delete');
	},
	tick: async (target) => {
		const isChecked = await target.isChecked();
		if (isChecked) return;
		const { keyboard: keys } = target.page();
		if ((await target.getAttribute('type')) === 'radio') await arrowTo(target);
		if (!(await target.isChecked())) {
			await reach(target);
			await keys.press('Space');
		}
	},
	choose: async (target, words) => {
		await reach(target);
		const wanted = target.page().locator('option', { hasText: words });
		await wanted.first().waitFor({ state: 'attached' });
		const steps = await target.evaluate((list, label) => {
			const { options, selectedIndex } = list as HTMLSelectElement;
			const index = [...options].findIndex((option) => option.label.trim() === label);
			return index < 0 ? undefined : index - selectedIndex;
		}, words);
		if (steps === undefined) throw new Error(`no "${words}" to choose`);
		const key = steps > 0 ? 'ArrowDown' : 'ArrowUp';
		for (let step = 0; step < Math.abs(steps); step++) await target.page().keyboard.press(key);
	},
	setMoment: async (target, moment) => {
		for (const typed of keysFor(moment)) {
			await reach(target);
			const { keyboard: keys } = target.page();
			// The box has parts of its own: back to the first.
			for (let part = 0; part < 4; part++) await keys.press('ArrowLeft');
			await keys.type(typed);
			if ((await target.inputValue()) === moment) return keys.press('Tab');
		}
		throw new Error(`typed ${moment}, and it says ${await target.inputValue()}`);
	},
	goTo: async (target) => {
		await reach(target);
		await target.page().keyboard.press('Control+End');
	}
};

/** What one types in a box for a day or a time, as this machine's own language orders its parts. */
function keysFor(moment: string): string[] {
	if (moment.includes('-')) {
		const [year, month, day] = moment.split('-');
		return [`${day}${month}${year}`, `${month}${day}${year}`];
	}
	const [hour, minute] = moment.split(':').map(Number) as [number, number];
	const half = `${String(hour % 12 || 12).padStart(2, '0')}${String(minute).padStart(2, '0')}${hour < 12 ? 'AM' : 'PM'}`;
	return [moment.replace(':', ''), half];
}

/**
 * Opens a dialog with the keyboard: it keeps the keyboard while it is open, both ways round, and Escape gives it back
 * to where it came from.
 */
export async function keepsKeyboard(trigger: Locator): Promise<void> {
	const page = trigger.page();
	await keyboard.press(trigger);
	const dialog = page.getByRole('dialog');
	await dialog.waitFor();
	for (const key of [...Array<string>(8).fill('Tab'), ...Array<string>(16).fill('Shift+Tab')]) {
		await page.keyboard.press(key);
		const isWithin = await dialog.evaluate((box) => box.contains(document.activeElement));
		if (!isWithin) throw new Error(`${key} leaves the dialog`);
	}
	await page.keyboard.press('Escape');
	await dialog.waitFor({ state: 'detached' });
	if ((await trigger.evaluate(liesFrom)) !== 'here') throw new Error('the dialog does not give the keyboard back');
}

/** Goes to `target` by Tab, or back by Shift+Tab where it lies before. */
async function reach(target: Locator): Promise<void> {
	await target.waitFor();
	const page = target.page();
	let came: 'before' | 'after' | undefined;
	for (let step = 0; step < MOST_STEPS; step++) {
		const lies = await target.evaluate(liesFrom);
		if (lies === 'here') return isSeen(page, target);
		if (came && came !== lies) break;
		came = lies;
		await page.keyboard.press(lies === 'before' ? 'Shift+Tab' : 'Tab');
	}
	throw new Error(`Tab does not lead to ${target}`);
}

/** Where something is, from where the keyboard is now. */
function liesFrom(wanted: Element): 'here' | 'before' | 'after' {
	const here = document.activeElement ?? document.body;
	if (here === wanted) return 'here';
	return here.compareDocumentPosition(wanted) & Node.DOCUMENT_POSITION_PRECEDING ? 'before' : 'after';
}

/** Of several choices one stop is all that Tab makes; between them go the arrows. */
async function arrowTo(target: Locator): Promise<void> {
	const page = target.page();
	const name = await target.getAttribute('name');
	const group = target.locator('xpath=ancestor::form').locator(`input[type="radio"][name="${name}"]`);
	const count = await group.count();
	const stop = group.and(page.locator(':checked')).or(group.first());
	await reach(stop.first());
	for (let step = 0; step < count && !(await target.evaluate((one) => one === document.activeElement)); step++) {
		await page.keyboard.press('ArrowDown');
	}
}

/** Whoever has no mouse must see where they are. */
async function isSeen(page: Page, target: Locator): Promise<void> {
	const shown = await target.evaluate((here) => {
		const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(here);
		return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
	});
	if (!shown) throw new Error(`on ${page.url()} nothing shows that the keyboard is at ${target}`);
}
