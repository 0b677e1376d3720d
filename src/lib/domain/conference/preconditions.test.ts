import { describe, expect, it } from 'vitest';
import { CAST } from '../cast.fixture.ts';
import { EMPTY_PLAN } from '../plan/content.ts';
import { CLOCK, actorOf } from './actor.ts';
import { apply } from './apply.ts';
import { closeDay } from './closeDay.ts';
import type { CentralYes, Conference } from './conference.ts';
import { mayCoordinate } from './independence.ts';
import { matchCoordinator } from './matchCoordinator.ts';
import { noPlan } from './noPlan.ts';
import { openInformation } from './openInformation.ts';
import { openPrivateTime } from './openPrivateTime.ts';
import { AMINA, CLOSING, IN, PLAN, actor } from './play.fixture.ts';
import { present } from './present.ts';
import { replaceCoordinator } from './replaceCoordinator.ts';
import { sayNo } from './sayNo.ts';
import { sayYes } from './sayYes.ts';
import { withdraw } from './withdraw.ts';

const NOW = new Date('2027-01-16T15:00:00Z');
const unsaid = { representative: '', own: false, representativeSaid: false };

function applied(...yeses: Partial<CentralYes>[]): Conference {
	const all = yeses.map((yes) => ({ centralPerson: 'yara', age: 34, ...unsaid, ...yes }));
	return { id: 'c1', phase: 'application', wishes: '', yeses: all };
}

const { amina, bas, hulya, ilse, milan, yara } = Object.fromEntries(
	Object.entries(CAST).map(([name, person]) => [name, actorOf(person, NOW)])
) as Record<keyof typeof CAST, ReturnType<typeof actorOf>>;
const karin = actor('regionManager');
const match = { candidate: AMINA, parties: [{ participant: 'ilse', organisation: 'Jeugdbescherming Waterveen' }] };

describe('the yes of the central person', () => {
	it('[PH1] Karin cannot match before Yara said yes, and can after', () => {
		const before = applied({});
		expect(matchCoordinator(before, karin, match)).toEqual({ ok: false, rule: 'PH1' });
		const after = sayYes(before, yara, { centralPerson: 'yara', wishes: 'Een vrouw van buiten Waterveen' });
		expect(after).toMatchObject({ ok: true, value: { wishes: 'Een vrouw van buiten Waterveen' } });
		expect(after.ok && matchCoordinator(after.value, karin, match)).toMatchObject({
			ok: true, value: { phase: 'preparation', coordinator: 'amina' }
		});
	});

	it('[PH1] with two central persons each says yes', () => {
		const before = applied({ own: true }, { centralPerson: 'ruben' });
		expect(matchCoordinator(before, karin, match).ok).toBe(false);
		expect(sayYes(before, yara, { centralPerson: 'ruben', wishes: '' })).toEqual({ ok: false, rule: 'PH1' });
	});

	it.each([
		[11, false, true],
		[12, true, true],
		[15, true, true],
		[16, true, false],
		[null, true, false]
	])('[PH1] at %s years: own yes needed %s, representative needed %s', (age, own, representative) => {
		const is = (said: Partial<CentralYes>) =>
			matchCoordinator(applied({ age, representative: 'hülya', ...said }), karin, match).ok;
		expect(is({ own, representativeSaid: representative })).toBe(true);
		expect(is({ own: true, representativeSaid: true })).toBe(true);
		if (own) expect(is({ own: false, representativeSaid: true })).toBe(false);
		if (representative) expect(is({ own: true, representativeSaid: false })).toBe(false);
	});

	it('[PH1] a representative speaks for a child, not for a grown person, and nobody else for either', () => {
		const child = applied({ centralPerson: 'milan', age: 11, representative: 'hülya' });
		expect(sayYes(child, hulya, { centralPerson: 'milan', wishes: '' })).toMatchObject({ ok: true });
		expect(sayYes(child, bas, { centralPerson: 'milan', wishes: '' }).ok).toBe(false);
		expect(sayYes(child, milan, { centralPerson: 'milan', wishes: '' }).ok).toBe(false);
		const grown = applied({ representative: 'hülya' });
		expect(sayYes(grown, hulya, { centralPerson: 'yara', wishes: '' }).ok).toBe(false);
	});

	it('[AC5] who sets a requirement cannot say the central person\'s yes, also with both hats', () => {
		const both = { ...yara, setsRequirements: true };
		expect(sayYes(applied({}), both, { centralPerson: 'yara', wishes: '' })).toEqual({ ok: false, rule: 'AC5' });
		expect(sayYes(applied({}), ilse, { centralPerson: 'yara', wishes: '' }).ok).toBe(false);
	});

	it('[PH1] a no leaves nothing but the order to erase', () => {
		expect(sayNo(applied({}), yara, { centralPerson: 'yara' })).toEqual({ ok: true, value: { erase: 'c1' } });
		expect(sayNo(applied({}), bas, { centralPerson: 'yara' })).toEqual({ ok: false, rule: 'PH1' });
	});

	it('[PH1] an application names at least one central person', () => {
		expect(apply(null, actor('anyone'), { id: 'c1', centralPersons: [] })).toEqual({ ok: false, rule: 'PH1' });
	});
});

