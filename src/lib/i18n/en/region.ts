import type { region as nlRegion } from '../nl/region.ts';

/** Asking for a conference, and the region manager who finds a coordinator. */
export const region: typeof nlRegion = {
	apply: {
		title: 'Ask for a conference',
		about: 'The central person first gets an invitation in person. Without their yes nothing happens. Saying no has no consequences.',
		next: 'Then the region manager looks for a coordinator. The coordinator belongs to no organisation that takes part.',
		who: 'Who is it for?',
		what: 'What is it about?',
		conferenceTitle: 'What is this conference called?',
		conferenceTitleAbout: 'Choose something friendly. Everyone who takes part sees this name.',
		centralPerson: 'Name of the central person',
		age: 'Age',
		ageNumber: 'Fill in a number, for example 34.',
		mail: 'Email address of the central person',
		mailAbout: 'Not needed. You will also get a letter to print.',
		reason: 'Why do you ask for this?',
		reasonAbout: 'The central person and the region manager read this too. Write it the way you would say it.',
		region: 'In which region?',
		noRegions: 'There is no region here yet. Ask again later.',
		asOrganisation: (organisation) => `You ask for this on behalf of ${organisation}.`,
		asYourself: 'You ask for this for yourself or for someone close to you.',
		send: 'Ask',
		done: 'You have asked for a conference',
		doneAbout: (name) => `Give the letter to ${name}. Now it is up to ${name}.`
	},
	region: {
		title: 'Region',
		about: 'Here you look for a coordinator each time someone asks. You never see here what a family talks about.',
		coordinators: 'Coordinators',
		noCoordinators: 'There are no coordinators yet. Make one below.',
		addCoordinator: 'Make a coordinator',
		addReferrer: 'Make a referrer',
		addStaff: 'Someone new',
		addStaffAbout: 'A coordinator leads conferences in this region. A referrer asks for them.',
		organisation: 'Organisation',
		languages: 'Languages',
		languagesAbout: 'Not needed. For example: Dutch, Arabic.',
		applications: 'Applications',
		noApplications: 'There are no applications now.',
		wishes: 'Wishes of the central person',
		noWishes: 'The central person gave no wishes.',
		reason: 'Why',
		waitingForYes: 'Waits for the yes of the central person. Until then you need do nothing.',
		choose: 'Who do you ask as coordinator?',
		match: 'Choose this coordinator',
		matched: 'The coordinator has been chosen. The preparation can begin.',
		notIndependent: (name, organisation) =>
			`${name} cannot do this. ${organisation} takes part itself. A coordinator belongs to nobody who takes part.`,
		notIndependentShort: 'belongs to an organisation that takes part',
		askAnother: 'Ask another coordinator.',
		nobodyElse: 'There is nobody else in this region now. Make a coordinator below.',
		welcomeLink: (name) => `Give this link to ${name}. With it ${name} chooses a password.`,
		welcomeMailed: (name) => `${name} also gets an email.`,
		whoCanSee: 'Who can see this?',
		seenBy: 'Applications are seen by the central person, whoever asked, you, and the operator of this place. After the choice you no longer see the application.'
	}
};
