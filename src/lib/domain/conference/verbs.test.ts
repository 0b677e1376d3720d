import { describe, expect, it } from 'vitest';
import { Role } from '../access/role.ts';
import type { RuleId } from '../outcome.ts';
import type { ActorRole } from './actor.ts';
import { Conference } from './conference.ts';
import { Phase } from './phase.ts';
import { IN, PLAY, actor } from './play.fixture.ts';
import { type Place, TRANSITIONS, type Verb } from './verbs.ts';

/** Each verb once more, as the method says it: who, from where, to where, and the rule that refuses the rest. */
const METHOD: Record<Verb, [rule: RuleId, ...moves: string[]]> = {
	apply: ['PH1', 'nothing > application: anyone'],
	sayYes: ['PH1', 'application > application: centralPerson circle'],
	sayNo: ['PH1', 'application > nothing: centralPerson circle'],
	matchCoordinator: ['PH1', 'application > preparation: regionManager'],
	openInformation: ['PH2', 'preparation > information: coordinator'],
	openPrivateTime: ['PH3', 'information > privateTime: coordinator'],
	present: ['PH4', 'privateTime > presentation: centralPerson circle'],
	goBack: ['PH5', 'presentation > privateTime: centralPerson circle'],
	closeDay: ['PH6', 'presentation > followThrough: coordinator'],
	withdraw: ['CO3', 'followThrough > followThrough: coordinator clock'],
	openGathering: ['PH8', 'followThrough > followThrough: centralPerson circle contactPerson'],
	presentGathering: ['PH8', 'followThrough > followThrough: centralPerson circle contactPerson'],
	goBackGathering: ['PH8', 'followThrough > followThrough: centralPerson circle contactPerson'],
	closeGathering: ['PH8', 'followThrough > followThrough: contactPerson'],
	dropGathering: ['PH8', 'followThrough > followThrough: contactPerson'],
	closeConference: ['PH7', 'followThrough > closed: centralPerson circle'],
	stop: [
		'PH7',
		'application > closed: centralPerson',
		'preparation > closed: centralPerson coordinator',
		'information > closed: centralPerson',
		'privateTime > closed: centralPerson',
		'presentation > closed: centralPerson',
		'followThrough > closed: centralPerson'
	],
	planWithoutMeeting: [
		'PH7', 'preparation > closed: centralPerson circle', 'information > closed: centralPerson circle'
	],
	noPlan: [
		'PH7',
		'preparation > closed: centralPerson circle',
		'information > closed: centralPerson circle',
		'privateTime > closed: centralPerson circle',
		'presentation > closed: centralPerson circle'
	],
	replaceCoordinator: [
		'CO5',
		'preparation > preparation: regionManager',
		'information > information: regionManager',
		'privateTime > privateTime: regionManager',
		'presentation > presentation: regionManager',
		'followThrough > followThrough: regionManager'
	]
};

const VERBS = Object.keys(METHOD) as Verb[];
const ROLES: ActorRole[] = [...Role.options, 'clock', 'anyone'];

function expected(verb: Verb, from: Place, role: ActorRole): string | undefined {
	const [, ...moves] = METHOD[verb];
	for (const move of moves) {
		const [way = '', roles = ''] = move.split(': ');
		const [start, end] = way.split(' > ');
		if (start === from && roles.split(' ').includes(role)) return end;
	}
	return undefined;
}

/** Where a gathering has to stand for the verbs that work inside one. */
function conferenceFor(verb: Verb, phase: Phase): Conference {
	const plain = IN[phase];
	if (plain.phase !== 'followThrough') return plain;
	if (verb === 'presentGathering' || verb === 'dropGathering') {
		return { ...plain, gathering: { state: 'private', number: 2, round: 1 } };
	}
	if (verb !== 'goBackGathering' && verb !== 'closeGathering') return plain;
	return { ...plain, presented: 2, gathering: { state: 'presenting', number: 2, round: 1, version: 2 } };
}

const rows = VERBS.flatMap((verb) =>
	Phase.options.flatMap((phase) =>
		ROLES.map((role) => ({ rule: METHOD[verb][0], verb, phase, role, to: expected(verb, phase, role) }))
	)
);

describe('every phase × verb × actor', () => {
	it.each(rows)('[$rule] $verb in $phase by $role: $to', ({ rule, verb, phase, role, to }) => {
		const answer = PLAY[verb](conferenceFor(verb, phase), actor(role));
		if (to === undefined) return expect(answer).toEqual({ ok: false, rule });
		expect(answer).toMatchObject({ ok: true, value: to === 'nothing' ? { erase: 'c1' } : { phase: to } });
		if (answer.ok && 'phase' in answer.value) expect(() => Conference.parse(answer.value)).not.toThrow();
	});

	it.each(ROLES)('[PH1] where there is nothing, %s can only apply as anyone', (role) => {
		expect(PLAY.apply(null, actor(role)).ok).toBe(role === 'anyone');
	});

	it('[PH1] the list for other guards says the same, and can be written down', () => {
		const said = VERBS.flatMap((verb) => METHOD[verb].slice(1).map((move) => `${verb}: ${move}`)).sort();
		const listed = new Map<string, string[]>();
		for (const { verb, from, to, roles } of JSON.parse(JSON.stringify(TRANSITIONS)) as typeof TRANSITIONS) {
			const key = `${verb}: ${from} > ${to}`;
			listed.set(key, [...(listed.get(key) ?? []), ...roles]);
		}
		expect([...listed].map(([key, roles]) => `${key}: ${roles.join(' ')}`).sort()).toEqual(said);
	});
});
