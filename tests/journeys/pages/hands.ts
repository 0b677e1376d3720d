import type { Locator } from 'playwright-core';

/** How somebody works a page: with a finger or mouse, or with nothing but a keyboard. */
export type Hands = {
	/** Presses a button, follows a link, unfolds what is folded. */
	press(target: Locator): Promise<void>;
	/** Puts these words in a box, instead of what stood there. */
	write(target: Locator, words: string): Promise<void>;
	/** Ticks a box, or chooses one of several. */
	tick(target: Locator): Promise<void>;
	/** Chooses from a list by the words shown. */
	choose(target: Locator, words: string): Promise<void>;
	/** Fills in a day, YYYY-MM-DD, or a time, HH:MM. */
	setMoment(target: Locator, moment: string): Promise<void>;
	/** Puts the caret at the end of a box. */
	goTo(target: Locator): Promise<void>;
};

export const pointing: Hands = {
	press: (target) => target.click(),
	write: (target, words) => target.fill(words),
	tick: (target) => target.check(),
	choose: async (target, words) => void (await target.selectOption({ label: words })),
	setMoment: async (target, moment) => {
		await target.fill(moment);
		await target.blur();
	},
	goTo: async (target) => {
		await target.focus();
		await target.press('Control+End');
	}
};
