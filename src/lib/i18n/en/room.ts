import type { room as nlRoom } from '../nl/room.ts';

/** The sealed room. */
export const room: typeof nlRoom = {
	room: {
		title: 'Our room',
		closedTo: 'Only those inside can read this. The coordinator, the professionals and the operator cannot.',
		iAm: (name) => `You are ${name}.`,
		notMe: 'Are you somebody else?',
		back: (title) => `To ${title}`,
		conferences: 'To my conferences',
		retry: 'Try again',
		stages: {
			opening: { title: 'We are opening the room', about: 'This takes a few seconds.' },
			signIn: { title: 'Who are you?', about: 'Sign in first. Then come back to this page. You will be at this door again.' },
			noAddress: { title: 'This address is not whole', about: 'A part got lost. Choose your conference below, and go to our room from there.' },
			refused: {
				title: 'This door stays closed for you',
				about: 'You cannot come in here (any more). Is that not right? Ask someone in the circle.'
			},
			offline: { title: 'There is no connection now', about: 'Nothing is lost. We keep trying by ourselves.' },
			insecure: { title: 'This connection is not safe', about: 'The room only opens over a safe connection. The address then begins with https.' },
			begin: {
				title: 'The room has not begun yet',
				about: 'This device makes the room. After that you let the others in. What you write stays yours.'
			},
			ended: {
				title: 'Our room has been closed',
				about: 'The circle decided this. The text has gone from this device. Destroy the key sheet too.'
			},
			again: {
				title: 'Come in again',
				about: 'You were in already, but this device cannot open our room. Somebody lets you in again. Is your old device lost? You take it out after that.'
			},
			askIn: {
				title: 'Ask to be let in',
				about: 'Someone inside opens the door for you. With a link, a QR picture, or on the phone.'
			},
			otherRoom: {
				title: 'This is another room',
				about: 'This device knows another room. Nothing was read and nothing was changed. Does somebody let you in here? Then your device first asks whether to bring along what you wrote.'
			}
		},
		begin: 'Begin our room',
		comeIn: 'To the door',
		showLink: 'Let someone in',
		sending: 'Sending …',
		notices: {
			recordsMissing: 'Something is missing. The program does not give everything.',
			cannotReadAll: 'This device cannot read everything. Someone inside has to open the room for a moment.',
			twoVersions: 'There are two versions of someone. Look together at what is right.',
			gap: 'Something is still on its way.',
			omission: 'The program left something out. We are putting it back.',
			unreadable: 'There is something here that cannot be read.',
			newerVersion: 'Someone uses a newer version. Refresh the page.',
			keepsDisappearing: 'What we put back keeps disappearing. Your text is still on this device.',
			erasedByServer: 'The program says this is gone. It is still on this device.',
			tooLarge: 'There is too much in the room. You can go on working on this device.',
			divergence: 'Two devices do not see the same. Look together at what is right.',
			notInside: 'This device can no longer read here. What is here already stays here.',
			trouble: 'Saving does not work for a moment. We keep trying.'
		},
		refusals: {
			signIn: 'You are no longer signed in. Sign in and go on here. What you wrote is still on this device.',
			refused: 'You cannot come in here (any more). What you wrote is still on this device.'
		},
		arriving: 'We are getting what you wrote …',
		arrivingOffline: 'There is no connection now. What you all wrote is not on this device yet. It will come.',
		entering: 'You are almost inside. Leave this page open for a moment.',
		goes: {
			until: (day) => `What is written here stays until ${day}. Then it goes, on every device. The plan stays.`,
			keep: 'Keep what is written here',
			kept: 'You keep what is written here.'
		},
		gone: {
			title: 'These pages are gone',
			about: 'Your meeting was some time ago. What was written here is wiped. You can still read the plan.'
		},
		moments: {
			before: 'Private time has not begun yet. You can already look around and write.',
			presenting: 'Your plan has been presented. What you change now, others see only after a new round.',
			closed: 'This gathering is over. You can read back what you wrote.'
		},
		seePlan: 'See the plan',
		newGathering: 'The circle has opened a new gathering.',
		goThere: 'Go there',
		earlier: 'Earlier gatherings',
		firstGathering: 'The first gathering',
		laterGathering: (number) => `Gathering ${number}`,
		goneGathering: (title) => `${title}: what was written there is wiped.`,
		earlierAbout: 'This is what you wrote then. You can only read it.',
		toNow: 'Back to now',
		noNotes: 'There are no notes.',
		startTitle: 'What do you begin with?',
		startAbout: 'There is a plan already. You can go on with it. What holds, holds until you agree on something new.',
		startFrom: 'Go on with our plan',
		question: 'The question',
		here: (names) => `Inside now: ${names}`,
		alone: 'You are alone inside now.',
		meElsewhere: 'you, on another screen',
		writes: (name, where) => `${name} is writing ${where}`,
		writesHere: (names) => `Writing here now: ${names}`,
		places: {
			strengths: 'at what goes well',
			goals: 'at what you want',
			agreement: (number) => `at agreement ${number}`,
			agreements: 'at the agreements',
			planB: 'at plan B',
			nightCall: 'at whom to call at night',
			freeText: 'at the free text',
			notes: 'at the notes'
		},
		onDevice: 'Everything is on this device. You are working without internet for now. Nothing is lost.',
		notStored: 'Not saved yet …',
		sent: 'Everything is saved and sent.',
		seenBy: (names) => `Seen by ${names}.`,
		draft: 'The plan, as you are writing it now',
		addStrength: 'Something that goes well',
		addGoal: 'Something we want',
		addAgreement: 'An agreement',
		agreement: (number) => `Agreement ${number}`,
		addPlanB: 'A plan B',
		what: 'What',
		whatExample: 'For example: Bas takes the children on Monday.',
		direction: 'What kind of goal is this?',
		nobody: 'nobody yet',
		groups: { self: 'Ourselves', circle: 'Family and other people in the circle', professionals: 'Professionals here' },
		by: 'Is there a last day?',
		kind: 'What kind of help is this?',
		kinds: {
			self: 'we do it ourselves',
			family: 'help from family',
			network: 'help from friends, neighbours or colleagues',
			volunteer: 'a volunteer of an organisation',
			technology: 'an aid or technology',
			professional: 'help from a professional'
		},
		notSaid: 'we do not say',
		remove: 'Take away',
		more: 'Agree on more',
		moreAbout: 'You do not have to. Fill in what you like.',
		short: { helps: (names) => `help from ${names}`, checks: (name) => `${name} checks`, belongs: (labels) => `belongs to ${labels}` },
		behind: 'Which agreement does this stand behind?',
		onwards: 'How do we go on?',
		recipients: 'Who gets the plan?',
		recipientsAbout: 'Do you choose nothing? Then the circle gets the whole plan. Others get what they do.',
		recipientsChosen: (count) => (count ? `${count} ${count === 1 ? 'person gets' : 'people get'} the plan` : 'Choose who gets the plan'),
		parts: { nothing: 'nothing', whole: 'the whole plan', childVersion: 'the plan for children', ownAgreements: 'only their own agreements' },
		freeTextAbout: 'Would you rather just write? That is fine. Text alone is a plan too.',
		undo: 'Undo',
		redo: 'Redo',
		aside: (count) => `Taken away (${count})`,
		asideAbout: 'This is no longer in the plan. You can put it back.',
		takenOut: 'Taken out of the plan.',
		takenOutHere: 'Someone took this line out of the plan. What you write is kept.',
		takeBack: 'Put back',
		dismiss: 'Close this message',
		throwAway: 'Throw away',
		emptyLine: '(empty)',
		askedFor: (name: string) => `${name} asks for this.`,
		why: 'Why, and how do we see it?',
		whyIs: (why) => `Why: ${why}`,
		testIs: (test) => `This is how we see it: ${test}`,
		late: (reason) => `Asked later, because: ${reason}`,
		missed: (reason) => `Last round: not yet. ${reason}`,
		allAnswered: 'Everything is mentioned.',
		lateAbout: 'You may keep this one for a next round.',
		goTo: (where) => `Go to ${where}`,
		freeNotes: 'Our notes',
		notesStay: 'This stays in this room. It is not part of the plan.',
		ask: {
			title: 'Do you need someone outside?',
			about: 'The door stays closed. It does not say who asks, only ‘the family’.',
			who: 'Whom?',
			choose: 'choose someone',
			question: 'Your question',
			send: 'Ask this question',
			call: 'Ask to come in for a moment',
			seenBy: (name) => `${name} and the operator can read this question and the answer.`,
			calledIn: (name) => `You asked ${name} to come in for a moment.`,
			asked: (name, question) => `To ${name}: ${question}`,
			answered: (name, answer) => `From ${name}: ${answer}`,
			waiting: 'No answer yet. It will appear here by itself.',
			offline: 'That did not work. Your question is still there. Try again in a moment.'
		},
		asked: {
			title: 'The family asks you something',
			calls: 'The family asks whether you would come in for a moment.',
			answer: 'Your answer',
			once: 'You answer once. The circle reads it. The operator can read it too.',
			send: 'Give this answer',
			coming: 'I am on my way.',
			notNow: 'I cannot come now.',
			saidSo: (answer) => `You answered: ${answer}`
		},
		sheetOffer: {
			make: {
				title: 'Make a key sheet',
				about: 'What if all phones are gone one day? With that sheet you can come back in.',
				go: 'See the key sheet'
			},
			try: {
				title: 'The key sheet was not typed back yet',
				about: 'Type it back. Then you know that the paper is right.',
				go: 'Type it back'
			},
			replace: {
				title: 'Make a new key sheet',
				about: 'You came in with the sheet. A new sheet is safer. The old one can go then.',
				go: 'To the key sheet'
			},
			later: 'Not now'
		},
		sheet: 'The key sheet',
		haveSheet: 'I have the key sheet',
		insideTitle: 'Who has been let in?',
		insideAbout: 'These people and devices can read along. Others cannot.',
		whereKept: 'What is kept where?',
		printThis: 'Print this page',
		endRoom: 'Closing our room',
		insideMore: 'Look at the devices, or take something out',
		nowHere: 'is here now',
		you: 'you',
		kindsOfDevice: { telefoon: 'phone', tablet: 'a tablet', laptop: 'a laptop', computer: 'a computer', sleutelblad: 'a key sheet' },
		devices: (devices) => `on: ${devices}`,
		present: 'Present the plan',
		presentLook: 'First you see what leaves the room.',
		presentTitle: 'This leaves the room',
		presentAbout: 'From now on the operator can read this too.',
		readWhole: (names) => `These read it too: ${names}.`,
		readOwn: (names) => `Only what is about them, is read by: ${names}.`,
		staysHere: 'Your notes stay here. Who wrote what, or when, does not come along.',
		presentYes: 'Yes, present this',
		presentBack: 'Back to writing',
		stillWriting: (names) => `Still writing: ${names}. Ask whether it is finished.`,
		missing: {
			title: 'This may still be added',
			about: 'You can present as it is. Before the day ends this is needed.',
			who: (numbers) => `Who does agreement ${numbers}?`,
			what: (numbers) => `What is agreement ${numbers}?`,
			coordinatorCarries: 'The coordinator gets no task. Choose someone else.',
			anything: 'There is no agreement in it yet.',
			contactPerson: 'Who is the contact person?',
			reviewDate: 'When do you meet again?',
			unanswered: (labels) => `Not mentioned yet: ${labels}.`
		},
		presentOutcome: {
			nothing: 'There is nothing in the plan yet. Write one agreement or a piece of text.',
			offline: 'There is no internet now. The plan has not been presented yet. Everything is still there.',
			signIn: 'You are no longer signed in. Sign in and try again. Everything is still there.',
			earlier: 'Someone else was just earlier. The plan has been presented already.',
			refused: 'Presenting is not possible now. Everything is still there.'
		},
		paperTitle: 'Our plan, not presented yet',
		print: 'Print what is there now'
	}
};
