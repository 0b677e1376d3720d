import { describe, expect, it } from 'vitest';
import { CAST } from '../cast.fixture.ts';
import { actorOf } from '../conference/actor.ts';
import { IN, PLAN } from '../conference/play.fixture.ts';
import type { Conference } from '../conference/conference.ts';
import { answersTo } from './answers.ts';
import { atClose, inForce } from './atClose.ts';
import { type Look, look } from './look.ts';
import { isLate, type Requirement } from './requirement.ts';
import { setRequirement } from './setRequirement.ts';

const NOW = Date.parse('2027-01-16T15:00:00Z');
const ilse = actorOf(CAST.ilse, NOW);
const tarik = actorOf(CAST.tarik, NOW);
const bas = actorOf(CAST.bas, NOW);

const b1: Requirement = {
	id: 'B1', setter: 'ilse', label: 'B1',
	text: 'Tussen 18.00 en 07.00 uur is er altijd een volwassene bij de kinderen.',
	why: 'Een kind van 11 kan niet voor een kind van 6 zorgen in de nacht.',
	test: 'Voor elke avond staat in het plan wie er is.',
	final: true, lateReason: '', replaces: '', enteredRound: 0
};

describe('setting a requirement', () => {
	const set = (
		wanted: Partial<Requirement>, phase: Conference['phase'], before: Requirement | null = null, by = ilse
	) => setRequirement({ ...b1, ...wanted }, before, by, { phase, round: 2 });

	it('[BL2] Ilse writes her own in preparation and may change it, also the label', () => {
		expect(set({ final: false, why: '' }, 'preparation').ok).toBe(true);
		const label = 'Dit moet minstens in het plan staan';
		expect(set({ label }, 'information', b1)).toMatchObject({ ok: true, value: { label, enteredRound: 0 } });
	});

	it('[BL2] final it says why and how we see it', () => {
		expect(set({ why: ' ' }, 'preparation')).toEqual({ ok: false, rule: 'BL2' });
		expect(set({ test: '' }, 'preparation')).toEqual({ ok: false, rule: 'BL2' });
	});

	it('[BL2] nobody sets one for Ilse, and she changes nobody else\'s', () => {
		expect(set({}, 'preparation', null, tarik).ok).toBe(false);
		expect(set({}, 'preparation', null, bas).ok).toBe(false);
		expect(set({}, 'preparation', { ...b1, setter: 'other' }).ok).toBe(false);
	});

	it('[BL3] from private time on one is only added or replaced, final, with a reason, and marked', () => {
		const late = { id: 'B5', lateReason: 'Er is vannacht iets gebeurd.', replaces: 'B1' };
		for (const phase of ['privateTime', 'presentation', 'followThrough'] as const) {
			const answer = set(late, phase);
			expect(answer).toMatchObject({ ok: true, value: { enteredRound: 2 } });
			expect(answer.ok && isLate(answer.value)).toBe(true);
			expect(set({ ...late, lateReason: ' ' }, phase)).toEqual({ ok: false, rule: 'BL3' });
			expect(set({ ...late, final: false }, phase)).toEqual({ ok: false, rule: 'BL3' });
			expect(set(late, phase, b1)).toEqual({ ok: false, rule: 'BL3' });
		}
	});

	it('[BL3] before the match and after closing there is nothing to set', () => {
		expect(set({}, 'application')).toEqual({ ok: false, rule: 'BL3' });
		expect(set({ lateReason: 'toch nog' }, 'closed')).toEqual({ ok: false, rule: 'BL3' });
	});
});

describe('looking at a requirement', () => {
	const met = { result: 'met', reason: '', then: '' } as const;
	const notYet = { result: 'notYet', reason: 'Voor zondag staat er niemand.', then: '' } as const;

	it('[BL4] the plan shows which agreements and plan-B lines answer it', () => {
		const line = { trigger: 'Iemand kan niet', then: 'Bel Marleen', agreements: [1], requirements: ['B1'] };
		expect(answersTo('B1', { ...PLAN, planB: [{ ...line, requirements: [] }, line] })).toEqual({
			agreements: [1], planB: [1]
		});
		expect(answersTo('B9', PLAN)).toEqual({ agreements: [], planB: [] });
	});

	it('[BL5] "nog niet" needs a reason', () => {
		expect(look(IN.presentation, ilse, b1, notYet)).toMatchObject({ ok: true, value: { version: 1 } });
		expect(look(IN.presentation, ilse, b1, { ...notYet, reason: ' ' })).toEqual({ ok: false, rule: 'BL5' });
		expect(look(IN.presentation, ilse, b1, met).ok).toBe(true);
	});

	it('[BL5] only its own setter looks, only at what is presented', () => {
		expect(look(IN.presentation, tarik, b1, met)).toEqual({ ok: false, rule: 'BL5' });
		expect(look(IN.presentation, bas, b1, met)).toEqual({ ok: false, rule: 'BL5' });
		expect(look(IN.presentation, ilse, { ...b1, setter: 'other' }, met)).toEqual({ ok: false, rule: 'BL5' });
		expect(look(IN.presentation, ilse, { ...b1, final: false }, met)).toEqual({ ok: false, rule: 'BL5' });
		for (const phase of ['information', 'privateTime', 'followThrough', 'closed'] as const) {
			expect(look(IN[phase], ilse, b1, met)).toEqual({ ok: false, rule: 'BL5' });
		}
	});

	it('[PH8] a gathering that presents is looked at like the day', () => {
		const presenting = {
			...IN.followThrough, presented: 2, gathering: { state: 'presenting', number: 2, round: 1, version: 2 }
		} as Conference;
		expect(look(presenting, ilse, b1, met)).toMatchObject({ ok: true, value: { version: 2 } });
	});

	const said = (version: number, result: Look['result'], reason = ''): Look => ({
		requirement: 'B1', setter: 'ilse', version, result, reason, then: ''
	});

	it('[BL6] round one not yet, round two met: each round keeps its own', () => {
		const looks = [said(1, 'notYet', 'Voor zondag staat er niemand.'), said(2, 'met')];
		expect(atClose([b1], looks, 1)).toMatchObject([{ result: 'notYet' }]);
		expect(atClose([b1], looks, 2)).toMatchObject([{ result: 'met' }]);
	});

	it('[BL5] nobody looked: met, presumed, and said so', () => {
		expect(atClose([b1], [], 1)).toEqual([{ requirement: 'B1', result: 'presumedMet', reason: '', then: '' }]);
	});

	it('[BL3] a late one may be left for the next round, an early one not; the replaced one counts no more', () => {
		const late = { ...b1, id: 'B5', replaces: 'B1', lateReason: 'vannacht', enteredRound: 1 };
		expect(inForce([b1, late]).map((one) => one.id)).toEqual(['B5']);
		expect(atClose([late], [], 1, new Set(['B5']))).toMatchObject([{ result: 'leftForNextRound' }]);
		expect(atClose([b1], [], 1, new Set(['B1']))).toMatchObject([{ result: 'presumedMet' }]);
	});

	it('[BL1] with none there is nothing to look at', () => {
		expect(atClose([], [], 1)).toEqual([]);
	});
});
