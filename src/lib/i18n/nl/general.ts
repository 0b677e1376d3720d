/** What stands on every page, forms, and mail. */
export const general = {
	name: 'Rondom',
	motto: 'Samen een plan maken, met de mensen om je heen.',
	skipToContent: 'Naar de inhoud',
	language: { nl: 'Nederlands', en: 'English', choose: 'Taal' },
	menu: { title: 'Menu', close: 'Sluit', conferences: 'Mijn conferenties', region: 'Regio', account: 'Mijn account', signIn: 'Inloggen', signOut: 'Uitloggen' },
	help: {
		title: 'Hulp',
		dangerNow: 'Nu gevaar?',
		danger: 'Bel 112 als er nu gevaar is.',
		doctor: 'Huisartsenpost: bel je eigen huisarts, dan hoor je het nummer.',
		safeHome: 'Veilig Thuis: dag en nacht, gratis.',
		suicide: 'Denk je aan zelfmoord? Bel 113. Dag en nacht, gratis.',
		quickExit: 'Snel weg',
		quickExitAbout: '‘Snel weg’ opent een andere site in plaats van deze pagina. Eerdere pagina’s wis je in je browser.',
		whoReads: 'Wie kan meelezen?',
		reading: 'Hoe wil je lezen?',
		larger: 'Grotere letters',
		smaller: 'Gewone letters',
		themes: { auto: 'Zoals je apparaat', light: 'Licht', dark: 'Donker' },
		readAloud: 'Lees voor',
		stopReading: 'Stop met lezen',
		askSomebody: 'Kom je er niet uit? Vraag iemand uit de kring.'
	},
	errors: {
		notFound: 'Deze pagina is er niet, of is niet voor jou.',
		notFoundAbout: 'Misschien is er iets veranderd. Kijk of het adres klopt, of begin opnieuw.',
		busy: 'Het lukt nu even niet.',
		busyAbout: 'Wat je bewaarde, is bewaard. Wacht een minuut en probeer het dan weer.',
		toStart: 'Naar het begin',
		again: 'Probeer opnieuw'
	},
	sending: {
		busy: 'Even wachten …',
		offline: 'Je hebt nu geen internet. Wat je typte, staat er nog. Probeer het zo weer.',
		unsent: 'Dit is misschien niet aangekomen. Wat je typte, staat er nog. Wacht even en probeer het weer.',
		signedOut: 'Je bent uitgelogd. Wat je typte, staat er nog. Log in een nieuw venster in en kom dan hier terug.',
		somebodyElse: 'In een ander venster is nu iemand anders ingelogd. Wat je net deed, is niet bewaard. Ververs deze pagina.',
		signIn: 'Log in',
		loading: 'De pagina komt eraan …'
	},
	form: {
		fillIn: 'Vul dit in.',
		tooLong: 'Dit is te lang. Maak het korter.',
		mail: 'Dit is geen e-mailadres. Kijk het na, bijvoorbeeld: naam@mail.nl.',
		passwordShort: 'Kies een wachtwoord van minstens 12 tekens.',
		choose: 'Kies er een.',
		date: 'Dit is geen datum. Vul in als dag, maand en jaar.',
		dayAhead: 'Kies een dag die nog komt.',
		otherDeputy: 'Kies iemand anders als reserve.',
		wrongIdentity: 'Dit klopt niet samen. Kijk het na of vraag een code.',
		wrongPassword: 'Dit klopt niet samen. Kijk het na.',
		wrongCode: 'Deze code klopt niet, of is niet meer geldig. Vraag een nieuwe.',
		heldBack: 'Deze code wacht nog. Vraag iemand uit de kring om hem vrij te geven.',
		slowDown: 'Dat was te vaak. Wacht een kwartier en probeer het dan weer.',
		noMail: 'Deze plek kan geen mail sturen. Log in met je wachtwoord, of vraag een brief met een code.',
		gone: 'Dit kan niet (meer). Iemand anders was misschien net eerder. Ververs de pagina.',
		save: 'Bewaar',
		saved: 'Bewaard.',
		back: 'Terug',
		optional: 'hoeft niet'
	},
	mails: {
		signInSubject: 'Je code voor Rondom',
		signIn: (code: string) => `Je code is ${code}. De code werkt een kwartier.\n\nHeb je niets gevraagd? Dan hoef je niets te doen.`,
		invitationSubject: 'Je bent uitgenodigd',
		invitation: (name: string, link: string) =>
			`Dag ${name},\n\nJe bent uitgenodigd om mee te denken. Kijk hier wat het is:\n${link}\n\nDe link werkt één keer en is alleen voor jou.`,
		coordinatorSubject: 'Wil je coördinator zijn?',
		matched: (name: string, link: string) =>
			`Dag ${name},\n\nEen familie zoekt een coördinator. De regiomanager vraagt jou. Kijk hier en zeg ja of nee:\n${link}`,
		offered: (name: string, link: string) =>
			`Dag ${name},\n\nDe regiomanager stelt jou voor aan een familie. De familie zegt eerst ja of nee. Daarna vind je hier meer:\n${link}`,
		welcomeSubject: 'Kies je wachtwoord',
		welcome: (name: string, link: string) =>
			`Dag ${name},\n\nEr is een account voor je gemaakt. Kies hier je wachtwoord:\n${link}\n\nDe link werkt één keer.`
	}
};
