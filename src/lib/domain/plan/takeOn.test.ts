import { describe, expect, it } from 'vitest';
import { carriedNowBy, isOpenToTake, takeOn } from './takeOn.ts';

const agreement = { responsible: 'sanne', helpers: ['joop'] };
const family = (id: string) => ({ id, isFamily: true, isCoordinator: false });

describe('taking on what nobody carries', () => {
	it('[AG4] Gino takes on what Sanne has not said yes to, or handed back', () => {
		expect(takeOn(agreement, family('gino'), [])).toEqual({ ok: true, value: null });
		expect(takeOn(agreement, family('gino'), ['joop'])).toEqual({ ok: true, value: null });
		expect(carriedNowBy(agreement, ['joop', 'gino'])).toBe('gino');
	});

	it('[AG4] nobody takes it from who said yes, nor twice', () => {
		expect(takeOn(agreement, family('gino'), ['sanne'])).toEqual({ ok: false, rule: 'AG4' });
		expect(takeOn(agreement, family('bas'), ['gino'])).toEqual({ ok: false, rule: 'AG4' });
		expect(isOpenToTake(agreement, ['gino'])).toBe(false);
		expect(carriedNowBy(agreement, ['gino', 'sanne'])).toBe('sanne');
	});

	it('[CO2] [AG5] a coordinator takes nothing on, nor does a professional what the circle agreed', () => {
		const amina = { id: 'amina', isFamily: false, isCoordinator: true };
		const tarik = { id: 'tarik', isFamily: false, isCoordinator: false };
		expect(takeOn(agreement, amina, [])).toEqual({ ok: false, rule: 'CO2' });
		expect(takeOn(agreement, tarik, [])).toEqual({ ok: false, rule: 'AG4' });
	});

	it('nobody carries it while there is no yes', () => expect(carriedNowBy(agreement, [])).toBe(''));
});
