import type { door as nlDoor } from '../nl/door.ts';

/** Coming into the sealed room with a link or QR picture. */
export const door: typeof nlDoor = {
	door: {
		title: 'Come inside',
		about: 'Here you come into the room of the circle. The coordinator, the professionals and the operator cannot read along.',
		iAm: (name) => `You are ${name}.`,
		notMe: 'Are you somebody else?',
		stages: {
			opening: { title: 'We look whether all is ready', about: 'This takes a few seconds.' },
			noLink: {
				title: 'Do you have an invitation?',
				about: 'Somebody of the circle gives you a link, or shows a QR picture. Open it on this device.'
			},
			badLink: { title: 'This link is not whole', about: 'A part got lost. Open the link once more, or copy all of it.' },
			signIn: { title: 'Who are you?', about: 'First sign in. Then come back to this page. The invitation waits here.' },
			refused: { title: 'This is not possible now', about: 'Perhaps you are signed in as somebody else. Is that not so? Ask somebody of the circle.' },
			offline: { title: 'There is no connection now', about: 'The invitation waits here. Try again in a moment.' },
			insecure: { title: 'This connection is not safe', about: 'The room opens over a safe connection only. The address then begins with https.' },
			press: { title: 'You are invited', about: 'Is this your own device? Then you can come in with it.' },
			waiting: { title: 'You have knocked', about: 'Leave this page open. As soon as you are let in, it goes on by itself.' },
			checking: { title: 'The door opens', about: 'We fetch what is in the room.' },
			incomplete: {
				title: 'You are almost inside',
				about: 'The program does not give everything. Leave this page open, or try later. Nothing gets lost.'
			},
			in: { title: 'You are inside', about: 'This device belongs to it now.' },
			void: { title: 'This link no longer works', about: 'A link works once and on one device. Ask for a new link.' },
			pressToCall: { title: 'Which device are you on?', about: 'Is this your own device? Then you can go in with it in a moment.' },
			ringing: { title: 'We are knocking', about: 'Stay on the phone. Ask the other to look at their screen now.' },
			pictures: { title: 'Read these four words out', about: 'The other picks the same four on their own screen.' },
			expired: { title: 'It took too long', about: 'Are you still on the phone? Then try again together.' },
			different: { title: 'Not the same pictures', about: 'Nothing has happened. Try once more together, or ask for a link.' },
			tooManyTries: { title: 'That was three times now', about: 'Wait an hour, or ask for a link.' },
			twoRooms: {
				title: 'Your device knows another room',
				about: 'You were let in here. Do you want to bring along what you wrote in the other room?'
			},
			bringing: { title: 'We are bringing everything along', about: 'Leave this page open. This may take a minute.' },
			keptOwn: {
				title: 'Nothing has changed',
				about: 'Your device stays with its own room. Do you want to bring it along after all? Then open this page again.'
			},
			notInvited: { title: 'The door is still closed', about: 'Ask somebody inside to invite you. Then try again.' },
			takenOut: { title: 'This device cannot read along', about: 'Somebody inside took this device out. Ask for a new link.' }
		},
		waitsFor: (name) => `Waiting for ${name}`,
		waits: 'Waiting for whoever invited you',
		isOffline: 'There is no connection for a moment. We knock again by ourselves.',
		mine: 'This is my device',
		giveUp: 'Not after all',
		paste: 'Paste the invitation',
		pasteAbout: 'Did you copy the link? Paste it here.',
		pasteWrong: 'This is no whole invitation. Copy the link once more, all of it.',
		usePasted: 'Go on',
		weCall: 'We are on the phone',
		weCallAbout: 'Do this only if you are really talking with someone who is inside.',
		whoIsIt: 'Who are you talking with?',
		callsWith: (name) => `You are on the phone with ${name}`,
		askSame: (name) => `Does ${name} say: ‘I have the same’?`,
		same: 'Yes, the same',
		notSame: 'No',
		saidSame: (name) => `Waiting for ${name}. The door will open in a moment.`,
		retry: 'Try again',
		goIn: 'Go to our room'
	}
};
