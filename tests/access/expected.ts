import { type Grant, grants } from '#lib/domain/access/access.ts';
import { isBarred } from '#lib/domain/access/barred.ts';
import type { Portion } from '#lib/domain/access/portion.ts';
import { type Standing, standingOf } from '#lib/domain/access/standing.ts';
import type { Thing } from '#lib/domain/access/thing.ts';
import type { Hat } from '#lib/domain/circle/hat.ts';
import type { Phase } from '#lib/domain/conference/phase.ts';
import { machineClock } from '#lib/domain/clock/clock.ts';
import { CAST } from './cast.ts';

/** Whether a portion of a thing reaches an item, for the person of this name. What is not named does not. */
export type Facts = Partial<Record<Portion, boolean | ((who: string) => boolean)>>;
/** Of which things an item or an attempt is a part. Without `all: false` the portion "all" reaches it. */
export type Rights = Partial<Record<Thing, Facts>>;

/** One planted row, and how an answer that holds it is recognised. */
export type Item = {
	phase: Phase;
	/** False in the conference of the other family. */
	here: boolean;
	collection: string;
	id: string;
	marker: string;
	rights: Rights;
};

const standings = new Map<string, Standing>();

/** Where somebody of the cast stands in a conference in this phase; elsewhere only Xandra is anybody. */
export function standingIn(who: string, phase: Phase, here = true): Standing {
	const key = `${who} ${phase} ${here}`;
	const known = standings.get(key);
	if (known) return known;
	const { hats, state = 'joined', age = null, letIn = false, doorOpened = false, manages, elsewhere } = CAST[who]!;
	const worn = here ? hats : elsewhere ? [{ kind: 'centralPerson' as const }] : [];
	const standing = standingOf({
		participant: worn.length ? { state, age, hats: worn.map(wholeHat) } : null,
		phase,
		now: machineClock.now(),
		letIn,
		doorOpened,
		managesRegion: manages === 'here'
	});
	standings.set(key, standing);
	return standing;
}

/** Whether the domain lets this person see the item: the union over all that it grants. */
export function sees(who: string, { phase, here, rights }: Pick<Item, 'phase' | 'here' | 'rights'>): boolean {
	return reachedBy(who, phase, here, rights).length > 0;
}

/** Whether the domain lets this person change, add or take away what has these rights. */
export function mayWrite(who: string, phase: Phase, rights: Rights): boolean {
	return reachedBy(who, phase, true, rights).some(({ level }) => level === 'write');
}

/** The grants by which something with these rights is open to somebody. */
export function reachedBy(who: string, phase: Phase, here: boolean, rights: Rights): Grant[] {
	const standing = standingIn(who, phase, here);
	return (Object.entries(rights) as [Thing, Facts][]).flatMap(([thing, facts]) =>
		grants(standing, phase, thing).filter(({ portion }) => holds(facts, portion, who))
	);
}

/** AC4, for what is said on behalf: never for a professional, nor for who ever was one here. */
export function isOutsider(who: string): boolean {
	return isBarred(CAST[who]!.hats.map(wholeHat));
}

/** A fact about exactly these people. */
export const of = (...names: string[]) => (who: string): boolean => names.includes(who);

/** Whether this portion of a thing reaches what has these facts. */
export function holds(facts: Facts, portion: Portion, who: string): boolean {
	const fact = facts[portion] ?? portion === 'all';
	return typeof fact === 'function' ? fact(who) : fact;
}

function wholeHat(hat: Partial<Hat> & Pick<Hat, 'kind'>): Hat {
	return { ended: false, organisation: '', capacity: '', supports: '', agreement: '', until: '', ...hat };
}
