import { afterAll, afterEach, beforeAll, describe } from 'vitest';
import { keyboard } from './pages/keyboard.ts';
import { pointing } from './pages/hands.ts';
import { LAPTOP, PHONE, TABLET } from './pages/Person.ts';
import { Story, type Walk } from './story/Story.ts';
import { application } from './story/1-application.ts';
import { preparation } from './story/2-preparation.ts';
import { information } from './story/3-information.ts';
import { writing } from './story/4-writing.ts';
import { presenting } from './story/5-presenting.ts';
import { agreeing } from './story/6-agreeing.ts';
import { doing } from './story/7-doing.ts';

/**
 * One whole conference, in seven steps, each person in a browser of their own and on a network of their own.
 *
 * `npm test` walks it once, as on the day itself: phones, a tablet and laptops mixed. `npm run test:all` walks it
 * three times more: everybody on a phone, everybody on a laptop, and everybody with nothing but a keyboard.
 */
const onLaptop = new Set(['karin', 'amina', 'ilse', 'bas', 'tarik', 'wouter']);
const finger = () => pointing;
const WALKS: Walk[] = [
	{ name: 'mixed', screen: (who) => (who === 'tablet' ? TABLET : onLaptop.has(who) ? LAPTOP : PHONE), hands: finger, withoutWifi: 60 },
	{ name: 'phones', screen: () => PHONE, hands: finger, withoutWifi: 5 },
	{ name: 'laptops', screen: () => LAPTOP, hands: finger, withoutWifi: 5 },
	{ name: 'keyboard', screen: () => LAPTOP, hands: () => keyboard, withoutWifi: 5 }
];
const chosen = process.env.WALK?.split(',');
const walks = chosen
	? WALKS.filter(({ name }) => chosen.includes(name))
	: process.env.LONG_TESTS
		? WALKS
		: WALKS.slice(0, 1);

describe.each(walks)('$name', (walk) => {
	let story: Story;
	const now = () => story;
	beforeAll(async () => {
		story = await Story.begin(walk, '2026-12-03T09:00:00Z');
	});
	afterAll(async () => {
		await story?.[Symbol.asyncDispose]();
	});
	afterEach(async ({ task }) => {
		if (task.result?.state !== 'fail') return;
		await story.picture('failed', ...story.people.map(({ name }) => name));
	});

	describe('(1) from a request to a coordinator', () => application(now));
	describe('(2) preparing, with people who have and have no login', () => preparation(now));
	describe('(3) information, then private time', () => information(now));
	describe('(4) five people write together on four devices', () => writing(now));
	describe('(5) presenting, and a second round', () => presenting(now));
	describe('(6) everybody’s yes, bringing the plan round, withdrawal', () => agreeing(now));
	describe('(7) after four weeks', () => doing(now));
});
