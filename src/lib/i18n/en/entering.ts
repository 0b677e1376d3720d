import type { entering as nlEntering } from '../nl/entering.ts';

/** Coming in: signing in, invitations, one's own account. */
export const entering: typeof nlEntering = {
	signIn: {
		title: 'Sign in',
		identity: 'Your email address or sign-in name',
		password: 'Your password',
		withPassword: 'Sign in',
		sendCode: 'Send me a code',
		orCode: 'No password? Then we send a code to your email.',
		codeSent: (mail) => `Do we know ${mail}? Then you now get an email with a code of six digits. The code works for fifteen minutes.`,
		code: 'The code from your email',
		enter: 'Go on',
		comesBack: 'First sign in. Then you get to the right page by itself.',
		already: (name: string) => `You are signed in already as ${name}.`,
		who: 'Who are you?',
		whoAbout: 'More people come in at this address. Choose your own name.'
	},
	invited: {
		title: 'You are invited',
		about: 'Type the code from your letter. Or press the button if the code is already there.',
		code: 'The code',
		enter: 'Come in',
		once: 'The code works once. After that you sign in with a code by email or with your own password.',
		welcome: (name) => `Welcome, ${name}.`
	},
	setUp: {
		title: 'Begin here',
		about: 'Here you make the first region manager. After that this link no longer works.',
		region: 'Name of the region',
		yourName: 'Your name',
		mail: 'Your email address',
		password: 'Choose a password',
		begin: 'Begin'
	},
	account: {
		title: 'My account',
		handle: (handle) => `Your sign-in name is ${handle}. You can use it if you have no email.`,
		ownMail: 'Signing in with a code by mail',
		ownMailAbout: 'Only you choose this address. We send a code to it, also when you sign in later.',
		mailAddress: 'Your e-mail address',
		mailSent: (mail) => `We send a six-digit code to ${mail}. The code works for a quarter of an hour.`,
		mailSaved: 'Your e-mail address was saved. You can now sign in with it.',
		newPassword: 'Choose your own password',
		passwordAbout: 'At least 12 characters. A short sentence is easy to remember.',
		passwordSaved: 'Your password is saved. On other devices you sign in again.',
		signOutEverywhere: 'Sign out everywhere',
		signOutEverywhereAbout: 'Have you lost a phone or tablet? This stops your access on all devices.'
	}
};
