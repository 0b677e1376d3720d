import { describe, expect, it } from 'vitest';
import { EMPTY_PLAN, type PlanContent } from './content.ts';
import { planFor, recipientsOf } from './recipients.ts';

const agreement = (number: number, responsible: string, helpers: string[] = []) => ({
	number, what: `what ${number}`, responsible, helpers, when: '', by: '' as const, check: 'bas',
	requirements: ['b1'], ifNot: 'call Bas', carrier: '' as const
});
const plan: PlanContent = {
	...EMPTY_PLAN,
	strengths: ['they eat together'],
	agreements: [agreement(1, 'yara', ['sanne']), agreement(2, 'tarik')],
	planB: [{ trigger: 'if', then: 'then', agreements: [], requirements: [] }],
	nightCall: 'Marleen'
};

describe('who gets the plan', () => {
	it('[PL3] is the circle\'s choice, and nobody else', () => {
		const recipients = [{ participant: 'ilse', part: 'whole' as const }];
		expect(recipientsOf({ ...plan, recipients }, ['yara', 'bas'])).toEqual(recipients);
	});

	it('[PL3] without a choice the family whole, others their own part', () => {
		expect(recipientsOf(plan, ['yara', 'bas'])).toEqual([
			{ participant: 'yara', part: 'whole' },
			{ participant: 'bas', part: 'whole' },
			{ participant: 'sanne', part: 'ownAgreements' },
			{ participant: 'tarik', part: 'ownAgreements' }
		]);
	});

	it('[PL3] own agreements hold nothing of the rest', () => {
		const own = planFor(plan, { participant: 'sanne', part: 'ownAgreements' });
		expect(own).toEqual({ ...EMPTY_PLAN, agreements: [plan.agreements[0]] });
	});

	it('[PL3] a child reads who does what and whom to call, not what a guardian asked', () => {
		const short = planFor(plan, { participant: 'milan', part: 'childVersion' });
		expect(short.agreements).toHaveLength(2);
		expect(short.agreements[0]).toMatchObject({ requirements: [], ifNot: '', check: '' });
		expect(short.planB).toEqual([]);
		expect(short.nightCall).toBe('Marleen');
	});
});
