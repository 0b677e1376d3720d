import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CLOSE, LIMITS, MESSAGE, formatRoom } from '#lib/sync/protocol.ts';
import { OPEN, TestSync, until, type Device } from './startSync.ts';
import { presence, step1 } from './messages.ts';

let test: TestSync;
beforeEach(async () => {
	test = await TestSync.start();
});
afterEach(() => test.stop());

const seen = (device: Device): Map<number, unknown> => new Map(device.provider.awareness.getStates());

describe('who is there', () => {
	it('is seen by the others, and gone when the page closes', async () => {
		const yara = await test.inRoom('yara', OPEN);
		const bas = await test.inRoom('bas', OPEN);
		yara.provider.awareness.setLocalState({ name: 'Yara' });
		await until(() => seen(bas).has(yara.doc.clientID));
		yara.leave();
		await until(() => !seen(bas).has(yara.doc.clientID));
	});

	it('is gone too when the line breaks without a goodbye', async () => {
		const bas = await test.inRoom('bas', OPEN);
		const yara = test.socket('yara', formatRoom(OPEN));
		await yara.send(presence({ client: 7, clock: 1, state: { name: 'Yara' } }));
		await until(() => seen(bas).has(7));
		yara.ws.terminate();
		await until(() => !seen(bas).has(7));
	});

	it('is told to who comes later', async () => {
		const yara = await test.inRoom('yara', OPEN);
		yara.provider.awareness.setLocalState({ name: 'Yara' });
		const bas = await test.inRoom('bas', OPEN);
		await until(() => seen(bas).has(yara.doc.clientID));
	});

	it('cannot be said for somebody else: not changed, not sent away', async () => {
		const yara = await test.inRoom('yara', OPEN);
		const hulya = await test.inRoom('hulya', OPEN);
		yara.provider.awareness.setLocalState({ name: 'Yara' });
		await until(() => seen(hulya).has(yara.doc.clientID));
		const bas = test.socket('bas', formatRoom(OPEN));
		const client = yara.doc.clientID;
		await bas.send(
			presence({ client, clock: 99, state: { name: 'Bas als Yara' } }),
			presence({ client, clock: 99, state: null }),
			presence({ client: 8, clock: 1, state: { name: 'Bas' } })
		);
		await until(() => seen(hulya).has(8));
		expect(seen(hulya).get(client)).toEqual({ name: 'Yara' });
	});

	it('is not taken over by the same person’s second page, which sends back what it hears', async () => {
		const bas = await test.inRoom('bas', OPEN);
		const first = test.socket('yara', formatRoom(OPEN));
		await first.send(presence({ client: 7, clock: 1, state: { page: 1 } }));
		await until(() => seen(bas).has(7));
		const second = test.socket('yara', formatRoom(OPEN));
		await second.send(presence({ client: 7, clock: 2, state: { page: 1 } }, { client: 8, clock: 1, state: {} }));
		await until(() => seen(bas).has(8));
		second.ws.terminate();
		await until(() => !seen(bas).has(8));
		expect(seen(bas).has(7)).toBe(true);
	});

	it('is not brought back by the echo of somebody who still thought so', async () => {
		const hulya = await test.inRoom('hulya', OPEN);
		const yara = test.socket('yara', formatRoom(OPEN));
		await yara.send(presence({ client: 7, clock: 5, state: { name: 'Yara' } }));
		await until(() => seen(hulya).has(7));
		yara.ws.terminate();
		await until(() => !seen(hulya).has(7));
		const bas = test.socket('bas', formatRoom(OPEN));
		await bas.send(presence({ client: 7, clock: 6, state: { name: 'Yara' } }, { client: 8, clock: 1, state: {} }));
		await until(() => seen(hulya).has(8));
		expect(seen(hulya).has(7)).toBe(false);
	});

	it('is told at most twice a second, however much somebody moves, and ends up right', async () => {
		const bas = test.socket('bas', formatRoom(OPEN));
		await bas.send(step1());
		await until(() => bas.heard.length > 0);
		const yara = await test.inRoom('yara', OPEN);
		for (let place = 1; place <= 50; place++) yara.provider.awareness.setLocalState({ place });
		const told = (): Uint8Array[] => bas.heard.filter(([kind]) => kind === MESSAGE.presence);
		await until(() => told().some((message) => Buffer.from(message).includes('"place":50')));
		expect(told().length).toBeLessThanOrEqual(3);
	});

	it.runIf(process.env.LONG_TESTS)('keeps a quiet page from taking the line for dead', { timeout: 40_000 }, async () => {
		const ilse = test.socket('ilse', formatRoom(OPEN));
		await ilse.opened;
		let pings = 0;
		ilse.ws.on('ping', () => pings++);
		await until(() => ilse.heard.some(([kind, , count]) => kind === MESSAGE.presence && count === 0));
		expect(pings).toBe(1);
	});
});

describe('a state', () => {
	it.each([
		['too long', { client: 7, clock: 1, state: 'x'.repeat(LIMITS.presenceBytes) }, CLOSE.tooLarge],
		['no object', { client: 7, clock: 1, state: 5 }, CLOSE.malformed]
	])('that is %s ends the connection', async (_, state, code) => {
		const yara = test.socket('yara', formatRoom(OPEN));
		await yara.send(presence(state));
		expect(await yara.ended).toBe(code);
	});
});
