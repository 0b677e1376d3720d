import { isBarred } from '../access/barred.ts';
import { rolesOf } from '../access/standing.ts';
import { type Outcome, allowed, refused } from '../outcome.ts';
import type { Participant } from './participant.ts';

/** Who wants a code for whom, and whether that would be a second way in. */
export type MakeCodeInput = {
	person: Participant;
	by: Participant;
	/** True once this person has come in with a device before. */
	alreadyIn: boolean;
	/** The participant who agreed to a second way in; null when nobody did. */
	agreedBy: Participant | null;
	/** Ids of the central persons. */
	centralPersons: readonly string[];
	now: Date | number;
};

/** IN3: what goes with a code that is made: it replaces the old one, and these people are shown that it was. */
export type CodeOrder = { participant: string; replacesOld: true; shownTo: string[] };

/**
 * IN3: a coordinator until withdrawal, then the contact person, or somebody for themselves, makes a code. It
 * opens nothing new for who is already in, unless somebody lets it who may (`mayRelease`), so that an organiser cannot
 * walk in as somebody else.
 */
export function makeCode(input: MakeCodeInput): Outcome<CodeOrder> {
	const { person, by, agreedBy } = input;
	const now = Number(input.now);
	const makes = rolesOf(by, now).some((role) => role === 'coordinator' || role === 'contactPerson');
	const isOpen = person.state === 'asked' || person.state === 'joined';
	if (!isOpen || (!makes && by.id !== person.id)) return refused('IN3');
	if (input.alreadyIn && !(agreedBy && mayRelease(person, agreedBy, by.id))) return refused('IN3');
	const shownTo = [...new Set([person.id, ...input.centralPersons])];
	return allowed({ participant: person.id, replacesOld: true, shownTo });
}

/**
 * IN3: whether `by` may let a second way in for `person` be used: oneself always. For family and circle also somebody
 * else of them, but never who made the code. A professional's or interpreter's login leads to other families too, so
 * nobody lets that be used for them.
 */
export function mayRelease(person: Participant, by: Participant, madeBy: string): boolean {
	if (by.id === person.id) return true;
	return by.id !== madeBy && by.state === 'joined' && isInside(by) && isInside(person);
}

function isInside({ hats }: Participant): boolean {
	const isMember = hats.some(({ kind, ended }) => !ended && (kind === 'circle' || kind === 'centralPerson'));
	return isMember && !isBarred(hats);
}

/** IN3: a mail address is changed by the person it belongs to, and by nobody for them. */
export function mayChangeMail(person: Pick<Participant, 'id'>, by: Pick<Participant, 'id'>): Outcome<null> {
	return person.id === by.id ? allowed(null) : refused('IN3');
}
