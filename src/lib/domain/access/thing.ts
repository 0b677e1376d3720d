import { z } from 'zod';

/** Everything the access table speaks of, in its order. */
export const Thing = z.enum([
	'application',
	'coordination',
	'circleList',
	'networkMap',
	'contactData',
	'needs',
	'briefing',
	'safety',
	'agenda',
	'question',
	'contribution',
	'consent',
	'messageOfAbsent',
	'requirement',
	'privateRoom',
	'door',
	'questionOut',
	'presentedPlan',
	'look',
	'agreementYes',
	'circleBook',
	'thread',
	'reviewMeeting',
	'evaluation',
	'accessLog',
	'archive'
]);
export type Thing = z.infer<typeof Thing>;

/** What is sealed is ciphertext to server, database and operator alike; all else the operator can read (AC7). */
export const SEALED_THINGS: readonly Thing[] = ['privateRoom', 'circleBook'];
