import type { conference as nlConference } from '../nl/conference.ts';

/** One conference, its people, and who may see what; the words of a refused rule. */
export const conference: typeof nlConference = {
	phases: {
		application: 'Asking',
		preparation: 'Preparing',
		information: 'Information',
		privateTime: 'Private time',
		presentation: 'Presenting',
		followThrough: 'Doing',
		closed: 'Done'
	},
	path: { title: 'Where are we?', here: 'We are here now', done: 'behind us' },
	hats: {
		centralPerson: 'central person',
		circle: 'circle',
		spokesperson: 'spokesperson',
		supportPerson: 'support person',
		contactPerson: 'contact person',
		deputyContactPerson: 'deputy contact person',
		interpreter: 'interpreter',
		outsideSupportPerson: 'support person from outside',
		coordinator: 'coordinator',
		setter: 'sets minimum requirements',
		informationGiver: 'gives information',
		referrer: 'referrer',
		guest: 'guest for one agreement'
	},
	circle: {
		picture: 'The circle as a drawing. The same names are in the list.',
		asList: 'As a list'
	},
	states: { asked: 'no answer yet', joined: 'takes part', declined: 'does not take part', removed: 'no longer in the circle' },
	whoCanSee: {
		title: 'Who can see this?',
		operator: 'the operator of this place',
		notOperator: 'The operator cannot read this.',
		nobody: 'Only you.'
	},
	conferences: {
		asked: 'You are asked to take part',
		title: 'My conferences',
		none: 'You do not take part in a conference yet. Do you have a letter with a code? Then type it in.',
		apply: 'Ask for a conference'
	},
	conference: {
		next: 'What now?',
		asked: (name) => `${name}, you are asked to take part. You may also say no. That has no consequences.`,
		yes: 'Yes, I take part',
		no: 'No, I do not take part',
		wishes: 'What kind of coordinator would you like?',
		waitForCoordinator: 'The region manager is now looking for a coordinator.',
		prepare: 'We are preparing the day.',
		openInformation: 'Begin with the information',
		openPrivateTime: 'Begin the private time',
		openPrivateTimeAbout: 'You then leave the room yourself. Only the circle can end the private time.',
		doorClosed: 'The door is closed. The family is talking.',
		doorClosedOutside: 'The family is talking without you. That is how it should be. You see something here again when they call you.',
		doorOpen: 'Our room belongs to us.',
		letIn: (names) => `Let in: ${names}.`,
		nobodyInside: 'The room has not begun yet.',
		enterRoom: 'Go to our room',
		goBack: 'Back to our room',
		goBackAbout: 'The circle can always talk alone once more.',
		closeDay: 'Close the day',
		withdraw: 'Withdraw',
		withdrawAbout: 'Your access then stops at once. Everyone sees that you have left.',
		coordinatorLeft: (name) => `${name} has withdrawn. The circle goes on by itself.`,
		stop: 'Stop this conference',
		people: 'The people',
		plan: 'The plan',
		followThrough: 'Who does what',
		preparation: 'Preparation',
		information: 'Information',
		closed: {
			plan: 'Done, with a plan.',
			planWithoutMeeting: 'Done, with a plan without a meeting.',
			noPlan: 'Done, without a plan.',
			stopped: 'Stopped.'
		}
	},
	accessLog: {
		title: 'Who has looked?',
		about: 'Here you see what the coordinator and the professionals opened. What the family opens is not in it.',
		none: 'Nobody has looked yet.',
		read: (who, what, when) => `${who} opened ${what}. ${when}.`,
		pages: {
			'read start': 'the first page',
			'read preparation': 'the preparation',
			'read preparation/question': 'the question',
			'read preparation/agenda': 'the agenda',
			'read preparation/people': 'the people',
			'read preparation/briefing': 'the briefing',
			'read preparation/contributions': 'what may be told',
			'read preparation/requirements': 'what the plan must hold at least',
			'read preparation/safety': 'the agreements about safety',
			'read preparation/me': 'their own details',
			'read information': 'the information',
			'read plan': 'the plan',
			'read follow-through': 'who does what',
			'read access-log': 'this list'
		}
	},
	rules: {
		PH1: 'The central person must first say yes in person.',
		PH2: 'Not everyone has had the briefing yet. Tick the four points, or write down why not.',
		PH3: 'Not all minimum requirements are final yet.',
		PH4: 'Only the circle can end the private time.',
		PH5: 'This is not possible now.',
		PH6: 'Something is still missing. Needed: who and what for each agreement, a contact person, and a date to meet again.',
		PH7: 'This is not possible now.',
		PH8: 'This is not possible now.',
		CO1: 'This coordinator belongs to an organisation that takes part. Choose another coordinator.',
		CO2: 'A coordinator gets no task in the plan.',
		CO3: 'The coordinator has already withdrawn.',
		CO5: 'The central person must first say yes to the new coordinator.',
		AC3: 'This is not possible.',
		AC5: 'Whoever sets minimum requirements cannot say yes for the central person.',
		BL2: 'Write down what must happen, why, and how we see it.',
		BL3: 'Write why this is still needed now.',
		BL5: 'With ‘not yet’, write down what is missing.',
		PL1: 'There is nothing in the plan yet. Write one agreement or a piece of text.',
		AG3: 'Write why it stopped.',
		RM2: 'The central person cannot be taken out of the circle.'
	}
};
