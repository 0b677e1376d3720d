import { afterAll, afterEach, beforeAll, describe } from 'vitest';
import { application } from './1-application.ts';
import { preparation } from './2-preparation.ts';
import { information } from './3-information.ts';
import { writing } from './4-writing.ts';
import { presenting } from './5-presenting.ts';
import { agreeing } from './6-agreeing.ts';
import { doing } from './7-doing.ts';
import { Story, type Walk } from './Story.ts';

/** One whole conference, in seven steps, each person in a browser of their own and on a network of their own. */
export function walkThrough(walk: Walk): void {
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
}
