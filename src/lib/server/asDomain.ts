import { isBarred } from '#lib/domain/access/barred.ts';
import type { Hat } from '#lib/domain/circle/hat.ts';
import type { Participant } from '#lib/domain/circle/participant.ts';
import { actorOf, type Actor } from '#lib/domain/conference/actor.ts';
import type { Conference, Ending, In } from '#lib/domain/conference/conference.ts';
import { clock } from './clock.ts';
import type { OpenConference } from './conference.ts';

/** Who stands in the conference now, as verbs ask about them. Nobody of it: no roles at all. */
export function actor({ me }: OpenConference): Actor {
	if (me) return actorOf(me, clock.now());
	return { id: '', roles: new Set(), barred: true, setsRequirements: false };
}

/** The conference as its verbs know it, from what the asking person may see. */
export function now(at: OpenConference): Conference {
	const { id, phase } = at;
	const coordinator = withHat(at, 'coordinator')[0] ?? '';
	switch (phase) {
		case 'application':
			return { id, phase, yeses: [], wishes: '' };
		case 'preparation':
		case 'information':
			return { id, phase, coordinator };
		// Which round it is, PocketBase counts when a version is written; no verb depends on it here.
		case 'privateTime':
			return { id, phase, coordinator, round: 1, presented: 0 };
		case 'presentation':
			return { id, phase, coordinator, round: 1, version: 1 };
		case 'followThrough':
			return followThrough(at, coordinator);
		case 'closed':
			return { id, phase, outcome: at.outcome as Ending };
	}
}

function followThrough(at: OpenConference, coordinator: string): In<'followThrough'> {
	const { gathering } = at;
	// Numbers of versions are counted by PocketBase too; that one is ahead is all a verb looks at.
	const isAhead = gathering?.state === 'presenting';
	const place = gathering && { number: gathering.number, round: gathering.round };
	return {
		id: at.id,
		phase: 'followThrough',
		coordinator: coordinator || null,
		contactPerson: withHat(at, 'contactPerson')[0] ?? '',
		reviewDate: at.reviewDate,
		version: 1,
		presented: isAhead ? 2 : 1,
		gatherings: gathering?.number ?? 1,
		gathering: !place
			? { state: 'none' }
			: isAhead
				? { state: 'presenting', version: 2, ...place }
				: { state: 'private', ...place }
	};
}

/** IN2: of whom somebody of the family may pass on a yes: the family itself, less who is or was here from outside. */
export function spokenFor({ people }: OpenConference): Participant[] {
	const ofFamily = (hat: Hat) => !hat.ended && (hat.kind === 'circle' || hat.kind === 'centralPerson');
	return people.filter(({ hats }) => hats.some(ofFamily) && !isBarred(hats));
}

/** Participants who wear one of these hats now. */
export function withHat({ people }: OpenConference, ...kinds: string[]): string[] {
	return people
		.filter((person) => person.state === 'joined' && person.hats.some((hat) => !hat.ended && kinds.includes(hat.kind)))
		.map((person) => person.id);
}
