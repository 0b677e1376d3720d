import type { Thing } from '#lib/domain/access/thing.ts';

/**
 * Where PocketBase keeps each thing of the access table, and how a row shows which portion it is. `null`: it is
 * kept elsewhere, and PocketBase must not have it.
 */
export const HOLDINGS: Readonly<Record<Thing, Holding | null>> = {
	application: {
		collections: ['applications', 'central_yeses'],
		own: 'by (account)',
		portions: { representing: 'centralPerson.representative' }
	},
	coordination: {
		collections: ['coordinator_changes', 'coordinator_yeses', 'coordinations'],
		own: 'by',
		portions: {
			asking: 'coordinator_changes wanted',
			offering: 'coordinator_changes offered; coordinations is what the manager knows a conference by',
			representing: 'centralPerson.representative'
		}
	},
	circleList: {
		collections: ['participants', 'participant_details', 'hats', 'agreement_names'],
		own: 'participant (id of the row itself in participants)',
		portions: { names: 'participants and hats; participant_details is more than a name', beside: 'agreement_names', representing: 'participants.representative' }
	},
	networkMap: null,
	contactData: {
		collections: ['contacts', 'shared_contacts'],
		own: 'participant',
		portions: { ticked: 'shared_contacts, kept from the ticks in contacts' }
	},
	needs: {
		collections: ['needs', 'date_answers'],
		own: 'participant',
		portions: { ownDates: 'date_answers only' }
	},
	briefing: { collections: ['briefings'], own: 'participant' },
	safety: { collections: ['safety_agreements'], portions: { named: 'named' } },
	agenda: null,
	question: null,
	contribution: {
		collections: ['contributions', 'help_on_offer', 'contribution_topics'],
		own: 'professional',
		portions: {
			consented: 'contributions with topic.open; help_on_offer is about nobody and needs no consent',
			state: 'contribution_topics: the heading and open, never the text'
		}
	},
	consent: {
		collections: ['consents', 'contribution_topics'],
		own: 'participant',
		portions: {
			aboutSelf: 'topic.about holds the participant',
			state: 'consents without the text of a contribution',
			ownTopics: 'topic.professional',
			representing: 'participant.representative, with onBehalfBy'
		}
	},
	messageOfAbsent: {
		collections: ['messages'],
		own: 'participant',
		portions: { chosen: 'parts holds the phase there is now' }
	},
	requirement: {
		collections: ['requirements'],
		own: 'setter',
		portions: { final: 'final', answered: 'answeredBy', addOrReplace: 'created from privateTime on' }
	},
	privateRoom: null,
	door: {
		collections: ['conferences', 'rooms', 'let_in', 'door_openings', 'let_outs'],
		own: 'participant of let_in',
		portions: {
			state: 'conferences.phase',
			inside: 'let_in, door_openings, let_outs',
			knocking: 'at the sync server; of a guest by door_openings, until its date',
			minding: 'making let_in, door_openings and let_outs',
			puttingOut: 'taking away let_in'
		}
	},
	questionOut: { collections: ['room_questions'], portions: { asked: 'to' } },
	presentedPlan: {
		collections: ['plan_versions', 'agreements', 'referrals', 'deliveries'],
		portions: {
			all: 'plan_versions with frozen, and its agreements',
			concerns: 'agreements.concerns',
			own: 'agreements.concerns',
			thatAgreement: "the agreement named on the guest's hat",
			whenShared: 'plan_versions.wholeFor',
			sharing: 'wholeFor and statusFor can be changed',
			delivering: 'deliveries',
			outcome: 'referrals',
			counts: 'not in PocketBase: worked out by the program'
		}
	},
	look: { collections: ['looks'], own: 'setter' },
	agreementYes: {
		collections: ['yeses', 'statuses'],
		own: 'participant',
		portions: {
			yeses: 'yeses only',
			onBehalf: 'onBehalfBy',
			statusWhenShared: 'statuses, by plan_versions.statusFor'
		}
	},
	circleBook: null,
	thread: {
		collections: ['threads', 'thread_messages'],
		portions: { invited: 'threads.invited; thread_messages.shownTo' }
	},
	reviewMeeting: { collections: ['review_meetings', 'gatherings'], own: 'invited' },
	evaluation: {
		collections: ['evaluations'],
		own: 'participant',
		portions: { ownWork: 'not in PocketBase', counts: 'not in PocketBase' }
	},
	accessLog: {
		collections: ['access_log'],
		portions: { aboutSelf: 'about', staff: 'staff' }
	},
	archive: null
};

export type Holding = {
	readonly collections: readonly string[];
	/** The field that says whose a row is. */
	readonly own?: string;
	/** How the portions of the table show in the rows. */
	readonly portions?: Readonly<Record<string, string>>;
};