describe('the coordinator', () => {
	const said = applied({ own: true });

	it('[CO1] Bram works for the guardian\'s organisation and is refused, however it is typed', () => {
		for (const organisation of ['Jeugdbescherming Waterveen', ' jeugdbescherming  waterveen ']) {
			const candidate = { ...AMINA, id: 'bram', organisation };
			expect(matchCoordinator(said, karin, { ...match, candidate })).toEqual({ ok: false, rule: 'CO1' });
		}
	});

	it('[CO1] whoever is matched declares to be tied to nobody before organising, and else does not begin', () => {
		const says = { ...AMINA, declaresIndependence: true, tiedTo: [] };
		expect(mayCoordinate(says, match.parties).ok).toBe(true);
		const ours = { organisation: 'Jeugdbescherming Waterveen' };
		for (const less of [{ tiedTo: ['yara'] }, { declaresIndependence: false }, ours]) {
			expect(mayCoordinate({ ...says, ...less }, match.parties)).toEqual({ ok: false, rule: 'CO1' });
		}
	});

	it('[CO5] Amina falls ill: Karin replaces her with Yara\'s yes, not without, and CO1 holds again', () => {
		const next = { ...AMINA, id: 'noor' };
		const ask = (centralYeses: boolean[], candidate = next) =>
			replaceCoordinator(IN.privateTime, karin, { candidate, parties: match.parties, centralYeses });
		expect(ask([true])).toMatchObject({ ok: true, value: { phase: 'privateTime', coordinator: 'noor' } });
		expect(ask([true, false])).toEqual({ ok: false, rule: 'CO5' });
		expect(ask([])).toEqual({ ok: false, rule: 'CO5' });
		expect(ask([true], { ...next, organisation: 'Jeugdbescherming Waterveen' })).toEqual({
			ok: false, rule: 'CO1'
		});
	});

	it('[CO4] after withdrawal nobody is replaced', () => {
		const gone = { ...IN.followThrough, coordinator: null } as Conference;
		const input = { candidate: AMINA, parties: [], centralYeses: [true] };
		expect(replaceCoordinator(gone, karin, input)).toEqual({ ok: false, rule: 'CO4' });
	});

	it('[CO3] Amina withdraws when she likes, the clock only when it is time, nobody twice', () => {
		const conference = { ...IN.followThrough, coordinator: 'amina' } as Conference;
		const early = { today: '2027-02-13', dueOn: '2027-02-27' };
		expect(withdraw(conference, amina, early)).toMatchObject({ ok: true, value: { coordinator: null } });
		expect(withdraw(conference, CLOCK, early)).toEqual({ ok: false, rule: 'CO3' });
		expect(withdraw(conference, CLOCK, { ...early, today: '2027-02-27' }).ok).toBe(true);
		const gone = { ...conference, coordinator: null } as Conference;
		expect(withdraw(gone, CLOCK, { ...early, today: '2027-03-01' })).toEqual({ ok: false, rule: 'CO3' });
	});

	it('[CO3] another coordinator does not withdraw this one', () => {
		expect(withdraw(IN.followThrough, amina, { today: '2027-02-13', dueOn: '2027-02-27' }).ok).toBe(false);
	});
});

