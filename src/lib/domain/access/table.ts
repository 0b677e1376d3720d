import { SEALED_THINGS, Thing } from './thing.ts';
import type { Role } from './role.ts';
import { type Cell, read, relay, write } from './right.ts';

/** The eight columns of the table; the other roles are in others.ts. */
export type Column = Extract<
	Role,
	| 'centralPerson'
	| 'circle'
	| 'asked'
	| 'coordinator'
	| 'setter'
	| 'informationGiver'
	| 'referrer'
	| 'regionManager'
>;

/** One row. A column that is not named holds nothing. */
export type Row = Readonly<Partial<Record<Column, Cell>>>;

/**
 * Who may see and do what: the one source of every guard. Rows in the order of the method, columns by name.
 * How it is read: `'p-f'` preparation up to and including follow-through; `'always'` where the method names no
 * phase; write includes read; in `closed` a write is only a read (see grants). "Own" is a write where the
 * person is the one who makes it (contact data, needs, dates, marks, a yes, a promise) and a read where others
 * made it about them (a row on the list, ticks, an invitation). Answering an invitation and leaving are acts
 * of the circle's folder, not writes to the list.
 */
export const ACCESS_TABLE: Readonly<Record<Thing, Row>> = {
	application: {
		// Everybody writes their own words here: no family rewrites a referrer's reason.
		centralPerson: [write('a', 'own'), read('a-f'), write('a', 'representing')],
		circle: [write('a', 'representing')],
		coordinator: [read('match-wd')],
		referrer: [write('a', 'own')],
		regionManager: [read('a')]
	},
	coordination: {
		// CO5: another coordinator. The region manager offers, each central person says yes.
		centralPerson: [read('p-f'), write('p-f', 'asking'), write('p-f', 'own'), write('p-f', 'representing')],
		circle: [write('p-f', 'representing')],
		coordinator: [read('p-f'), write('p-f', 'asking')],
		regionManager: [write('p-f', 'offering')]
	},
	circleList: {
		// One's own row stands open to everybody in every phase: by it a person is recognised at all.
		centralPerson: [write('p-f'), read('always', 'own'), read('always', 'representing')],
		circle: [read('p-f', 'names'), read('always', 'own'), read('always', 'representing')],
		// A promise is made to somebody: whoever sees an agreement sees who else is in it.
		asked: [read('always', 'own'), read('always', 'beside'), read('a', 'representing')],
		coordinator: [write('p-s'), read('f-wd'), read('always', 'own')],
		setter: [read('always', 'own'), read('s-f', 'beside')],
		informationGiver: [read('always', 'own'), read('s-f', 'beside')],
		referrer: [read('always', 'own')],
		// CO5: whom the region manager matched, and may have to replace.
		regionManager: [read('a-f', 'coordination')]
	},
	networkMap: {
		centralPerson: [write('p-i')],
		circle: [read('always', 'own')],
		coordinator: [write('p-s')]
	},
	contactData: {
		centralPerson: [write('always', 'own'), read('always', 'ticked')],
		circle: [write('always', 'own'), read('always', 'ticked')],
		asked: [write('always', 'own')],
		coordinator: [write('p-s'), read('f-wd'), write('always', 'own')],
		setter: [write('always', 'own')],
		informationGiver: [write('always', 'own')],
		referrer: [write('always', 'own')]
	},
	needs: {
		centralPerson: [write('always', 'own'), write('always', 'onBehalf')],
		circle: [write('always', 'own'), write('always', 'onBehalf')],
		asked: [write('always', 'ownDates')],
		coordinator: [write('p-s')],
		setter: [write('always', 'ownDates')],
		informationGiver: [write('always', 'ownDates')]
	},
	briefing: {
		centralPerson: [read('always', 'own')],
		circle: [read('always', 'own')],
		asked: [read('always', 'own')],
		coordinator: [write('p-s')],
		setter: [read('always', 'own')],
		informationGiver: [read('always', 'own')]
	},
	safety: {
		centralPerson: [read('always', 'named')],
		circle: [read('always', 'named')],
		coordinator: [write('p-s')]
	},
	agenda: {
		centralPerson: [write('p-i'), read('v-f')],
		circle: [read('p-f')],
		asked: [read('p')],
		coordinator: [write('p-i'), read('s')],
		setter: [read('p-s')],
		informationGiver: [read('p-s')]
	},
	question: {
		centralPerson: [write('p-i'), read('v-f')],
		circle: [read('p-f')],
		asked: [read('always', 'question')],
		coordinator: [write('p-i'), read('s')],
		setter: [read('i-s', 'question')],
		informationGiver: [read('i-s', 'question')]
	},
	contribution: {
		centralPerson: [read('p-f', 'consented')],
		circle: [read('i-f', 'consented')],
		coordinator: [read('p', 'state'), read('i-s', 'consented')],
		setter: [write('p-i', 'own')],
		informationGiver: [write('p-i', 'own')]
	},
	consent: {
		centralPerson: [read('always', 'aboutSelf'), write('always', 'own'), write('always', 'representing')],
		circle: [read('always', 'aboutSelf'), write('always', 'own'), write('always', 'representing')],
		coordinator: [read('p-s', 'state')],
		setter: [read('always', 'ownTopics')],
		informationGiver: [read('always', 'ownTopics')]
	},
	messageOfAbsent: {
		// Somebody of the family who stays at home writes a message all the same, or has it written for them.
		centralPerson: [read('always', 'chosen'), write('always', 'own'), write('always', 'onBehalf')],
		circle: [read('always', 'chosen'), write('always', 'own'), write('always', 'onBehalf')],
		asked: [write('always', 'own')],
		coordinator: [read('i,s', 'chosen')],
		setter: [read('i,s', 'chosen')],
		informationGiver: [read('i,s', 'chosen')]
	},
	requirement: {
		centralPerson: [read('p-f', 'final')],
		circle: [read('p-f', 'final')],
		coordinator: [read('p-wd')],
		setter: [write('p-i', 'own'), write('v-f', 'addOrReplace')],
		informationGiver: [read('s-f', 'answered')]
	},
	privateRoom: {
		centralPerson: [relay('p-clock')],
		circle: [relay('p-clock', 'letIn')]
	},
	door: {
		// RM2: a central person may put somebody out of the room, so knows who is in it. "Own" is leaving.
		centralPerson: [
			read('always', 'state'),
			read('always', 'inside'),
			write('p-f', 'knocking'),
			write('p-f', 'own', 'letIn'),
			write('p-f', 'minding', 'letIn'),
			write('p-f', 'puttingOut')
		],
		circle: [
			read('always', 'state'),
			read('always', 'inside'),
			write('p-f', 'knocking'),
			write('p-f', 'own', 'letIn'),
			write('p-f', 'minding', 'letIn')
		],
		coordinator: [read('always', 'state')],
		setter: [read('always', 'state')],
		informationGiver: [read('always', 'state')]
	},
	questionOut: {
		centralPerson: [write('v')],
		circle: [write('v')],
		coordinator: [write('v', 'asked')],
		setter: [write('v', 'asked')],
		informationGiver: [write('v', 'asked')]
	},
	presentedPlan: {
		// Among themselves again (the next round, PH5) the family still has what it presented, and why it was not enough.
		centralPerson: [read('v-c'), write('s-c', 'sharing')],
		circle: [read('v-c'), write('s-c', 'sharing')],
		asked: [read('always', 'own')],
		coordinator: [read('s-wd'), write('f', 'delivering')],
		setter: [read('s-f', 'concerns'), read('s-f', 'whenShared')],
		informationGiver: [read('s-f', 'concerns')],
		referrer: [read('always', 'outcome')],
		regionManager: [read('always', 'counts')]
	},
	look: {
		centralPerson: [read('v-c')],
		circle: [read('v-c')],
		coordinator: [read('s-wd')],
		setter: [write('s,f', 'own')]
	},
	agreementYes: {
		// AG2, AG4: the family sees every yes and every status, and so what is not agreed yet.
		centralPerson: [read('always'), write('always', 'own'), write('always', 'onBehalf')],
		circle: [read('always'), write('always', 'own'), write('always', 'onBehalf')],
		asked: [write('always', 'ownYes')],
		coordinator: [read('s-wd', 'yeses')],
		setter: [write('always', 'own'), read('always', 'statusWhenShared')],
		informationGiver: [write('always', 'own')]
	},
	circleBook: {
		centralPerson: [relay('p-c')],
		circle: [relay('p-c', 'letIn')]
	},
	thread: {
		centralPerson: [write('f')],
		circle: [write('f')],
		setter: [write('f', 'invited')],
		informationGiver: [write('f', 'invited')]
	},
	reviewMeeting: {
		centralPerson: [write('f')],
		circle: [read('f')],
		coordinator: [read('f', 'own', 'invitedBack')],
		setter: [read('always', 'own')],
		informationGiver: [read('always', 'own')]
	},
	evaluation: {
		centralPerson: [write('always', 'own')],
		circle: [write('always', 'own')],
		coordinator: [read('always', 'ownWork')],
		setter: [write('always', 'own')],
		informationGiver: [write('always', 'own')],
		regionManager: [read('always', 'counts')]
	},
	accessLog: {
		centralPerson: [read('always')],
		circle: [read('always', 'aboutSelf'), read('always', 'staff')]
	},
	archive: {
		centralPerson: [read('f-c')],
		circle: [read('f-c')],
		asked: [read('always', 'own')],
		setter: [read('always', 'own')],
		informationGiver: [read('always', 'own')],
		referrer: [read('always', 'own')],
		regionManager: [read('always', 'counts')]
	}
};

/** The last column: whether whoever runs the installation could read it (AC7). */
export function readableByOperator(thing: Thing): boolean {
	return !SEALED_THINGS.includes(thing);
}
