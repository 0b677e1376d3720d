import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CAST, hat, person } from '../cast.fixture.ts';
import { type Hat, HatKind } from '../circle/hat.ts';
import { ParticipantState, type Participant } from '../circle/participant.ts';
import { Phase } from '../conference/phase.ts';
import { grants, may } from './access.ts';
import { SEALED_THINGS, Thing } from './thing.ts';
import { standingOf } from './standing.ts';

const NOW = Date.parse('2027-01-16T15:00:00Z');

function stand(participant: Participant, letIn = false, phase: Phase = 'privateTime') {
	return standingOf({ participant, phase, now: NOW, letIn });
}

function everything(participant: Participant, letIn = true) {
	return Phase.options.flatMap((phase) =>
		Thing.options.flatMap((thing) => grants(stand(participant, letIn, phase), phase, thing))
	);
}

describe('where somebody stands', () => {
	it('[AC4] Hülya wears three hats and has the rights of the circle', () => {
		expect([...stand(CAST.hulya).roles]).toEqual(['circle']);
	});

	it('[AC4] Ilse is setter and referrer and has the union of both', () => {
		const ilse = stand(CAST.ilse);
		expect(grants(ilse, 'presentation', 'presentedPlan').map((grant) => grant.portion)).toEqual([
			'concerns',
			'whenShared',
			'outcome'
		]);
	});

	it('[AC4] an aunt who is also the school\'s care coordinator writes the agenda with the circle, not the room', () => {
		const aunt = person('Aunt', [hat('circle'), hat('informationGiver')]);
		expect(may(stand(aunt, true), 'preparation', 'question', 'read')).toBe(true);
		expect(may(stand(aunt, true), 'privateTime', 'privateRoom', 'relay')).toBe(false);
	});

	it('[AC4] a family that applies for itself is not kept out of its own room', () => {
		const yara = person('Yara', [hat('centralPerson'), hat('referrer')]);
		expect(may(stand(yara), 'privateTime', 'privateRoom', 'relay')).toBe(true);
	});

	it('[AC4] the region manager of this conference who is also an uncle stays out of the room', () => {
		const standing = standingOf({
			participant: CAST.bas, phase: 'privateTime', now: NOW, letIn: true, managesRegion: true
		});
		expect(may(standing, 'privateTime', 'privateRoom', 'relay')).toBe(false);
	});

	it('[AC2] oma Riet cannot read the room before she is let in', () => {
		expect(grants(stand(CAST.riet), 'privateTime', 'privateRoom')).toEqual([]);
		expect(grants(stand(CAST.riet, true), 'privateTime', 'privateRoom')).toEqual([
			{ level: 'relay', portion: 'all' }
		]);
	});

	it('[AC2] Denzel translates in the room while let in; the book, which carries the keys, comes along', () => {
		for (const thing of ['privateRoom', 'circleBook'] as const) {
			expect(may(stand(CAST.denzel), 'privateTime', thing, 'relay')).toBe(false);
			expect(may(stand(CAST.denzel, true), 'privateTime', thing, 'relay')).toBe(true);
		}
	});

	it('[RT1] past its clock a private room relays to nobody, the kringboek still does', () => {
		const standing = standingOf({
			participant: CAST.yara, phase: 'followThrough', now: NOW, letIn: true, roomGoes: new Date(NOW)
		});
		expect(may(standing, 'followThrough', 'privateRoom', 'relay')).toBe(false);
		expect(may(standing, 'followThrough', 'circleBook', 'relay')).toBe(true);
	});

	it('[CO3] Amina after her withdrawal gets nothing, in any phase, of any thing', () => {
		expect(everything(person('Amina', [hat('coordinator', { ended: true })]))).toEqual([]);
	});

	it('[CO4] invited back, Amina sees her invitation to that meeting and nothing else, until it is over', () => {
		const amina = (until: string) => person('Amina', [hat('coordinator', { ended: true, until })]);
		expect(everything(amina('2027-01-17T15:00:00Z'))).toEqual([{ level: 'read', portion: 'own' }]);
		expect(everything(amina('2027-01-15T15:00:00Z'))).toEqual([]);
	});

	it('[AC3] who was removed or declined, and a stranger, get nothing whatever they wear', () => {
		for (const state of ['removed', 'declined'] as const) {
			expect(everything(person('Gino', [hat('circle'), hat('centralPerson')], { state }))).toEqual([]);
		}
		const stranger = standingOf({ participant: null, phase: 'privateTime', now: NOW, letIn: true });
		expect(Thing.options.flatMap((thing) => grants(stranger, 'privateTime', thing))).toEqual([]);
	});

	it('[AC2] Sanne, asked but not yet yes, has the asked column only', () => {
		expect([...stand(CAST.sanne, true).roles]).toEqual(['asked']);
	});

	it('[PH1] Yara, before her yes, sees who asked for it and why, and nothing of it later', () => {
		const yara = person('Yara', [hat('centralPerson')], { state: 'asked' });
		expect([...stand(yara).roles]).toEqual(['asked', 'askedFor']);
		expect(grants(stand(yara), 'application', 'application')).toEqual([{ level: 'read', portion: 'wishes' }]);
		expect(may(stand(yara), 'application', 'application', 'write')).toBe(false);
		expect(may(stand(yara), 'preparation', 'application', 'read')).toBe(false);
	});

	it('[CO1] Noor, matched and still to declare, sees with whom it would be and organises nothing', () => {
		const noor = person('Noor', [hat('coordinator')], { state: 'asked' });
		expect([...stand(noor).roles]).toEqual(['asked', 'candidate']);
		expect(grants(stand(noor), 'preparation', 'circleList')).toContainEqual({ level: 'read', portion: 'names' });
		for (const thing of ['briefing', 'safety', 'requirement', 'consent'] as const) {
			expect(may(stand(noor), 'preparation', thing, 'write'), thing).toBe(false);
		}
		expect(may(stand(noor), 'preparation', 'agenda', 'write')).toBe(false);
	});

	it('[AC3] a guest sees one agreement until its date', () => {
		const guest = (until: string) => person('Guest', [hat('guest', { agreement: 'a4', until })]);
		expect(grants(stand(guest('2027-02-01')), 'followThrough', 'presentedPlan')).toEqual([
			{ level: 'read', portion: 'thatAgreement' }
		]);
		expect(everything(guest('2027-01-01'))).toEqual([]);
		expect(everything(guest(''))).toEqual([]);
	});

	it('[RV2] Marleen and Bas, contact person and deputy, may add somebody to the list in follow-through', () => {
		expect(may(stand(CAST.marleen), 'followThrough', 'circleList', 'write')).toBe(true);
		expect(may(stand(CAST.bas), 'followThrough', 'circleList', 'write')).toBe(true);
		expect(may(stand(CAST.hulya), 'followThrough', 'circleList', 'write')).toBe(false);
	});

	it('[CH1] Milan has the rights of the circle', () => {
		expect([...stand(CAST.milan).roles]).toEqual(['circle', 'child']);
	});
});

