/** The presented plan, and what comes of it. */
export const plan = {
	plan: {
		title: 'Het plan',
		none: 'Er is nog geen plan.',
		version: (version: number) => `Versie ${version}`,
		strengths: 'Dit gaat goed',
		goals: 'Dit willen we',
		agreements: 'Dit spreken we af',
		planB: 'Plan B',
		nightCall: 'Wie bel je in de nacht?',
		planBTrigger: 'Als dit gebeurt',
		planBDo: 'dan doen we dit',
		contactPerson: 'Contactpersoon',
		deputy: 'Reserve',
		date: 'We komen weer bij elkaar op',
		notes: 'Verder schreven we op',
		carrier: 'Wie doet het',
		helpers: 'Wie helpt',
		when: 'Wanneer',
		check: 'Wie kijkt of het lukt',
		ifNot: 'En als het niet lukt',
		requirement: 'Hoort bij',
		notYetAgreed: 'nog niet afgesproken',
		sayYes: 'Ja, dat doe ik',
		sayYesFor: (name: string) => `${name} zei ja tegen mij`,
		saidYes: (names: string) => `Ja gezegd: ${names}`,
		onBehalf: (name: string, by: string) => `${name} (via ${by})`,
		waitingFor: (names: string) => `We wachten nog op: ${names}`
	},
	status: {
		title: 'Hoe gaat het?',
		notStarted: 'Nog niet begonnen',
		running: 'Loopt',
		done: 'Gedaan',
		partly: 'Half gelukt',
		changed: 'Anders geworden',
		stopped: 'Gestopt omdat …',
		note: 'Wil je er iets bij zeggen?'
	}
};
