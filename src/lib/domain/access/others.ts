import type { Role } from './role.ts';
import type { Thing } from './thing.ts';
import { type Cell, read, relay, write } from './right.ts';
import type { Column } from './table.ts';

/** Roles that have no column of their own in the table. */
export type OtherRole = Exclude<Role, Column | 'child'>;

/** What everybody who said yes may do with what is theirs, whatever they came for. */
const SELF: Partial<Record<Thing, Cell>> = {
	circleList: [read('always', 'own')],
	contactData: [write('always', 'own')]
};

/** Translates or stands by, from outside the circle: the day itself, and the room while let in. */
const BESIDE: Partial<Record<Thing, Cell>> = {
	...SELF,
	// PH2: who comes to the day is told the four points.
	briefing: [read('always', 'own')],
	circleList: [read('always', 'own'), read('s', 'beside')],
	agenda: [read('i-s')],
	question: [read('i-s', 'question')],
	privateRoom: [relay('p-clock', 'letIn')],
	// Who is in, and the keys, travel in the book: without its frames nobody is in any room of the circle.
	circleBook: [relay('p-clock', 'letIn')],
	door: [write('p-f', 'knocking', 'doorOpened'), write('p-f', 'own', 'letIn')],
	presentedPlan: [read('s')]
};

/**
 * What the method says beside the table. A child is not here: it holds the circle's column.
 * The contact person's extra stands in the circle's cells of the table, in brackets.
 */
export const OTHERS: Readonly<Record<OtherRole, Partial<Record<Thing, Cell>>>> = {
	interpreter: BESIDE,
	outsideSupportPerson: BESIDE,
	guest: {
		...SELF,
		circleList: [read('always', 'own'), read('always', 'beside')],
		presentedPlan: [read('always', 'thatAgreement')]
	},
	// CO1: whoever was matched sees with whom it would be, and what was wished, to say whether they are tied to nobody.
	candidate: {
		application: [read('p-f', 'wishes')],
		circleList: [read('p-f', 'names')]
	},
	// PH1: whoever is to say yes sees who asked for it and why; with the yes the rest comes, with a no nothing is left.
	askedFor: {
		application: [read('a', 'wishes')],
		circleList: [read('a', 'names')]
	},
	// RV2: whoever is added to the list comes with an address, which the contact person writes and does not see.
	contactPerson: {
		circleList: [write('f')],
		contactData: [write('f', 'adding')],
		presentedPlan: [write('f', 'delivering')],
		reviewMeeting: [write('f')]
	}
};
