import { EMPTY_PLAN } from '../plan/content.ts';
import type { Outcome } from '../outcome.ts';
import type { Actor, ActorRole } from './actor.ts';
import { apply } from './apply.ts';
import { closeConference } from './closeConference.ts';
import { closeDay } from './closeDay.ts';
import { closeGathering } from './closeGathering.ts';
import type { Conference } from './conference.ts';
import { dropGathering } from './dropGathering.ts';
import { goBack } from './goBack.ts';
import { goBackGathering } from './goBackGathering.ts';
import { matchCoordinator } from './matchCoordinator.ts';
import { noPlan } from './noPlan.ts';
import { openGathering } from './openGathering.ts';
import { openInformation } from './openInformation.ts';
import { openPrivateTime } from './openPrivateTime.ts';
import { planWithoutMeeting } from './planWithoutMeeting.ts';
import { present } from './present.ts';
import { presentGathering } from './presentGathering.ts';
import type { CloseInput } from './readyToClose.ts';
import { replaceCoordinator } from './replaceCoordinator.ts';
import { sayNo } from './sayNo.ts';
import { sayYes } from './sayYes.ts';
import { stop } from './stop.ts';
import type { Place, Verb } from './verbs.ts';
import { withdraw } from './withdraw.ts';

/** For tests: the id every actor below goes by, so that only the role decides. */
export const SOMEBODY = 'somebody';

const OUTSIDE: readonly ActorRole[] = ['coordinator', 'setter', 'informationGiver', 'regionManager', 'clock'];

/** For tests: somebody with exactly these roles, barred as those roles make them. */
export function actor(...roles: ActorRole[]): Actor {
	return {
		id: SOMEBODY,
		roles: new Set(roles),
		barred: roles.some((role) => OUTSIDE.includes(role)),
		setsRequirements: roles.includes('setter')
	};
}

/** For tests: a plan of one agreement, Riet's. */
export const PLAN = {
	...EMPTY_PLAN,
	agreements: [
		{
			number: 1, what: 'Riet slaapt op woensdag bij de kinderen.', responsible: 'riet', helpers: [], when: '',
			by: '' as const, check: 'bas', requirements: ['B1'], ifNot: '', carrier: 'family' as const
		}
	]
};

/** For tests: everything closing looks at, in order. */
export const CLOSING: CloseInput = {
	agreements: PLAN.agreements,
	freeText: '',
	textConfirmedBy: '',
	contactPerson: 'marleen',
	reviewDate: '2027-04-17',
	today: '2027-01-16',
	circle: ['yara', 'marleen', 'bas', 'riet'],
	coordinators: []
};

export const AMINA = { id: 'amina', organisation: 'Netwerk Oost' };

type Play = (conference: Conference | null, actor: Actor) => Outcome<Conference | { erase: string }>;

/** For tests: every verb with an input that meets its preconditions, so that only phase and actor decide. */
export const PLAY: Record<Verb, Play> = {
	apply: (conference, who) =>
		apply(conference, who, { id: 'c1', centralPersons: [{ id: SOMEBODY, age: 13, representative: SOMEBODY }] }),
	sayYes: on((conference, who) => sayYes(conference, who, { centralPerson: SOMEBODY, wishes: 'een vrouw' })),
	sayNo: on((conference, who) => sayNo(conference, who, { centralPerson: SOMEBODY })),
	matchCoordinator: on((conference, who) =>
		matchCoordinator(conference, who, { candidate: { ...AMINA, id: SOMEBODY }, parties: [] })
	),
	openInformation: on((conference, who) =>
		openInformation(conference, who, {
			attendees: ['yara'],
			briefings: [
				{
					participant: 'yara', goal: true, wayOfWorking: true, possibilities: true,
					responsibilities: true, skippedBecause: ''
				}
			]
		})
	),
	openPrivateTime: on((conference, who) => openPrivateTime(conference, who, { requirements: [{ final: true }] })),
	present: on((conference, who) => present(conference, who, { content: PLAN })),
	goBack: on(goBack),
	closeDay: on((conference, who) => closeDay(conference, who, CLOSING)),
	withdraw: on((conference, who) => withdraw(conference, who, { today: '2027-02-27', dueOn: '2027-02-27' })),
	openGathering: on(openGathering),
	presentGathering: on((conference, who) => presentGathering(conference, who, { content: PLAN })),
	goBackGathering: on(goBackGathering),
	closeGathering: on((conference, who) => closeGathering(conference, who, CLOSING)),
	dropGathering: on(dropGathering),
	closeConference: on(closeConference),
	stop: on(stop),
	planWithoutMeeting: on(planWithoutMeeting),
	noPlan: on(noPlan),
	replaceCoordinator: on((conference, who) =>
		replaceCoordinator(conference, who, {
			candidate: { ...AMINA, id: SOMEBODY }, parties: [], centralYeses: [true]
		})
	)
};

/** Nothing but `apply` can be tried where there is no conference; a play that tries anyway is a broken test. */
function on(verb: (conference: Conference, who: Actor) => Outcome<Conference | { erase: string }>): Play {
	return (conference, who) => {
		if (conference === null) throw new Error('this verb needs a conference');
		return verb(conference, who);
	};
}

/** For tests: a conference in each phase; the one in follow-through has nothing going on. */
export const IN: Record<Exclude<Place, 'nothing'>, Conference> = {
	application: {
		id: 'c1', phase: 'application', wishes: '',
		yeses: [
			{ centralPerson: SOMEBODY, age: 13, representative: SOMEBODY, own: true, representativeSaid: true }
		]
	},
	preparation: { id: 'c1', phase: 'preparation', coordinator: SOMEBODY },
	information: { id: 'c1', phase: 'information', coordinator: SOMEBODY },
	privateTime: { id: 'c1', phase: 'privateTime', coordinator: SOMEBODY, round: 1, presented: 0 },
	presentation: { id: 'c1', phase: 'presentation', coordinator: SOMEBODY, round: 1, version: 1 },
	followThrough: {
		id: 'c1', phase: 'followThrough', coordinator: SOMEBODY, contactPerson: 'marleen',
		reviewDate: '2027-04-17', version: 1, presented: 1, gatherings: 1, gathering: { state: 'none' }
	},
	closed: { id: 'c1', phase: 'closed', outcome: 'plan' }
};
