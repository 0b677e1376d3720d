import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Carrier } from './carrier.ts';
import { type Counted, carriedByOwn } from './carriedByOwn.ts';
import { AgreementStatus, isLate, reminderFor, sayStatus } from './status.ts';
import { handBack, isAgreed, waitingFor, yesTo } from './yes.ts';

/** Agreement 11 of the case: Gino carries, Lucinda and Henk help; Henk is in hospital. */
const football = { number: 11, responsible: 'gino', helpers: ['lucinda', 'henk'] };
const circle = (id: string) => ({ id, isFamily: true, isCoordinator: false });
const amina = { id: 'amina', isFamily: false, isCoordinator: true };
const ilse = { id: 'ilse', isFamily: false, isCoordinator: false };
const one = (id: string, isProfessional = false) => ({ id, isProfessional });

describe('saying yes to an agreement', () => {
	it('[AG2] not agreed until Gino says yes; Henk\'s missing yes shows beside Henk', () => {
		expect(isAgreed(football, [])).toBe(false);
		const yes = yesTo(football, one('gino'), circle('gino'));
		if (!yes.ok) throw new Error(yes.rule);
		expect(isAgreed(football, [yes.value])).toBe(true);
		expect(waitingFor(football, [yes.value])).toEqual(['lucinda', 'henk']);
		expect(isAgreed({ ...football, responsible: '' }, [yes.value])).toBe(false);
	});

	it('[AG2] a yes to another agreement does not count', () => {
		expect(isAgreed(football, [{ agreement: 1, participant: 'gino', onBehalfBy: '' }])).toBe(false);
	});

	it('[AG2] Riet says yes for Henk, marked', () => {
		expect(yesTo(football, one('henk'), circle('riet'))).toEqual({
			ok: true, value: { agreement: 11, participant: 'henk', onBehalfBy: 'riet' }
		});
	});

	it('[AG2] nobody says yes for whom nothing was asked, and an outsider for nobody', () => {
		expect(yesTo(football, one('bas'), circle('bas'))).toEqual({ ok: false, rule: 'AG2' });
		expect(yesTo(football, one('henk'), ilse)).toEqual({ ok: false, rule: 'AG2' });
	});

	it('[AG5] Tarik\'s promise is his own to give', () => {
		const talk = { number: 6, responsible: 'tarik', helpers: [] };
		expect(yesTo(talk, one('tarik', true), { ...ilse, id: 'tarik' }).ok).toBe(true);
		expect(yesTo(talk, one('tarik', true), circle('marleen'))).toEqual({ ok: false, rule: 'AG2' });
	});

	it('[CO2] Amina takes nothing on and answers for nobody', () => {
		expect(yesTo({ ...football, responsible: 'amina' }, one('amina'), amina)).toEqual({ ok: false, rule: 'CO2' });
		expect(yesTo(football, one('henk'), amina)).toEqual({ ok: false, rule: 'CO2' });
	});

	it('[AG4] handing back takes the yes away and leaves no trace of why', () => {
		const yeses = [
			{ agreement: 11, participant: 'gino', onBehalfBy: '' },
			{ agreement: 10, participant: 'gino', onBehalfBy: '' },
			{ agreement: 11, participant: 'henk', onBehalfBy: 'riet' }
		];
		expect(handBack(yeses, 11, 'gino')).toEqual(yeses.slice(1));
	});
});

