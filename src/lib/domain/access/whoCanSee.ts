import { z } from 'zod';
import type { Participant } from '../circle/participant.ts';
import { Phase } from '../conference/phase.ts';
import { type Grant, grants } from './access.ts';
import { Portion } from './portion.ts';
import { Role } from './role.ts';
import { type Standing, standingOf } from './standing.ts';
import { readableByOperator } from './table.ts';
import type { Thing } from './thing.ts';

/** Whom a reader may know by name, and what they may know of the conference. */
export type Reader = {
	/** Everybody of whom the reader's own list holds a row. */
	people: readonly Participant[];
	/** Whether that list is everybody; if not, all others go by what they are here, in words. */
	knowsAll: boolean;
	/** Undefined where the reader may not know it (PT1): then the answer is the same in every phase. */
	phase: Phase | undefined;
	/** Moment of asking, in milliseconds. */
	now: number;
	/** CO3 */
	coordinatorLeft: boolean;
};

/** What is asked about, closer than the thing: ids of participants. */
export type Closer = {
	/** It is about these people alone, so that nobody else's "own" part of the thing counts. */
	about?: readonly string[];
	/** Who was let into the sealed room. */
	letIn?: readonly string[];
};

/** Portions in which nothing of the thing is left out. */
const WHOLE = ['all', 'names', 'inside'] as const satisfies Portion[];
/** Doing something with it, and seeing none of it. */
const BLIND = [
	'adding', 'sharing', 'delivering', 'asking', 'knocking', 'minding', 'puttingOut'
] as const satisfies Portion[];
const Part = Portion.exclude([...WHOLE, ...BLIND]);
/** Roles that go by another name here: whoever has them has that other role too. */
const WITHIN_CIRCLE = ['child', 'contactPerson'] as const satisfies Role[];
const RoleInWords = Role.exclude([...WITHIN_CIRCLE]);

/** How much of it somebody sees; without parts it is all. */
type Share = { parts: z.infer<typeof Part>[] };
/** The answer to "wie kan dit zien?" (AC7). */
export type Audience = {
	people: ({ id: string; name: string } & Share)[];
	roles: ({ role: z.infer<typeof RoleInWords> } & Share)[];
	operator: boolean;
};

/** What is somebody's own, so that it is nobody else's. */
const PERSONAL: readonly Portion[] = [
	'own', 'ownDates', 'ownYes', 'ownTopics', 'ownWork', 'onBehalf', 'representing', 'aboutSelf', 'named', 'concerns',
	'answered', 'thatAgreement', 'addOrReplace'
];

/** Whether somebody's list of people is everybody, by the table itself. */
export function knowsEverybody(standing: Standing, phase: Phase): boolean {
	return grants(standing, phase, 'circleList').some(({ portion }) => portion === 'all' || portion === 'names');
}

/**
 * Names everybody who can see any of this thing now and whom the reader may know of, with how much of it they see;
 * all others by their role. For a sealed thing: everybody to whom its frames may travel.
 */
export function whoCanSee(reader: Reader, thing: Thing, closer: Closer = {}): Audience {
	const { people, knowsAll, now } = reader;
	const phases = reader.phase ? [reader.phase] : Phase.options;
	const isShared = people.some((person) => closer.about?.includes(person.id) && isFamily(person));
	const share = (standing: Standing, self?: string): Share | undefined => {
		const all = phases.flatMap((phase) => grants(standing, phase, thing));
		const answers = !self || people.some(({ representative }) => representative === self);
		const found = all.filter(({ portion }) => portion !== 'representing' || answers);
		return shareOf(found, { isOwn: self !== undefined && closer.about?.includes(self) === true, closer, isShared });
	};
	return {
		people: people.flatMap((participant) => {
			const { id, name } = participant;
			const letIn = closer.letIn?.includes(id) ?? false;
			const seen = share(standingOf({ participant, phase: phases[0]!, now, letIn }), id);
			return seen ? [{ id, name, ...seen }] : [];
		}),
		roles: (knowsAll ? (['regionManager'] as const) : rolesInWords(reader)).flatMap((role) => {
			const seen = share({ roles: new Set([role]), barred: role === 'regionManager', letIn: false });
			return seen ? [{ role, ...seen }] : [];
		}),
		operator: readableByOperator(thing)
	};
}

/** Only among the family is anything ticked to be shared. */
function isFamily({ hats }: Participant): boolean {
	return hats.some(({ kind, ended }) => !ended && (kind === 'centralPerson' || kind === 'circle'));
}

function rolesInWords({ coordinatorLeft }: Reader) {
	return RoleInWords.options.filter((role) => !(role === 'coordinator' && coordinatorLeft));
}

/** What these grants come to for this one question; undefined when that is nothing. */
function shareOf(found: Grant[], at: { isOwn: boolean; closer: Closer; isShared: boolean }): Share | undefined {
	const seen = new Set(found.map(({ portion }) => portion));
	if (at.closer.about) {
		if (at.isOwn && PERSONAL.some((portion) => seen.has(portion))) return { parts: [] };
		for (const portion of PERSONAL) seen.delete(portion);
		if (!at.isShared) seen.delete('ticked');
	}
	if (WHOLE.some((portion) => seen.has(portion))) return { parts: [] };
	const parts = Part.options.filter((portion) => seen.has(portion));
	return parts.length ? { parts } : undefined;
}
