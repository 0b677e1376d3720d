import { isBarred } from '../access/barred.ts';
import { rolesOf } from '../access/standing.ts';
import { type Outcome, allowed, refused } from '../outcome.ts';
import { needsRepresentative } from './age.ts';
import type { Participant } from './participant.ts';

/** IN2: whether somebody else answers for this person: for a child under 16, and for who has no login. */
export function isRepresented({ age, hasLogin }: { age: number | null; hasLogin: boolean }): boolean {
	return needsRepresentative(age) || !hasLogin;
}

/** For whom, who is to answer for them (null is nobody any more), and who decides that. */
export type NameRepresentativeInput = {
	person: Participant;
	next: Participant | null;
	by: Participant;
	now: Date | number;
};

/**
 * IN2: whoever writes the list says who answers for a child or for who has no login. It is somebody grown of the
 * family or circle: never a coordinator, never a professional, never a child. Answers the id.
 */
export function nameRepresentative({ person, next, by, now }: NameRepresentativeInput): Outcome<string> {
	const writers = ['centralPerson', 'coordinator', 'contactPerson'] as const;
	const roles = rolesOf(by, Number(now));
	if (!writers.some((role) => roles.includes(role)) || !isFamily(person)) return refused('IN2');
	if (!next) return allowed('');
	const mayAnswer = isFamily(next) && !isBarred(next.hats) && !needsRepresentative(next.age);
	const isOpen = next.state === 'asked' || next.state === 'joined';
	const needed = isRepresented({ age: person.age, hasLogin: person.account !== '' });
	return needed && mayAnswer && isOpen && next.id !== person.id ? allowed(next.id) : refused('IN2');
}

function isFamily({ hats }: Pick<Participant, 'hats'>): boolean {
	return hats.some(({ kind, ended }) => !ended && (kind === 'centralPerson' || kind === 'circle'));
}