describe('how it goes', () => {
	it('[AG3] the people themselves say it, or the family for them', () => {
		const running = { status: 'running', note: '' } as const;
		expect(sayStatus(football, one('gino'), circle('gino'), running).ok).toBe(true);
		expect(sayStatus(football, one('henk'), circle('riet'), running)).toMatchObject({
			ok: true, value: { participant: 'henk', onBehalfBy: 'riet' }
		});
		expect(sayStatus(football, one('bas'), circle('bas'), running)).toEqual({ ok: false, rule: 'AG3' });
		expect(sayStatus(football, one('gino'), ilse, running)).toEqual({ ok: false, rule: 'AG3' });
	});

	it('[CO2] Amina ticks nothing', () => {
		const done = { status: 'done', note: '' } as const;
		expect(sayStatus(football, one('gino'), amina, done)).toEqual({ ok: false, rule: 'CO2' });
	});

	it('[AG3] stopped is "stopped because"', () => {
		const stop = (note: string) => sayStatus(football, one('gino'), circle('gino'), { status: 'stopped', note });
		expect(stop(' ')).toEqual({ ok: false, rule: 'AG3' });
		expect(stop('Milan wil niet meer op voetbal.').ok).toBe(true);
	});

	it('[AG3] late is not a status but a look at the calendar', () => {
		expect(AgreementStatus.options).not.toContain('late');
		const debt = { by: '2027-02-01' };
		expect(isLate(debt, 'partly', '2027-02-01')).toBe(false);
		expect(isLate(debt, 'partly', '2027-02-02')).toBe(true);
		expect(isLate(debt, 'done', '2027-02-02')).toBe(false);
		expect(isLate(debt, 'stopped', '2027-02-02')).toBe(false);
		expect(isLate({ by: '' }, 'notStarted', '2030-01-01')).toBe(false);
	});

	it('[AG6] a reminder goes to who took it on, never to a coordinator', () => {
		expect(reminderFor(football, { said: ['gino', 'henk'], coordinators: ['amina'] })).toBe('gino');
		expect(reminderFor(football, { said: [], coordinators: [] })).toBeNull();
		expect(reminderFor({ ...football, responsible: 'amina' }, { said: ['amina'], coordinators: ['amina'] })).toBeNull();
	});

	it('[AG6] [AG4] Gino handed it back and Bas took it on: the reminder is for Bas, and for no helper', () => {
		expect(reminderFor(football, { said: ['henk', 'bas'], coordinators: [] })).toBe('bas');
		expect(reminderFor(football, { said: ['henk'], coordinators: [] })).toBeNull();
	});

	it('[AG6] never to anybody who said no yes to it', () => {
		const somebody = fc.constantFrom('gino', 'henk', 'lucinda', 'bas', 'amina');
		fc.assert(
			fc.property(somebody, fc.uniqueArray(somebody), fc.uniqueArray(somebody), (responsible, helpers, said) => {
				const to = reminderFor({ responsible, helpers }, { said, coordinators: ['amina'] });
				expect([null, ...said]).toContain(to);
				expect(to).not.toBe('amina');
			})
		);
	});
});

describe('carried by family or network', () => {
	const counted = (carrier: Carrier, status: AgreementStatus = 'running', agreed = true): Counted => ({
		carrier, status, agreed, responsibleIsProfessional: carrier === 'professional'
	});

	it('[ME1] the case after four weeks: 10 of 12 agreed, 10 of 12 carried out', () => {
		const carriers: Carrier[] = [
			'self', 'family', 'family', 'family', 'self', 'professional', 'self', 'self', 'family', 'family', 'family',
			'professional'
		];
		const statuses: AgreementStatus[] = [
			'done', 'done', 'running', 'partly', 'running', 'partly', 'running', 'partly', 'running', 'running',
			'running', 'partly'
		];
		expect(carriedByOwn(carriers.map((carrier, place) => counted(carrier, statuses[place])))).toEqual({
			agreed: { numerator: 10, denominator: 12 },
			carriedOut: { numerator: 10, denominator: 12 },
			volunteers: 0
		});
	});

	it('[ME1] stopped was begun but not carried out; not started was not begun; not agreed does not count', () => {
		const four = [
			counted('family', 'stopped'), counted('family', 'notStarted'), counted('family', 'changed'),
			counted('family', 'done', false)
		];
		expect(carriedByOwn(four)).toEqual({
			agreed: { numerator: 3, denominator: 3 },
			carriedOut: { numerator: 1, denominator: 2 },
			volunteers: 0
		});
	});

	it('[ME1] volunteers of an organisation apart; the responsible person decides over what was ticked', () => {
		const wrong = { ...counted('family'), responsibleIsProfessional: true };
		expect(carriedByOwn([counted('volunteer'), counted('technology'), wrong, counted('network')])).toMatchObject({
			agreed: { numerator: 1, denominator: 4 }, volunteers: 1
		});
	});

	it('[ME1] a numerator is never larger than its denominator', () => {
		const any = fc.record({
			carrier: fc.constantFrom(...Carrier.options),
			status: fc.constantFrom(...AgreementStatus.options),
			agreed: fc.boolean(),
			responsibleIsProfessional: fc.boolean()
		});
		fc.assert(
			fc.property(fc.array(any), (agreements) => {
				const { agreed, carriedOut } = carriedByOwn(agreements);
				return agreed.numerator <= agreed.denominator && carriedOut.numerator <= carriedOut.denominator;
			})
		);
	});
});
