import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CAST } from '../cast.fixture.ts';
import { CLOCK, actorOf } from '../conference/actor.ts';
import { IN, PLAN } from '../conference/play.fixture.ts';
import { concerns } from './agreement.ts';
import { CARRIERS_IN_ORDER } from './carrier.ts';
import { changesBetween } from './changes.ts';
import { EMPTY_PLAN, PlanContent } from './content.ts';
import { copyForPresenting } from './copyForPresenting.ts';
import { PLAN_LIMITS } from './limits.ts';
import { loadOf } from './load.ts';
import { callMeeting, nextMeeting } from './reviewMeeting.ts';
import { freezeVersion } from './version.ts';

const riet = PLAN.agreements[0]!;

describe('what is presented', () => {
	it('[PT2] unknown keys fall away at every depth, and nothing is shared with what came in', () => {
		const content = {
			...PLAN,
			author: 'bas',
			agreements: [{ ...riet, typedAt: 1_800_000_000, by: '2027-02-01' }],
			goals: [{ text: ' Rust ', direction: 'progress', history: ['onrust'] }]
		};
		const copy = copyForPresenting(content);
		expect(copy).toEqual({
			ok: true,
			value: {
				...PLAN,
				agreements: [{ ...riet, by: '2027-02-01' }],
				goals: [{ text: 'Rust', direction: 'progress' }]
			}
		});
		expect(copy.ok && copy.value.agreements[0]).not.toBe(content.agreements[0]);
	});

	it('[PT2] whatever else is put in, only the fields of a plan come out', () => {
		const fields = Object.keys(EMPTY_PLAN).sort();
		fc.assert(
			fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (extra) => {
				const copy = copyForPresenting({ ...extra, ...PLAN });
				expect(copy.ok && Object.keys(copy.value).sort()).toEqual(fields);
			})
		);
	});

	it.each([
		['nothing', null],
		['no plan', { strengths: 'veel' }],
		['an empty plan', EMPTY_PLAN],
		['only strengths', { ...EMPTY_PLAN, strengths: ['Yara vroeg zelf om hulp.'] }],
		['a flood', { ...PLAN, freeText: 'x'.repeat(PLAN_LIMITS.freeText + 1) }],
		['two agreements with one number', { ...PLAN, agreements: [riet, riet] }],
		['a carrier that does not exist', { ...PLAN, agreements: [{ ...riet, carrier: 'de staat' }] }],
		['a date that is none', { ...PLAN, reviewDate: 'in april' }]
	])('[PL1] %s is not presented', (_, content) => {
		expect(copyForPresenting(content)).toEqual({ ok: false, rule: 'PL1' });
	});

	it('[PL1] free text alone is a plan', () => {
		expect(copyForPresenting({ ...EMPTY_PLAN, freeText: 'We doen het samen.' }).ok).toBe(true);
		expect(copyForPresenting({ ...EMPTY_PLAN, freeText: '  ' }).ok).toBe(false);
	});

	it('[VE1] a version cannot be written to any more', () => {
		const version = freezeVersion({ number: 1, gathering: 1, round: 1 }, PLAN);
		if (!version.ok) throw new Error(version.rule);
		expect(() => version.value.content.agreements.push(riet)).toThrow(TypeError);
		expect(() => (version.value.content.agreements[0]!.what = 'iets anders')).toThrow(TypeError);
	});
});

describe('two versions side by side', () => {
	it('[VE1] the circle sees what came, went and changed, by number', () => {
		const before = { ...PLAN, strengths: ['a', 'b'], agreements: [riet, { ...riet, number: 2 }] };
		const after: PlanContent = {
			...PLAN,
			strengths: ['b', 'c'],
			reviewDate: '2027-04-17',
			agreements: [{ ...riet, number: 3 }, { ...riet, helpers: ['hulya'] }]
		};
		expect(changesBetween(before, after)).toEqual({
			agreements: { added: [3], removed: [2], changed: [{ number: 1, fields: ['helpers'] }] },
			strengths: { added: ['c'], removed: ['a'] },
			goals: { added: [], removed: [] },
			planB: { added: [], removed: [] },
			fields: ['reviewDate']
		});
	});

	it('[VE1] a goal that only turns from progress to stability is seen too', () => {
		const goal = (direction: 'progress' | 'stability') => ({ ...PLAN, goals: [{ text: 'Rust', direction }] });
		const { goals } = changesBetween(goal('progress'), goal('stability'));
		expect(goals).toEqual({ added: ['stability: Rust'], removed: ['progress: Rust'] });
	});

	it('[VE1] the same plan twice shows no change', () => {
		const { agreements, fields } = changesBetween(PLAN, structuredClone(PLAN));
		expect([agreements.added, agreements.removed, agreements.changed, fields].flat()).toEqual([]);
	});
});

describe('people in the plan', () => {
	it('[PL2] carriers are offered from near to far, and none is chosen beforehand (PT6)', () => {
		expect(CARRIERS_IN_ORDER).toEqual(['self', 'family', 'network', 'volunteer', 'technology', 'professional']);
	});

	it('[AG4] who does how much', () => {
		const load = loadOf([
			{ number: 1, responsible: 'yara', helpers: ['sanne', 'yara'] },
			{ number: 2, responsible: 'riet', helpers: ['yara'] },
			{ number: 3, responsible: '', helpers: [] }
		]);
		expect(load.get('yara')).toEqual({ carries: [1], helps: [2] });
		expect([...load.keys()]).toEqual(['yara', 'sanne', 'riet']);
	});

	it('[AC3] an agreement concerns who carries, helps, checks, or set what it answers', () => {
		const none = new Set<string>();
		expect(concerns(riet, 'riet', none)).toBe(true);
		expect(concerns(riet, 'bas', none)).toBe(true);
		expect(concerns({ ...riet, helpers: ['joop'] }, 'joop', none)).toBe(true);
		expect(concerns(riet, 'ilse', new Set(['B1']))).toBe(true);
		expect(concerns(riet, 'tarik', none)).toBe(false);
		expect(concerns({ ...riet, check: '' }, '', none)).toBe(false);
	});

	it('[RV1] Marleen calls a meeting in follow-through; Amina, Ilse and the clock do not', () => {
		const meeting = { day: '2027-04-17', place: 'bij Marleen thuis', host: 'marleen', note: '' };
		const calls = (who: ReturnType<typeof actorOf>) => callMeeting(IN.followThrough, who, meeting);
		const now = Date.parse('2027-02-13T12:00:00Z');
		expect(calls(actorOf(CAST.marleen, now)).ok).toBe(true);
		expect(calls(actorOf(CAST.bas, now)).ok).toBe(true);
		for (const who of [CAST.amina, CAST.ilse, CAST.riet]) {
			expect(calls(actorOf(who, now))).toEqual({ ok: false, rule: 'RV1' });
		}
		expect(calls(CLOCK)).toEqual({ ok: false, rule: 'RV1' });
		expect(callMeeting(IN.closed, actorOf(CAST.marleen, now), meeting).ok).toBe(false);
	});

	it('[RV1] the next of a series', () => {
		const days = [{ day: '2027-07-01' }, { day: '2027-04-17' }, { day: '2027-01-16' }];
		expect(nextMeeting(days, '2027-02-01')).toEqual({ day: '2027-04-17' });
		expect(nextMeeting(days, '2028-01-01')).toBeNull();
	});
});
