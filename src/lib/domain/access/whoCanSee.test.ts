import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CAST, hat, person } from '../cast.fixture.ts';
import type { Participant } from '../circle/participant.ts';
import { Phase } from '../conference/phase.ts';
import { grants } from './access.ts';
import type { Role } from './role.ts';
import { standingOf } from './standing.ts';
import { Thing } from './thing.ts';
import { knowsEverybody, type Reader, whoCanSee } from './whoCanSee.ts';

const now = Date.parse('2027-01-16T15:00:00Z');
const SUZE = person('Suze', [hat('guest', { until: '2027-03-01T00:00:00Z' })]);
const FAR = person('Kees', [hat('outsideSupportPerson')]);
const EVERYBODY: Participant[] = [...Object.values(CAST), SUZE, FAR];

/** What somebody of the cast is told the list is by the table itself: everybody, or only who they are. */
function readerAs(me: Participant, phase: Phase, more: Partial<Reader> = {}): Reader {
	const knowsAll = knowsEverybody(standing(me, phase), phase);
	return { people: knowsAll ? EVERYBODY : [me], knowsAll, phase, now, coordinatorLeft: false, ...more };
}

function standing(participant: Participant, phase: Phase, letIn = false) {
	return standingOf({ participant, phase, now, letIn });
}

const yara = (phase: Phase) => readerAs(CAST.yara, phase);
const ilse = (phase: Phase) => readerAs(CAST.ilse, phase);
const inWords = ({ people, roles }: ReturnType<typeof whoCanSee>) => [
	...people.map(({ name, parts }) => [name, ...parts].join(' ')),
	...roles.map(({ role, parts }) => [role, ...parts].join(' '))
];

describe('wie kan dit zien?', () => {
	it('[AC7] the room is seen by whom the circle let in, and not by the operator', () => {
		const room = whoCanSee(yara('privateTime'), 'privateRoom', { letIn: ['hülya', 'bas', 'ilse'] });
		expect(inWords(room)).toEqual(['Yara', 'Hülya', 'Bas']);
		expect(room.operator).toBe(false);
	});

	it('[AC7] Yara reads by name who sees the plan from presenting on, and how much of it', () => {
		const plan = whoCanSee(yara('presentation'), 'presentedPlan');
		expect(inWords(plan)).toEqual([
			'Yara', 'Hülya', 'Marleen', 'Bas', 'Riet', 'Joop', 'Milan', 'Sanne own', 'Amina', 'Ilse concerns whenShared outcome',
			'Tarik concerns', 'Denzel', 'Suze thatAgreement', 'Kees', 'regionManager counts'
		]);
		expect(plan.operator).toBe(true);
	});

	it('[AC7] Ilse, who knows nobody by the list, reads the same in words', () => {
		expect(inWords(whoCanSee(ilse('presentation'), 'presentedPlan'))).toEqual([
			'Ilse concerns whenShared outcome', 'centralPerson', 'circle', 'asked own', 'coordinator',
			'setter concerns whenShared', 'informationGiver concerns', 'referrer outcome', 'regionManager counts',
			'interpreter', 'outsideSupportPerson', 'guest thatAgreement'
		]);
	});

	it('[AC7] what Yara needs is seen by her and Amina, and by no one with needs of their own', () => {
		expect(inWords(whoCanSee(yara('preparation'), 'needs', { about: ['yara'] }))).toEqual(['Yara', 'Amina']);
	});

	it('[AC1] how Bas is reached is seen by the circle as far as he ticked it; how Tarik is, by none of them', () => {
		const seen = (about: string) => inWords(whoCanSee(yara('preparation'), 'contactData', { about: [about] }));
		expect(seen('bas')).toEqual(expect.arrayContaining(['Yara ticked', 'Bas', 'Amina']));
		expect(seen('tarik')).toEqual(['Amina', 'Tarik']);
	});

	it('[PT1] who may not know the phase is told the same in every phase', () => {
		const denzel = readerAs(CAST.denzel, 'privateTime', { phase: undefined });
		for (const thing of Thing.options) {
			const told = whoCanSee(denzel, thing);
			for (const phase of Phase.options) {
				const then = whoCanSee({ ...denzel, phase }, thing);
				expect(told.roles.map(({ role }) => role)).toEqual(expect.arrayContaining(then.roles.map(({ role }) => role)));
			}
		}
	});

	it('[IN2] what one sees by answering for somebody is said of who does, and of nobody else', () => {
		const fenna = person('Fenna', [hat('circle')], { age: 6, account: '', representative: 'riet' });
		const reader = yara('preparation');
		const consent = { ...reader, people: [...reader.people, fenna] };
		const parts = (who: string) => whoCanSee(consent, 'consent').people.find(({ id }) => id === who)?.parts;
		expect(parts('riet')).toContain('representing');
		expect(parts('bas')).not.toContain('representing');
	});

	it('[CO3] a coordinator who left is not among those who see it', () => {
		const { roles } = whoCanSee({ ...ilse('followThrough'), coordinatorLeft: true }, 'presentedPlan');
		expect(roles.map(({ role }) => role)).not.toContain('coordinator');
	});
});

