import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { memoryStore } from '../localStore/memoryStore.ts';
import type { LocalStore } from '../localStore/localStore.ts';
import { LocalText } from './LocalText.ts';
import { Outbox } from './Outbox.ts';
import { HandClock, pass } from './room.fixture.ts';

/** A device that writes nothing until it is let: then it catches up. */
function slowly(store: LocalStore) {
	let begun = () => {};
	let letIt = () => {};
	const busy = new Promise<void>((resolve) => (begun = resolve));
	const mayWrite = new Promise<void>((resolve) => (letIt = resolve));
	const slow: LocalStore = {
		...store,
		async change(put, remove) {
			begun();
			await mayWrite;
			await store.change(put, remove);
		}
	};
	return { slow, busy, letIt };
}

describe('the outbox', () => {
	it('[SR25] keeps and sends what Bas types while the device is still writing down what he typed before', async () => {
		const { slow, busy, letIt } = slowly(memoryStore());
		const doc = new Y.Doc();
		const pushed: Uint8Array[] = [];
		const outbox = new Outbox(doc, new LocalText(slow, 'g1'), [], new HandClock(), {
			push: async (update) => pushed.push(update),
			isConveyed: () => false,
			heads: () => [],
			changed: () => {},
			failed: (error) => {
				throw error;
			}
		});
		const notes = doc.getText('notes');
		notes.insert(0, 'Iemand kan niet oppassen.');
		const sending = outbox.flush();
		await busy;
		notes.insert(notes.length, ' Bel Marleen vóór 16.00 uur.');
		letIt();
		await sending;
		await outbox.flush();
		const others = new Y.Doc();
		for (const update of pushed) Y.applyUpdateV2(others, update);
		expect(others.getText('notes').toString()).toBe('Iemand kan niet oppassen. Bel Marleen vóór 16.00 uur.');
		outbox.close();
	});

	it('[SR25] lets go of each letter so early that others see it within the second, sealing and the way included', async () => {
		const clock = new HandClock();
		const doc = new Y.Doc();
		const waits: number[] = [];
		let typed: number[] = [];
		const outbox = new Outbox(doc, new LocalText(memoryStore(), 'g1'), [], clock, {
			push: async () => {
				waits.push(...typed.map((since) => clock.now() - since));
				typed = [];
				return waits.length;
			},
			isConveyed: () => false,
			heads: () => [],
			changed: () => {},
			failed: (error) => {
				throw error;
			}
		});
		for (const letter of 'Riet slaapt hier op woensdag') {
			doc.getText('notes').insert(0, letter);
			typed.push(clock.now());
			await pass(clock, 0.2);
		}
		await pass(clock, 1);
		expect(waits).toHaveLength(28);
		expect(Math.max(...waits)).toBeLessThanOrEqual(950);
		outbox.close();
	});

	it('[SR26] never says "verstuurd" of words that are still being sealed', async () => {
		const doc = new Y.Doc();
		let sealed = (_clock: number) => {};
		let begun = () => {};
		const sealing = new Promise<void>((resolve) => (begun = resolve));
		const outbox = new Outbox(doc, new LocalText(memoryStore(), 'g1'), [], new HandClock(), {
			push: () => {
				begun();
				return new Promise<number>((resolve) => (sealed = resolve));
			},
			isConveyed: () => false,
			heads: () => [],
			changed: () => {},
			failed: (error) => {
				throw error;
			}
		});
		doc.getText('notes').insert(0, 'Wij lopen samen.');
		const sending = outbox.flush();
		await sealing;
		expect([outbox.whereabouts, outbox.hasUnsent]).toEqual(['onDevice', true]);
		sealed(1);
		await sending;
		expect(outbox.whereabouts).toBe('onDevice');
		await outbox.stored(1);
		expect(outbox.whereabouts).toBe('sent');
		outbox.close();
	});
});