const someHat: fc.Arbitrary<Hat> = fc.record({
	kind: fc.constantFrom(...HatKind.options),
	ended: fc.boolean(),
	organisation: fc.constantFrom('', 'Waterveenschool'),
	capacity: fc.constant(''),
	supports: fc.constant(''),
	agreement: fc.constant(''),
	until: fc.constantFrom('', '2020-01-01', '2030-01-01')
});
const somebody = fc
	.record({ hats: fc.array(someHat, { maxLength: 6 }), state: fc.constantFrom(...ParticipantState.options) })
	.map(({ hats, state }) => person('Somebody', hats, { state }));

describe('what must never happen', () => {
	it('[AC4] nobody barred ever gets relay, whatever hats in whatever order, ended or not', () => {
		const outside = fc.constantFrom<HatKind>('coordinator', 'setter', 'informationGiver', 'referrer');
		fc.assert(
			fc.property(somebody, outside, fc.nat(6), fc.boolean(), fc.boolean(), (who, kind, at, ended, letIn) => {
				const barring = hat(kind, { ended, organisation: 'Waterveenschool' });
				const mixed = { ...who, hats: who.hats.toSpliced(at, 0, barring) };
				return everything(mixed, letIn).every((grant) => grant.level !== 'relay');
			})
		);
	});

	it('[AC4] relay is never granted together with, or instead of, reading a sealed thing', () => {
		fc.assert(
			fc.property(somebody, fc.constantFrom(...Phase.options), fc.boolean(), (who, phase, letIn) =>
				SEALED_THINGS.every(
					(thing) => !may(stand(who, letIn, phase), phase, thing, 'read')
						&& !may(stand(who, letIn, phase), phase, thing, 'write')
				)
			)
		);
	});

	it('[AC2] relay needs a central person or being let in', () => {
		fc.assert(
			fc.property(somebody, fc.constantFrom(...Phase.options), (who, phase) => {
				const central = who.hats.some((worn) => worn.kind === 'centralPerson' && !worn.ended);
				return central || SEALED_THINGS.every((thing) => !may(stand(who), phase, thing, 'relay'));
			})
		);
	});

	it('[RT1] after closing nobody writes anything', () => {
		fc.assert(
			fc.property(somebody, fc.constantFrom(...Thing.options), (who, thing) =>
				!may(stand(who, true, 'closed'), 'closed', thing, 'write')
			)
		);
	});
});
