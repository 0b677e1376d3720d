import { describe, expect, it } from 'vitest';
import { CAST, hat, person } from '../cast.fixture.ts';
import { isBriefed } from './briefing.ts';
import { answerInvitation } from './answerInvitation.ts';
import { endHats, inviteBack } from './endHats.ts';
import { letIn } from './letIn.ts';
import { makeCode, mayChangeMail } from './makeCode.ts';
import { nameContactPerson } from './nameContactPerson.ts';
import type { Participant } from './participant.ts';
import { remove } from './remove.ts';
import { nameRepresentative } from './representative.ts';

const NOW = Date.parse('2027-01-16T15:00:00Z');
const { amina, bas, denzel, hulya, ilse, joop, marleen, milan, riet, sanne, tarik, yara } = CAST;

describe('letting in', () => {
	const opens = (by: Participant, candidate: Participant, byIsInside = true) =>
		letIn({ candidate, by, byIsInside, now: NOW });

	it('[RM1] Yara lets oma Riet in, and Riet, once inside, lets Joop in', () => {
		expect(opens(yara, riet).ok).toBe(true);
		expect(opens(yara, riet, false)).toEqual({ ok: false, rule: 'RM1' });
		expect(opens(riet, joop).ok).toBe(true);
		expect(opens(riet, joop, false)).toEqual({ ok: false, rule: 'RM1' });
	});

	it('[RM1] nobody opens for themselves, for who has not said yes, or for who was taken out', () => {
		expect(opens(riet, riet).ok).toBe(false);
		expect(opens(yara, sanne)).toEqual({ ok: false, rule: 'RM1' });
		expect(opens(yara, { ...riet, state: 'removed' })).toEqual({ ok: false, rule: 'RM1' });
	});

	it('[RM1] Denzel the interpreter may be let in and opens for nobody', () => {
		expect(opens(yara, denzel).ok).toBe(true);
		expect(opens(denzel, riet)).toEqual({ ok: false, rule: 'RM1' });
	});

	it('[AC4] Amina and Ilse stay out whoever opens, also after their hats ended', () => {
		for (const outsider of [amina, ilse]) {
			expect(opens(yara, outsider)).toEqual({ ok: false, rule: 'AC4' });
			const later = [...endHats(outsider.hats, 'coordinator', 'setter'), hat('circle')];
			expect(opens(yara, { ...outsider, hats: later })).toEqual({ ok: false, rule: 'AC4' });
		}
	});
});

describe('taking out', () => {
	it('[RM2] Yara cannot be removed by anybody, and may leave', () => {
		expect(remove(yara, [bas, marleen, riet], NOW)).toEqual({ ok: false, rule: 'RM2' });
		expect(remove(yara, [yara], NOW)).toMatchObject({ ok: true, value: { state: 'removed' } });
	});

	it('[RM2] Bas can be taken out by Yara, or by two together, not by one twice', () => {
		expect(remove(bas, [yara], NOW).ok).toBe(true);
		expect(remove(bas, [riet, joop], NOW).ok).toBe(true);
		expect(remove(bas, [riet], NOW)).toEqual({ ok: false, rule: 'RM2' });
		expect(remove(bas, [riet, riet], NOW)).toEqual({ ok: false, rule: 'RM2' });
	});

	it('[RM2] outsiders do not count as members, and everyone may leave', () => {
		expect(remove(bas, [amina, ilse, denzel, riet], NOW)).toEqual({ ok: false, rule: 'RM2' });
		expect(remove(bas, [bas], NOW).ok).toBe(true);
	});
});

describe('being reached', () => {
	const code = (input: Partial<Parameters<typeof makeCode>[0]>) =>
		makeCode({ person: joop, by: amina, alreadyIn: false, agreedBy: null, centralPersons: ['yara'], now: NOW, ...input });

	it('[IN3] a code Amina makes for Joop replaces his old one and is shown to Joop and Yara', () => {
		expect(code({})).toEqual({
			ok: true, value: { participant: 'joop', replacesOld: true, shownTo: ['joop', 'yara'] }
		});
	});

	it('[IN3] it is no second way in for who is already in, unless they or somebody of the circle agree', () => {
		expect(code({ alreadyIn: true })).toEqual({ ok: false, rule: 'IN3' });
		expect(code({ alreadyIn: true, agreedBy: amina })).toEqual({ ok: false, rule: 'IN3' });
		expect(code({ alreadyIn: true, agreedBy: joop }).ok).toBe(true);
		expect(code({ alreadyIn: true, agreedBy: bas }).ok).toBe(true);
		expect(code({ alreadyIn: true, agreedBy: denzel })).toEqual({ ok: false, rule: 'IN3' });
	});

	it('[IN3] who made it does not let it be used as well, and for a professional nobody else does', () => {
		expect(code({ by: marleen, alreadyIn: true, agreedBy: marleen })).toEqual({ ok: false, rule: 'IN3' });
		expect(code({ by: marleen, alreadyIn: true, agreedBy: bas }).ok).toBe(true);
		expect(code({ by: marleen, person: ilse, alreadyIn: true, agreedBy: bas })).toEqual({ ok: false, rule: 'IN3' });
		expect(code({ by: marleen, person: ilse, alreadyIn: true, agreedBy: ilse }).ok).toBe(true);
	});

	it('[RV2] after withdrawal Marleen makes codes and Amina no longer', () => {
		const gone = { ...amina, hats: endHats(amina.hats, 'coordinator') };
		expect(code({ by: gone })).toEqual({ ok: false, rule: 'IN3' });
		expect(code({ by: marleen }).ok).toBe(true);
		expect(code({ by: riet }).ok).toBe(false);
	});

	it('[IN3] nobody who was taken out gets one', () => {
		expect(code({ person: { ...joop, state: 'removed' } }).ok).toBe(false);
	});

	it('[IN3] a mail address is changed by its own person', () => {
		expect(mayChangeMail(riet, riet).ok).toBe(true);
		expect(mayChangeMail(riet, amina)).toEqual({ ok: false, rule: 'IN3' });
	});

	it('[IN2] Riet may answer for Henk, and it is marked', () => {
		const henk = person('Henk', [hat('circle')], { state: 'asked', account: '' });
		expect(answerInvitation(henk, { answer: 'yes', by: 'riet', mayStandIn: true })).toMatchObject({
			ok: true, value: { participant: { state: 'joined' }, onBehalfBy: 'riet' }
		});
		expect(answerInvitation(henk, { answer: 'no', by: 'henk', mayStandIn: false })).toMatchObject({
			ok: true, value: { participant: { state: 'declined' }, onBehalfBy: '' }
		});
		expect(answerInvitation(henk, { answer: 'yes', by: 'ilse', mayStandIn: false }).ok).toBe(false);
	});

	it('[IN2] an invitation that was taken back cannot be answered', () => {
		const gone = person('Gino', [hat('circle')], { state: 'removed' });
		expect(answerInvitation(gone, { answer: 'yes', by: 'gino', mayStandIn: false }).ok).toBe(false);
	});

	it('[BR1] four points, or a reason', () => {
		const told = { goal: true, wayOfWorking: true, possibilities: true, responsibilities: true };
		expect(isBriefed({ participant: 'joop', ...told, skippedBecause: '' })).toBe(true);
		expect(isBriefed({ participant: 'joop', ...told, goal: false, skippedBecause: '' })).toBe(false);
	});
});

