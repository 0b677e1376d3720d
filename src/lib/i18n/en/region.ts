import type { region as nlRegion } from '../nl/region.ts';

/** The region manager, who finds a coordinator. */
export const region: typeof nlRegion = {
	region: {
		titleOf: (name) => `Region ${name}`,
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
		matched: 'The coordinator was asked. With their yes the preparation can begin.',
		coordinations: 'What goes on',
		coordinationsAbout: 'You see only the name and who coordinates.',
		asked: (name) => `${name} was asked and has not said yes yet.`,
		offered: (name) => `The central person was asked whether ${name} is right.`,
		declined: (name) => `It will not be ${name}. Suggest someone else.`,
		wanted: 'Another coordinator was asked for.',
		nobody: 'There is no coordinator now. Suggest someone.',
		offer: 'Suggest another coordinator',
		offerAbout: 'The central person says yes first. The one before stays until the next begins.',
		offerDo: 'Suggest',
		offerSent: 'The central person was asked. You will see it here when there is an answer.',
		notIndependent: (name, organisation) =>
			`${name} cannot do this. ${organisation} takes part itself. A coordinator belongs to nobody who takes part.`,
		notIndependentShort: 'belongs to an organisation that takes part',
		askAnother: 'Ask another coordinator.',
		nobodyElse: 'There is nobody else in this region now. Make a coordinator below.',
		welcomeLink: (name) => `Give this link to ${name}. With it ${name} chooses a password.`,
		welcomeMailed: (name) => `${name} also gets an email.`,
		mailAbout: 'The link with which somebody chooses a password comes here.',
		busy: (n) => (n === 0 ? 'Is free now' : n === 1 ? 'Leads one conference now' : `Leads ${n} conferences now`),
		notPossible: 'These coordinators cannot:',
		afterwards: 'After the choice you see of an application only its name, and who coordinates.'
	}
};
