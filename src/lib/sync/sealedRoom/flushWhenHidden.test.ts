import { afterEach, beforeAll, expect, it } from 'vitest';
import { answerAtOnce } from '#lib/crypto/promptCrypto.fixture.ts';
import { flushWhenHidden } from './flushWhenHidden.ts';
import { pass } from './room.fixture.ts';
import { circleOfThree, closeRooms, free, type } from './story.fixture.ts';

beforeAll(answerAtOnce);
afterEach(closeRooms);

/** As much of a window as matters here. */
function pageOf() {
	const document = Object.assign(new EventTarget(), { visibilityState: 'visible' });
	const page = Object.assign(new EventTarget(), { document });
	const becomes = (state: string) => {
		document.visibilityState = state;
		document.dispatchEvent(new Event('visibilitychange'));
	};
	return { page, window: page as unknown as Window, becomes };
}

it('[F9] what Bas typed a moment ago goes as soon as his page is out of sight, and not when it comes back in', async () => {
	const { clock, bass, basRoom, yaras } = await circleOfThree();
	const { page, window, becomes } = pageOf();
	const stop = flushWhenHidden(basRoom, window);
	type(bass, 'Bas brengt');
	becomes('visible');
	await pass(clock, 0.1);
	expect(free(yaras)).toBe('');
	becomes('hidden');
	await pass(clock, 0.1);
	expect(free(yaras)).toBe('Bas brengt');
	type(bass, 'Bas brengt de kinderen');
	page.dispatchEvent(new Event('pagehide'));
	await pass(clock, 0.1);
	expect(free(yaras)).toBe('Bas brengt de kinderen');
	stop();
	type(bass, 'Bas brengt de kinderen niet');
	becomes('hidden');
	await pass(clock, 0.1);
	expect(free(yaras)).toBe('Bas brengt de kinderen');
});

it('[F9] the wire is tried at once when the network is back', async () => {
	const { clock, bas, bass, basRoom } = await circleOfThree();
	const { page, window } = pageOf();
	const stop = flushWhenHidden(basRoom, window);
	bas.goesOffline();
	page.dispatchEvent(new Event('online'));
	await pass(clock, 0.1);
	expect(bass.state).toBe('synced');
	stop();
});
