import type { inside as source } from '../nl/inside.ts';

/** Who and which devices are in the sealed room, and taking them out. */
export const inside: typeof source = {
	inside: {
		thisDevice: 'this device',
		sheet: 'key sheet',
		since: (when) => `seen here since ${when}`,
		ways: {
			began: () => 'the room began with it',
			qr: (name) => `let in by ${name}, with a QR picture`,
			link: (name) => `let in by ${name}, with a link`,
			pictures: (name) => `let in by ${name}, with four pictures`,
			sheet: () => 'came in with a key sheet'
		},
		madeBy: (name) => `made by ${name}`,
		heardOf: (name, when) => `Last heard of ${name}: ${when}.`,
		notHeard: (name) => `Nothing has been heard of ${name} here yet.`,
		leavesNothing: 'leaves nothing: this device forgets everything when the page closes',
		seenStays: 'What somebody has seen stays known.',
		takeOut: 'Take out',
		takeOutOne: (what) => `Take out: ${what}`,
		device: {
			title: (what) => `Take this out: ${what}`,
			about: 'This device reads nothing new after that. What was on it may still be on it.',
			sheetAbout: 'Nobody comes in with this paper after that.',
			again: 'You cannot undo this. You can let the device in again later.',
			yes: 'Yes, take this out'
		},
		person: {
			button: (name) => `Take ${name} out`,
			title: (name) => `Take ${name} out`,
			all: (devices) => `All of this goes out: ${devices}.`,
			about: (name) => `The screen of ${name} closes at once. What ${name} has seen stays known.`,
			sheets: (name) => `Could ${name} have seen another key sheet? Then take that out too.`,
			sheetOf: (name) => `the key sheet of ${name}`,
			letIn: (name) => `Have a look too: ${name} has let in these devices.`,
			together: 'You do this with two people. Nothing happens yet. When a second from the circle asks it too, it happens at once.',
			allSee: 'Everybody inside sees that you ask this. Nobody sees why.',
			second: (name) => `${name} asks this too. If you say yes, it happens at once.`,
			ask: 'Yes, I ask this',
			yes: (name) => `Yes, take ${name} out`
		},
		stays: 'A central person always stays in.',
		asked: (who, name) => `${who} asks that ${name} goes out. Nothing has happened yet.`,
		askedByMe: (name) => `You ask that ${name} goes out. Nothing has happened yet. A second from the circle must ask it too.`,
		takeBack: 'I no longer ask this',
		outcome: {
			removed: 'Done. Nothing new is read there now.',
			asked: 'Your question is there. Nothing has happened yet. A second from the circle must ask it too.',
			notNow: 'This does not work now. Nothing has happened. See if you are connected, and try again.',
			notAllowed: 'This cannot be done. Nothing has happened.',
			offline: 'There is no connection now. Nothing has happened. Try again soon.'
		},
		everywhere: 'Sign out everywhere',
		everywhereAbout: 'Is your phone lost or stolen? Then sign out everywhere too. After that you sign in here again.',
		newTitle: 'Somebody has come in',
		newAbout: 'Do you know this? Then this message can go.',
		newDevice: (name, what) => `${name}: ${what}`,
		newSheet: (name) => `There is a new key sheet of ${name}.`,
		known: 'Yes, that is right',
		notKnown: 'You do not know this? Ask the circle. You can take it out below.',
		old: {
			one: {
				title: 'Do you still have your other device?',
				about: (devices) => `You were in already with: ${devices}. Is it lost, stolen or emptied? Then take it out.`,
				yes: 'Yes, I still have it',
				no: 'No, take it out'
			},
			several: {
				title: 'Do you still have your other devices?',
				about: (devices) =>
					`You were in already with: ${devices}. Are they lost, stolen or emptied? Then take them out. Is only one gone? Take that one out at ‘Who has been let in?’.`,
				yes: 'Yes, I still have them',
				no: 'No, take all of them out'
			},
			sure: {
				about: 'These devices read nothing new after that. What was on them may still be on them.',
				again: 'You cannot undo this. You can let the devices in again later.',
				yes: 'Yes, take all of them out'
			}
		},
		ending: {
			about: 'Is everything done? Then you can close this room together. The text then goes everywhere.',
			close: 'Close our room',
			all: 'Everything in this room goes, for everybody. The notes too. The plan you presented stays.',
			later: 'That happens in seven days. Does a second person want it too? Then in one day. Anybody can stop it.',
			atOnce: 'You are alone here. So it happens at once.',
			sheet: 'Destroy the key sheet too. With an old copy it opens the text again.',
			yes: 'Yes, close our room',
			wanted: (names, people) => `Our room is going to close. ${names} ${people > 1 ? 'want' : 'wants'} that.`,
			when: (when) => `Does nobody stop it? Then everything here goes on ${when}.`,
			copyFirst: 'Do you want to keep something? Print it now, or copy it.',
			copy: 'Keep a copy',
			keep: 'Keep the room',
			agree: 'I want this too',
			notNow: 'This does not work now. Nothing has happened. See if you are connected.'
		},
		kept: {
			here: {
				what: 'On this device',
				so: 'Everything you all wrote. Whoever holds your open device reads along.',
				nothing: 'This device leaves nothing. Everything goes when you are done.'
			},
			program: { what: 'With the program', so: 'The same text, locked. The program cannot open that lock.' },
			sheet: { what: 'On the key sheet', so: 'A code on paper. With it you come in again.' },
			onDevice: { what: '‘On this device’', so: 'What you just wrote is only here so far.' },
			sent: { what: '‘Sent’', so: 'It is with the program, locked. The others can fetch it.' },
			seen: { what: '‘Seen by Bas’', so: 'It is now on a device of Bas too.' },
			oneLost: { what: 'One device lost?', so: 'The text is still on the others. Somebody lets you in again.' },
			allLost: {
				what: 'All devices lost, and the key sheet too?',
				so: 'Then the text is gone. Nobody can bring it back, nor can who runs the program.'
			},
			until: (day) => `What is here stays until ${day}. After that it goes, on every device.`
		},
		closed: {
			title: 'This device can no longer read along',
			about: 'It no longer belongs to the room. Nothing new comes in here.',
			stays: 'What was here already is now on this device only.',
			look: 'Look at what is still here',
			hide: 'Close this again',
			again: 'Do you want to come in again? Ask somebody from the circle for a new invitation.',
			door: 'I have an invitation'
		}
	}
};
