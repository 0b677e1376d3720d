import { may } from '#lib/domain/access/access.ts';
import { whoCanSee } from '#lib/domain/access/whoCanSee.ts';
import type { GatheringNow } from '#lib/domain/conference/gatheringNow.ts';
import { permitted } from '#lib/domain/conference/verbs.ts';
import { actor } from './asDomain.ts';
import { clock } from './clock.ts';
import type { OpenConference } from './conference.ts';
import { askedOut } from './door.ts';
import { roomGathering } from './gathering.ts';
import { listLooks } from './look.ts';
import { versionOf } from './planVersion.ts';
import { listRequirements } from './requirement.ts';
import { isMember, roomHint } from './room.ts';
import { listRoomQuestions, whoMayBeAsked } from './roomQuestion.ts';
import { serverSettings } from './settings.ts';

/**
 * What the page of the sealed room needs from outside it: who I am, who belongs here, what must be answered, and
 * who would read what is presented. Of what is written inside nothing is here.
 */
export async function roomInfo(at: OpenConference) {
	const [room, requirements, gathering, questions, asked, version, looks] = await Promise.all([
		roomHint(at),
		listRequirements(at),
		roomGathering(at),
		listRoomQuestions(at),
		askedOut(at),
		versionOf(at, at.inForce),
		listLooks(at)
	]);
	const { phase, me } = at;
	return {
		...doorInfo(at),
		phase,
		room,
		requirements,
		gathering,
		questions,
		askable: may(at.standing, phase, 'questionOut', 'write') ? whoMayBeAsked(at) : [],
		mayBegin: isMember(me) && !at.standing.barred,
		mayPresent: mayPresent(at, gathering),
		readers: readersOf(at),
		askedOut: asked,
		// PH8: with what the paper of a gathering begins. BL6: why the plan presented last was not enough.
		inForce: version?.content,
		looks: looks
			.filter((look) => look.version === at.presented)
			.map(({ requirement, result, reason, then }) => ({ requirement, result, reason, then }))
	};
}

/** What it takes to knock: who one is, and nothing of what goes on behind the door (PT1). */
export function doorInfo({ id, title, me, people }: OpenConference) {
	return {
		id,
		title,
		me: { id: me?.id, name: me?.name, account: me?.account },
		people: people.map(namedWithHats),
		isDemo: serverSettings().DEMO === '1',
		today: clock.now().toISOString().slice(0, 10)
	};
}

/** Whoever takes no part keeps the name under which the plan may know them, and is offered for nothing. */
function namedWithHats({ id, name, state, hats }: OpenConference['people'][number]) {
	const takesPart = state === 'joined' || state === 'asked';
	const worn = takesPart ? hats.filter(({ ended }) => !ended).map(({ kind }) => kind) : [];
	return { id, name, hats: worn, saidYes: state === 'joined' };
}

/** PH4, PH8: whether this person could present now, leaving aside what is written. */
function mayPresent(at: OpenConference, { state, number }: GatheringNow): boolean {
	const who = actor(at);
	const verb = number > 1 ? 'presentGathering' : 'present';
	return state === 'private' && !who.barred && permitted(verb, at.phase, who).ok;
}

/** AC7: names of those outside the circle who may read what is presented, the whole or what concerns them. */
function readersOf({ people, phase, coordinatorLeft }: OpenConference): { whole: string[]; own: string[] } {
	const presented = phase === 'privateTime' ? 'presentation' : phase;
	const reader = { people, knowsAll: true, phase: presented, now: clock.now().getTime(), coordinatorLeft };
	const readers = whoCanSee(reader, 'presentedPlan').people;
	const outside = readers.filter(({ id }) => !isMember(people.find((person) => person.id === id)));
	const named = (isWhole: boolean) => outside.filter(({ parts }) => (parts.length === 0) === isWhole).map(({ name }) => name);
	return { whole: named(true), own: named(false) };
}
