import type { general as nlGeneral } from '../nl/general.ts';

/** What stands on every page, forms, and mail. Dutch services keep the name one has to ask for. */
export const general: typeof nlGeneral = {
	name: 'Rondom',
	motto: 'Making a plan together, with the people around you.',
	skipToContent: 'Go to the content',
	language: { nl: 'Nederlands', en: 'English', choose: 'Language' },
	menu: { title: 'Menu', close: 'Close', conferences: 'My conferences', region: 'Region', account: 'My account', signIn: 'Sign in', signOut: 'Sign out' },
	help: {
		title: 'Help',
		dangerNow: 'Danger?',
		danger: 'Call 112 if there is danger now.',
		doctor: 'Huisartsenpost (doctor at night and at weekends): call your own doctor and you hear the number.',
		safeHome: 'Veilig Thuis (advice on safety at home): day and night, free.',
		suicide: 'Do you think about suicide? Call 113. Day and night, free.',
		quickExit: 'Quick exit',
		quickExitAbout: '‘Quick exit’ opens another site in place of this page. Earlier pages you clear in your browser.',
		whoReads: 'Who can read along?',
		reading: 'How do you want to read?',
		larger: 'Larger letters',
		smaller: 'Normal letters',
		themes: { auto: 'As your device', light: 'Light', dark: 'Dark' },
		readAloud: 'Read aloud',
		stopReading: 'Stop reading',
		askSomebody: 'Are you stuck? Ask someone in the circle.'
	},
	errors: {
		notFound: 'This page is not here, or it is not for you.',
		notFoundAbout: 'Something may have changed. See whether the address is right, or begin again.',
		busy: 'This does not work right now.',
		busyAbout: 'What you saved is saved. Wait a minute and then try again.',
		toStart: 'To the beginning',
		again: 'Try again'
	},
	sending: {
		busy: 'One moment …',
		offline: 'You have no internet now. What you typed is still here. Try again in a moment.',
		unsent: 'This may not have arrived. What you typed is still here. Wait a moment and try again.',
		signedOut: 'You are signed out. What you typed is still here. Sign in in a new window and come back here.',
		somebodyElse: 'Somebody else is signed in now in another window. What you just did was not kept. Reload this page.',
		signIn: 'Sign in',
		loading: 'The page is coming …'
	},
	form: {
		fillIn: 'Please fill this in.',
		tooLong: 'This is too long. Make it shorter.',
		mail: 'This is not an email address. Have a look, for example: name@mail.com.',
		passwordShort: 'Choose a password of at least 12 characters.',
		choose: 'Choose one.',
		date: 'This is not a date. Fill in day, month and year.',
		dayAhead: 'Choose a day that is still to come.',
		otherDeputy: 'Choose somebody else as deputy.',
		wrongIdentity: 'These two do not go together. Have a look, or ask for a code.',
		wrongPassword: 'These two do not go together. Have a look.',
		wrongCode: 'This code does not match, or has expired. Ask for a new one.',
		heldBack: 'This code is still waiting. Ask someone in the circle to release it.',
		slowDown: 'That was too often. Wait a quarter of an hour and then try again.',
		noMail: 'This place cannot send email. Sign in with your password, or ask for a letter with a code.',
		gone: 'This cannot be done (any more). Maybe someone else was just before you. Refresh the page.',
		save: 'Save',
		saved: 'Saved.',
		back: 'Back',
		optional: 'optional'
	},
	mails: {
		signInSubject: 'Your code for Rondom',
		signIn: (code) => `Your code is ${code}. The code works for fifteen minutes.\n\nDid you not ask for it? Then you need do nothing.`,
		invitationSubject: 'You are invited',
		invitation: (name, link) =>
			`Hello ${name},\n\nYou are invited to help make a plan. See here what it is:\n${link}\n\nThe link works once and is only for you.`,
		coordinatorSubject: 'Will you be a coordinator?',
		matched: (name, link) =>
			`Dear ${name},\n\nA family looks for a coordinator. The region manager asks you. Look here and say yes or no:\n${link}`,
		offered: (name, link) =>
			`Dear ${name},\n\nThe region manager proposes you to a family. The family says yes or no first. Then you find more here:\n${link}`,
		welcomeSubject: 'Choose your password',
		welcome: (name, link) =>
			`Hello ${name},\n\nAn account was made for you. Choose your password here:\n${link}\n\nThe link works once.`
	}
};
