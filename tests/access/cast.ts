import type { Hat, HatKind } from '#lib/domain/circle/hat.ts';
import type { ParticipantState } from '#lib/domain/circle/participant.ts';

type Wear = { kind: HatKind } & Partial<Omit<Hat, 'kind'>>;

/** Somebody who asks. Who wears nothing is in none of the conferences here. */
export type Cast = {
	hats: Wear[];
	state?: ParticipantState;
	age?: number;
	/** False for who never logs in. */
	login?: false;
	/** A member of the room let this person in, before anything barred them. */
	letIn?: true;
	/** A member of the room opened the door for this guest to knock at. */
	doorOpened?: true;
	/** Region manager of the region of these conferences, or of another. */
	manages?: 'here' | 'elsewhere';
	/** In the coordinators' pool of this region. */
	pool?: true;
	/** Central person of another conference of the same region. */
	elsewhere?: true;
};

const FUTURE = '2199-01-01 00:00:00.000Z';
const PAST = '2001-01-01 00:00:00.000Z';
const YOUTH_CARE = 'Jeugdbescherming Waterveen';

/** Who answers for whom (IN2): somebody of each role that may. Sanne is asked, and has not said yes. */
export const ANSWERS_FOR: Readonly<Record<string, string>> = { joop: 'yara', kim: 'bas', lot: 'yara', nina: 'sanne' };

/** One agreement that guests are asked for; the seeds fill in which. */
export const GUEST_OF = 'a1';

/** Every role and every special standing of the method has somebody here. */
export const CAST: Readonly<Record<string, Cast>> = {
	yara: { hats: [{ kind: 'centralPerson' }], age: 34, letIn: true },
	// Two more central persons, too young to say yes alone; no login, and nothing about them is planted.
	kim: { hats: [{ kind: 'centralPerson' }], age: 10, login: false },
	lot: { hats: [{ kind: 'centralPerson' }], age: 8, login: false },
	hulya: { hats: [{ kind: 'circle' }, { kind: 'supportPerson' }, { kind: 'spokesperson' }], letIn: true },
	bas: { hats: [{ kind: 'circle' }, { kind: 'deputyContactPerson' }], letIn: true },
	marleen: { hats: [{ kind: 'circle' }, { kind: 'contactPerson' }] },
	riet: { hats: [{ kind: 'circle' }] },
	milan: { hats: [{ kind: 'circle' }], age: 11, letIn: true },
	joop: { hats: [{ kind: 'circle' }], login: false },
	// On the list since a moment ago: nothing about her is there yet.
	nina: { hats: [{ kind: 'circle' }], login: false },
	// Asked and not yet yes, for the circle and for a profession; said no; taken off the list; laid the hat down.
	sanne: { hats: [{ kind: 'circle' }], state: 'asked' },
	sil: { hats: [{ kind: 'setter', organisation: YOUTH_CARE }], state: 'asked' },
	// One more whom it was asked for, and who has not said yes.
	mona: { hats: [{ kind: 'centralPerson' }], state: 'asked', age: 61 },
	kees: { hats: [{ kind: 'circle' }], state: 'declined' },
	gino: { hats: [{ kind: 'circle' }, { kind: 'centralPerson' }], state: 'removed', letIn: true },
	rob: { hats: [{ kind: 'circle', ended: true }] },
	// Coordinators: now, withdrawn, withdrawn and invited back, and one whose invitation is over.
	amina: { hats: [{ kind: 'coordinator' }], pool: true },
	wim: { hats: [{ kind: 'coordinator', ended: true }], pool: true },
	vera: { hats: [{ kind: 'coordinator', ended: true, until: FUTURE }], pool: true },
	// Matched and still to declare that she is independent.
	cato: { hats: [{ kind: 'coordinator' }], state: 'asked', pool: true },
	otis: { hats: [{ kind: 'coordinator', ended: true, until: PAST }], pool: true },
	// Professionals, and who sent the family.
	ilse: { hats: [{ kind: 'setter', organisation: YOUTH_CARE, capacity: 'jeugdbeschermer' }] },
	tarik: { hats: [{ kind: 'informationGiver', organisation: 'Waterveenschool' }] },
	fatma: { hats: [{ kind: 'referrer', organisation: 'Wijkteam' }] },
	// Two hats (AC4, AC5).
	roos: { hats: [{ kind: 'setter', organisation: YOUTH_CARE }, { kind: 'referrer', organisation: YOUTH_CARE }] },
	noor: { hats: [{ kind: 'circle' }, { kind: 'informationGiver', organisation: 'School' }], letIn: true },
	peter: { hats: [{ kind: 'circle' }, { kind: 'setter', organisation: 'Woningcorporatie' }], letIn: true },
	dirk: { hats: [{ kind: 'circle' }, { kind: 'coordinator', ended: true }], letIn: true },
	henk: { hats: [{ kind: 'circle' }, { kind: 'referrer' }], letIn: true },
	otto: { hats: [{ kind: 'circle' }], letIn: true, manages: 'here' },
	// Beside the circle.
	denzel: { hats: [{ kind: 'interpreter' }], letIn: true },
	lina: { hats: [{ kind: 'interpreter' }], doorOpened: true },
	lotte: { hats: [{ kind: 'outsideSupportPerson' }], doorOpened: true },
	mees: { hats: [{ kind: 'interpreter' }] },
	els: { hats: [{ kind: 'outsideSupportPerson' }], letIn: true },
	guus: { hats: [{ kind: 'guest', agreement: GUEST_OF, until: FUTURE }] },
	gerda: { hats: [{ kind: 'guest', agreement: GUEST_OF, until: PAST }] },
	// Of the region, of another one, of another family, and of nothing.
	karin: { hats: [], manages: 'here' },
	marga: { hats: [], manages: 'elsewhere' },
	bo: { hats: [], pool: true },
	xandra: { hats: [], elsewhere: true },
	stranger: { hats: [] },
	/** Not signed in at all. */
	visitor: { hats: [], login: false }
};

export const NAMES = Object.keys(CAST);
/** Everybody who can ask something: with a login, and the visitor. */
export const ASKING = NAMES.filter((name) => CAST[name]!.login !== false || name === 'visitor');
/** Everybody who has a row in the conferences. */
export const LISTED = NAMES.filter((name) => CAST[name]!.hats.length > 0);
/** Those about whom things are planted. */
export const KNOWN = LISTED.filter((name) => !['kim', 'lot', 'nina'].includes(name));
/** Who is family here, and not barred by another hat: of whom, and on whose behalf, family things are said. */
export const FAMILY = LISTED.filter((name) =>
	CAST[name]!.hats.some(({ kind }) => kind === 'circle' || kind === 'centralPerson')
);