describe('the table and what is said of it', () => {
	const anyPerson = fc.constantFrom(...EVERYBODY);
	const anyPhase = fc.constantFrom(...Phase.options);
	const anyThing = fc.constantFrom(...Thing.options);
	// Nobody of the cast answers for anybody, so that what one sees by that is nothing.
	const BLIND = ['adding', 'sharing', 'delivering', 'asking', 'knocking', 'minding', 'puttingOut', 'representing'];
	/** Whether the table lets this person see any of it, without leave or invitation. */
	const seesAny = (who: Participant, phase: Phase, thing: Thing) =>
		grants(standing(who, phase), phase, thing).some(({ portion }) => !BLIND.includes(portion));

	it('[AC7] names exactly those whom the table grants anything, to who knows everybody', () => {
		fc.assert(
			fc.property(anyPerson, anyPhase, anyThing, (me, phase, thing) => {
				const reader = readerAs(me, phase);
				fc.pre(reader.knowsAll);
				const named = whoCanSee(reader, thing).people.map(({ id }) => id);
				expect(named).toEqual(EVERYBODY.filter((who) => seesAny(who, phase, thing)).map(({ id }) => id));
			})
		);
	});

	it('[AC7] whoever the table grants anything is named, or goes by what they are', () => {
		fc.assert(
			fc.property(anyPerson, anyPerson, anyPhase, anyThing, (me, other, phase, thing) => {
				fc.pre(seesAny(other, phase, thing));
				const { people, roles } = whoCanSee(readerAs(me, phase), thing);
				const said = new Set<Role>(roles.map(({ role }) => role));
				const theirs = [...standing(other, phase).roles];
				expect(people.some(({ id }) => id === other.id) || theirs.some((role) => said.has(role))).toBe(true);
			})
		);
	});

	it('[AC7] [AC3] says no name that the reader’s own list does not hold, and no role that sees nothing', () => {
		fc.assert(
			fc.property(anyPerson, anyPhase, anyThing, fc.subarray(EVERYBODY), (me, phase, thing, about) => {
				const reader = readerAs(me, phase);
				const told = whoCanSee(reader, thing, { about: about.map(({ id }) => id) });
				const known = reader.people.map(({ name }) => name);
				for (const { name } of told.people) expect(known).toContain(name);
				for (const { role } of told.roles) {
					const open = grants({ roles: new Set([role]), barred: false, letIn: false }, phase, thing);
					expect(open.length).toBeGreaterThan(0);
				}
			})
		);
	});

	it('[AC7] never more for one item than for the whole thing', () => {
		fc.assert(
			fc.property(anyPerson, anyPhase, anyThing, fc.subarray(EVERYBODY), (me, phase, thing, about) => {
				const reader = readerAs(me, phase);
				const all = whoCanSee(reader, thing).people.map(({ id }) => id);
				const one = whoCanSee(reader, thing, { about: about.map(({ id }) => id) }).people;
				for (const { id } of one) expect(all).toContain(id);
			})
		);
	});
});