describe('opening the parts of the day', () => {
	const told = {
		participant: 'yara', goal: true, wayOfWorking: true, possibilities: true, responsibilities: true,
		skippedBecause: ''
	};
	const open = (attendees: string[], ...briefings: (typeof told)[]) =>
		openInformation(IN.preparation, actor('coordinator'), { attendees, briefings });

	it('[PH2] each attendee has had all four points', () => {
		expect(open(['yara'], told).ok).toBe(true);
		for (const point of ['goal', 'wayOfWorking', 'possibilities', 'responsibilities']) {
			expect(open(['yara'], { ...told, [point]: false })).toEqual({ ok: false, rule: 'PH2' });
		}
		expect(open(['yara', 'joop'], told)).toEqual({ ok: false, rule: 'PH2' });
		expect(open([])).toEqual({ ok: false, rule: 'PH2' });
	});

	it('[PH2] or it was skipped with a reason, which is more than a space', () => {
		const skipped = { ...told, goal: false, participant: 'joop' };
		expect(open(['yara', 'joop'], told, { ...skipped, skippedBecause: 'was ziek' }).ok).toBe(true);
		expect(open(['yara', 'joop'], told, { ...skipped, skippedBecause: ' ' }).ok).toBe(false);
	});

	it('[PH3] private time waits for every requirement, and needs none (BL1)', () => {
		const go = (...finals: boolean[]) =>
			openPrivateTime(IN.information, actor('coordinator'), { requirements: finals.map((final) => ({ final })) });
		expect(go().ok).toBe(true);
		expect(go(true, true).ok).toBe(true);
		expect(go(true, false)).toEqual({ ok: false, rule: 'PH3' });
	});

	it('[PH4] an aunt who is also a professional cannot present or give up for the others', () => {
		const aunt = actor('circle', 'informationGiver');
		expect(present(IN.privateTime, aunt, { content: PLAN })).toEqual({ ok: false, rule: 'PH4' });
		expect(noPlan(IN.privateTime, aunt)).toEqual({ ok: false, rule: 'PH4' });
	});

	it('[PL1] an empty plan cannot be presented, text alone can', () => {
		const bare = present(IN.privateTime, actor('circle'), { content: EMPTY_PLAN });
		expect(bare).toEqual({ ok: false, rule: 'PL1' });
		const text = { ...EMPTY_PLAN, freeText: 'Riet slaapt bij de kinderen.' };
		expect(present(IN.privateTime, actor('circle'), { content: text })).toMatchObject({
			ok: true, value: { phase: 'presentation', version: 1 }
		});
	});
});

describe('closing the day', () => {
	const close = (less: Partial<typeof CLOSING>) =>
		closeDay(IN.presentation, actor('coordinator'), { ...CLOSING, ...less });
	const riet = CLOSING.agreements[0]!;

	it.each([
		['no what', { agreements: [{ ...riet, what: ' ' }] }],
		['no who', { agreements: [{ ...riet, responsible: '' }] }],
		['no contact person', { contactPerson: '' }],
		['a contact person from outside the circle', { contactPerson: 'ilse' }],
		['no date', { reviewDate: '' }],
		['a date that is none', { reviewDate: '2027-02-30' }],
		['a date in the past', { reviewDate: '2027-01-15' }],
		['nothing agreed and no text', { agreements: [] }],
		['text that nobody vouched for', { agreements: [], freeText: 'We doen het samen.' }],
		['text that only the coordinator vouched for', {
			agreements: [], freeText: 'We doen het samen.', textConfirmedBy: 'somebody'
		}]
	])('[PH6] not with %s', (_, less) => {
		expect(close(less)).toEqual({ ok: false, rule: 'PH6' });
	});

	it('[PH6] text alone will do once somebody of the circle says that who does what is in it', () => {
		const text = { agreements: [], freeText: 'We doen het samen.', textConfirmedBy: 'bas' };
		expect(close(text)).toMatchObject({ ok: true, value: { contactPerson: 'marleen' } });
	});

	it('[CO2] never with the coordinator as carrier, helper or contact person', () => {
		expect(close({ agreements: [{ ...riet, responsible: 'somebody' }] })).toEqual({ ok: false, rule: 'CO2' });
		expect(close({ agreements: [{ ...riet, helpers: ['somebody'] }] })).toEqual({ ok: false, rule: 'CO2' });
		expect(close({ contactPerson: 'somebody' })).toEqual({ ok: false, rule: 'CO2' });
	});

	it('[PH6] a professional may carry an agreement', () => {
		expect(close({ agreements: [riet, { ...riet, responsible: 'tarik' }] }).ok).toBe(true);
	});
});
