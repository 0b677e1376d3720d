import { type Outcome, type RuleId, allowed, refused } from '../outcome.ts';
import type { Actor, ActorRole } from './actor.ts';
import type { Conference, In } from './conference.ts';
import type { Phase } from './phase.ts';

/** Where a verb leaves from or leads to. `nothing`: no conference yet, or no longer. */
export type Place = Phase | 'nothing';

type Move = {
	readonly from: readonly Place[];
	/** Missing: it stays in the phase it is in. */
	readonly to?: Place;
	readonly roles: readonly ActorRole[];
};
type VerbRow = {
	/** The rule that refuses it in another phase or from somebody else. */
	readonly rule: RuleId;
	readonly moves: readonly Move[];
};

/** The circle and the central person: who writes the plan. A child is circle and has both roles. */
const FAMILY = ['centralPerson', 'circle'] as const;
const BEFORE_THE_DAY_ENDS = ['preparation', 'information', 'privateTime', 'presentation'] as const;

/** The one table of what moves a conference: every verb, its phases and its actors. */
export const VERBS = {
	apply: { rule: 'PH1', moves: [{ from: ['nothing'], to: 'application', roles: ['anyone'] }] },
	sayYes: { rule: 'PH1', moves: [{ from: ['application'], roles: ['centralPerson', 'circle'] }] },
	sayNo: {
		rule: 'PH1',
		moves: [{ from: ['application'], to: 'nothing', roles: ['centralPerson', 'circle'] }]
	},
	matchCoordinator: {
		rule: 'PH1',
		moves: [{ from: ['application'], to: 'preparation', roles: ['regionManager'] }]
	},
	openInformation: {
		rule: 'PH2',
		moves: [{ from: ['preparation'], to: 'information', roles: ['coordinator'] }]
	},
	openPrivateTime: {
		rule: 'PH3',
		moves: [{ from: ['information'], to: 'privateTime', roles: ['coordinator'] }]
	},
	present: { rule: 'PH4', moves: [{ from: ['privateTime'], to: 'presentation', roles: FAMILY }] },
	goBack: { rule: 'PH5', moves: [{ from: ['presentation'], to: 'privateTime', roles: FAMILY }] },
	closeDay: {
		rule: 'PH6',
		moves: [{ from: ['presentation'], to: 'followThrough', roles: ['coordinator'] }]
	},
	withdraw: { rule: 'CO3', moves: [{ from: ['followThrough'], roles: ['coordinator', 'clock'] }] },
	openGathering: { rule: 'PH8', moves: [{ from: ['followThrough'], roles: [...FAMILY, 'contactPerson'] }] },
	presentGathering: { rule: 'PH8', moves: [{ from: ['followThrough'], roles: [...FAMILY, 'contactPerson'] }] },
	goBackGathering: { rule: 'PH8', moves: [{ from: ['followThrough'], roles: [...FAMILY, 'contactPerson'] }] },
	closeGathering: { rule: 'PH8', moves: [{ from: ['followThrough'], roles: ['contactPerson'] }] },
	dropGathering: { rule: 'PH8', moves: [{ from: ['followThrough'], roles: ['contactPerson'] }] },
	closeConference: { rule: 'PH7', moves: [{ from: ['followThrough'], to: 'closed', roles: FAMILY }] },
	stop: {
		rule: 'PH7',
		moves: [
			{
				from: ['application', ...BEFORE_THE_DAY_ENDS, 'followThrough'],
				to: 'closed',
				roles: ['centralPerson']
			},
			{ from: ['preparation'], to: 'closed', roles: ['coordinator'] }
		]
	},
	planWithoutMeeting: {
		rule: 'PH7',
		moves: [{ from: ['preparation', 'information'], to: 'closed', roles: FAMILY }]
	},
	noPlan: { rule: 'PH7', moves: [{ from: BEFORE_THE_DAY_ENDS, to: 'closed', roles: FAMILY }] },
	replaceCoordinator: {
		rule: 'CO5',
		moves: [{ from: [...BEFORE_THE_DAY_ENDS, 'followThrough'], roles: ['regionManager'] }]
	}
} as const satisfies Record<string, VerbRow>;

export type Verb = keyof typeof VERBS;

/** One row of the flat list: this verb, from here, to there, by any of these. */
export type Transition = { verb: Verb; from: Place; to: Place; roles: readonly ActorRole[] };

/** The table as a flat, serialisable list, for guards that must restate it. Order as in the table. */
export const TRANSITIONS: readonly Transition[] = Object.entries(VERBS).flatMap(([verb, row]) =>
	(row as VerbRow).moves.flatMap((move) =>
		move.from.map((from) => ({ verb: verb as Verb, from, to: move.to ?? from, roles: move.roles }))
	)
);

/** Whether this actor may use this verb from here, before any precondition of its own. */
export function permitted(verb: Verb, from: Place, actor: Actor): Outcome<null> {
	const row: VerbRow = VERBS[verb];
	const open = row.moves.some(
		(move) => move.from.includes(from) && move.roles.some((role) => actor.roles.has(role))
	);
	return open ? allowed(null) : refused(row.rule);
}

/** The conference narrowed to the phase a verb works in, or the refusal of this phase or actor. */
export function enter<P extends Phase>(
	verb: Verb,
	conference: Conference,
	actor: Actor,
	...phases: P[]
): Outcome<In<P>> {
	const open = permitted(verb, conference.phase, actor);
	if (!open.ok) return open;
	if (!(phases as Phase[]).includes(conference.phase)) return refused(VERBS[verb].rule);
	return allowed(conference as In<P>);
}
