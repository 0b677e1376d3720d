import type { plan as nlPlan } from '../nl/plan.ts';

/** The presented plan, and what comes of it. */
export const plan: typeof nlPlan = {
	plan: {
		title: 'The plan',
		none: 'There is no plan yet.',
		version: (version) => `Version ${version}`,
		strengths: 'This goes well',
		goals: 'This is what we want',
		agreements: 'This is what we agree',
		planB: 'Plan B',
		nightCall: 'Who do you call at night?',
		planBTrigger: 'If this happens',
		planBDo: 'then we do this',
		contactPerson: 'Contact person',
		deputy: 'Deputy',
		date: 'We meet again on',
		notes: 'We also wrote down',
		carrier: 'Who does it',
		helpers: 'Who helps',
		when: 'When',
		check: 'Who checks how it goes',
		ifNot: 'And if it does not work',
		requirement: 'Belongs to',
		notYetAgreed: 'not agreed yet',
		sayYes: 'Yes, I will do that',
		sayYesFor: (name) => `${name} said yes to me`,
		saidYes: (names) => `Said yes: ${names}`,
		onBehalf: (name, by) => `${name} (through ${by})`,
		waitingFor: (names) => `We are still waiting for: ${names}`
	},
	status: {
		title: 'How is it going?',
		notStarted: 'Not begun yet',
		running: 'Going on',
		done: 'Done',
		partly: 'Half done',
		changed: 'Turned out differently',
		stopped: 'Stopped because …',
		note: 'Do you want to add something?'
	}
};
