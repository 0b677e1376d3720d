/** Whether this is the real program, and which version. */
export const program = {
	program: {
		title: 'Is this the real program?',
		about: 'Here you see which version runs on this device. Each part has a fingerprint.',
		worth: 'This list comes from the same place as the program. Compare it with a list from elsewhere. Only then it says something.',
		where: 'Ask somebody who built the program for their list. Or look where the makers show it.',
		notAll: 'Even then you do not know all. Your browser, your keyboard and your phone read what you type.',
		version: 'The version offered now',
		held: 'The version on this device',
		standing: {
			looking: 'Looking …',
			nothingHeld: 'This device keeps no version yet. That begins when you enter our room.',
			same: 'This device has the version that is offered now.',
			newer: 'There is a new version. This device uses the one before, until you say yes.',
			notReached: 'There is no connection now. What this device keeps goes on working.',
			cannot: 'This browser cannot keep a version. You always get what the program sends.'
		},
		fits: 'What is kept here fits the list.',
		wrong: 'This does not fit the list. Do not use it, and ask for help:',
		newVersion: 'There is a new version of the program.',
		newVersionAbout: 'You need do nothing now. You choose when to change.',
		use: 'Use the new version',
		compare: 'Look first',
		using: 'Fetching …',
		files: (count: number) => `The ${count} parts and their fingerprints`,
		back: 'To the beginning'
	}
};