describe('who keeps it going', () => {
	it('[RV2] Marleen hands over to Bas, Yara names whom she likes, Hülya does neither', () => {
		expect(nameContactPerson(bas, marleen, NOW)).toEqual({ ok: true, value: 'bas' });
		expect(nameContactPerson(riet, yara, NOW).ok).toBe(true);
		expect(nameContactPerson(riet, hulya, NOW)).toEqual({ ok: false, rule: 'RV2' });
	});

	it('[RV2] it stays within the circle', () => {
		expect(nameContactPerson(ilse, yara, NOW)).toEqual({ ok: false, rule: 'RV2' });
		expect(nameContactPerson(sanne, yara, NOW)).toEqual({ ok: false, rule: 'RV2' });
	});

	it('[RV2] to who is grown and takes part: not to a child, nor to who was only asked', () => {
		const fenna = person('Fenna', [hat('circle')], { age: 6 });
		const asked = person('Gino', [hat('circle')], { state: 'asked' });
		for (const next of [fenna, asked]) expect(nameContactPerson(next, yara, NOW)).toEqual({ ok: false, rule: 'RV2' });
	});

	it('[CO2] and never goes to a coordinator, whatever else they wear', () => {
		const both = { ...amina, hats: [...endHats(amina.hats, 'coordinator'), hat('circle')] };
		expect(nameContactPerson(both, yara, NOW)).toEqual({ ok: false, rule: 'CO2' });
	});

	it('[CO4] an invitation back hangs on the ended hat, and ending hats takes it away', () => {
		const gone = endHats(amina.hats, 'coordinator');
		expect(inviteBack(amina.hats, '2027-04-17T18:00:00Z')[0]?.until).toBe('');
		const back = inviteBack(gone, '2027-04-17T18:00:00Z');
		expect(back[0]).toMatchObject({ ended: true, until: '2027-04-17T18:00:00Z' });
		expect(endHats(back, 'coordinator')[0]?.until).toBe('');
	});

	it('[CH1] Milan is eleven and of the circle all the same', () => {
		expect(letIn({ candidate: milan, by: yara, byIsInside: true, now: NOW }).ok).toBe(true);
	});
});

describe('who answers for somebody', () => {
	const name = (who: Participant, next: Participant | null, by: Participant = yara) =>
		nameRepresentative({ person: who, next, by, now: NOW });

	it('[IN2] Yara says that Hülya answers for Joop, who has no login; and that nobody does any more', () => {
		expect(name(joop, hulya)).toEqual({ ok: true, value: hulya.id });
		expect(name(milan, hulya, amina).ok).toBe(true);
		expect(name(joop, null)).toEqual({ ok: true, value: '' });
	});

	it('[IN2] nobody answers for somebody grown with a login', () => {
		expect(name(riet, hulya)).toEqual({ ok: false, rule: 'IN2' });
	});

	it('[IN2] never a coordinator, a professional, a child, or the person', () => {
		const uncle = person('Uncle', [hat('circle'), hat('setter', { organisation: 'Woningcorporatie' })]);
		const gone = person('Gone', [hat('circle')], { state: 'removed' });
		for (const next of [amina, ilse, tarik, denzel, milan, joop, uncle, gone]) {
			expect(name(joop, next), next.name).toEqual({ ok: false, rule: 'IN2' });
		}
	});

	it('[IN2] it is said by who writes the list', () => {
		for (const by of [hulya, ilse, joop]) {
			expect(name(joop, hulya, by), by.name).toEqual({ ok: false, rule: 'IN2' });
		}
	});
});
