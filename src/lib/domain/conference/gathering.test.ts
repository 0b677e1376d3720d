import { describe, expect, it } from 'vitest';
import type { Outcome } from '../outcome.ts';
import { closeConference } from './closeConference.ts';
import { closeGathering } from './closeGathering.ts';
import type { Conference } from './conference.ts';
import { dropGathering } from './dropGathering.ts';
import { goBackGathering } from './goBackGathering.ts';
import { openGathering } from './openGathering.ts';
import { CLOSING, IN, PLAN, actor } from './play.fixture.ts';
import { presentGathering } from './presentGathering.ts';

const marleen = actor('circle', 'contactPerson');
const bas = actor('circle');
const withoutAmina = { ...IN.followThrough, coordinator: null } as Conference;

function value(answer: Outcome<Conference>): Conference {
	if (!answer.ok) throw new Error(`refused by ${answer.rule}`);
	return answer.value;
}

describe('a gathering of the circle', () => {
	it('[PH8] opens without outsiders, presents, goes back, and the contact person ends it as the next version', () => {
		const inside = value(openGathering(withoutAmina, bas));
		expect(inside).toMatchObject({ version: 1, gathering: { state: 'private', number: 2, round: 1 } });
		const shown = value(presentGathering(inside, bas, { content: PLAN }));
		expect(shown).toMatchObject({ version: 1, gathering: { state: 'presenting', version: 2 } });
		const again = value(goBackGathering(shown, bas));
		expect(again).toMatchObject({ version: 1, gathering: { state: 'private', round: 2 } });
		const last = value(presentGathering(again, bas, { content: PLAN }));
		expect(closeGathering(last, bas, CLOSING)).toEqual({ ok: false, rule: 'PH8' });
		const done = value(closeGathering(last, marleen, { ...CLOSING, reviewDate: '2027-07-01' }));
		expect(done).toMatchObject({
			phase: 'followThrough', version: 3, reviewDate: '2027-07-01', gathering: { state: 'none' }
		});
		expect(value(openGathering(done, bas))).toMatchObject({ gathering: { number: 3 } });
	});

	it('[PH8] there is one at a time, and each step has its place', () => {
		const inside = value(openGathering(withoutAmina, bas));
		expect(openGathering(inside, bas)).toEqual({ ok: false, rule: 'PH8' });
		expect(goBackGathering(inside, bas)).toEqual({ ok: false, rule: 'PH8' });
		expect(closeGathering(inside, marleen, CLOSING)).toEqual({ ok: false, rule: 'PH8' });
		expect(presentGathering(withoutAmina, bas, { content: PLAN })).toEqual({ ok: false, rule: 'PH8' });
	});

	it('[PH8] the contact person ends one that brings no new plan, from among themselves, and the old plan stays', () => {
		const inside = value(openGathering(withoutAmina, bas));
		expect(dropGathering(inside, bas)).toEqual({ ok: false, rule: 'PH8' });
		const shown = value(presentGathering(inside, bas, { content: PLAN }));
		expect(dropGathering(shown, marleen)).toEqual({ ok: false, rule: 'PH8' });
		const done = value(dropGathering(value(goBackGathering(shown, bas)), marleen));
		expect(done).toMatchObject({ version: 1, presented: 1, gatherings: 2, gathering: { state: 'none' } });
		expect(dropGathering(done, marleen)).toEqual({ ok: false, rule: 'PH8' });
	});

	it('[PH8] who is kept out of the room does not end it for them, contact person or not', () => {
		const inside = value(openGathering(withoutAmina, bas));
		expect(dropGathering(inside, { ...marleen, barred: true })).toEqual({ ok: false, rule: 'PH8' });
	});

	it('[PH8] the conference does not close over the heads of who is gathering', () => {
		const inside = value(openGathering(withoutAmina, bas));
		expect(closeConference(inside, bas)).toEqual({ ok: false, rule: 'PH8' });
		expect(closeConference(withoutAmina, bas)).toMatchObject({ ok: true, value: { outcome: 'plan' } });
	});

	it('[CO2] Amina, long gone, is still given nothing to do', () => {
		const shown = value(presentGathering(value(openGathering(withoutAmina, bas)), bas, { content: PLAN }));
		const input = { ...CLOSING, contactPerson: 'amina', coordinators: ['amina'] };
		expect(closeGathering(shown, marleen, input)).toEqual({ ok: false, rule: 'CO2' });
	});
});
