/** The sealed room. */
export const room = {
	room: {
		title: 'Onze ruimte',
		closedTo: 'Alleen wie binnen is kan dit lezen. De coördinator, de hulpverleners en de beheerder niet.',
		iAm: (name: string) => `Je bent ${name}.`,
		notMe: 'Ben je iemand anders?',
		back: (title: string) => `Naar ${title}`,
		conferences: 'Naar mijn conferenties',
		retry: 'Probeer opnieuw',
		stages: {
			opening: { title: 'We openen de ruimte', about: 'Dit duurt een paar tellen.' },
			signIn: { title: 'Wie ben je?', about: 'Log eerst in. Kom dan terug naar deze pagina. Je staat dan weer voor deze deur.' },
			refused: {
				title: 'Deze deur blijft voor jou dicht',
				about: 'Je kunt hier niet (meer) in. Denk je dat dit niet klopt? Vraag het iemand uit de kring.'
			},
			offline: { title: 'Er is nu geen verbinding', about: 'Er gaat niets verloren. We proberen het zelf steeds opnieuw.' },
			insecure: { title: 'Deze verbinding is niet veilig', about: 'De ruimte gaat alleen open via een veilige verbinding. Het adres begint dan met https.' },
			begin: {
				title: 'De ruimte is nog niet begonnen',
				about: 'Dit apparaat maakt de ruimte. Daarna laat je de anderen binnen. Wat jullie schrijven, blijft van jullie.'
			},
			ended: {
				title: 'Onze ruimte is gesloten',
				about: 'De kring heeft dit besloten. De tekst is van dit apparaat gewist. Vernietig ook het sleutelblad.'
			},
			again: {
				title: 'Kom opnieuw binnen',
				about: 'Je was al binnen, maar dit apparaat kan onze ruimte niet openen. Iemand laat je weer binnen. Is je oude apparaat kwijt? Dat haal je er daarna uit.'
			},
			askIn: {
				title: 'Vraag of je binnen mag',
				about: 'Iemand die binnen is, doet de deur voor je open. Dat kan met een link, een QR-plaatje, of aan de telefoon.'
			},
			otherRoom: {
				title: 'Dit is een andere ruimte',
				about: 'Dit apparaat kent een andere ruimte. Er is niets gelezen en niets veranderd. Laat iemand je hier binnen? Dan vraagt je apparaat eerst of je wilt meenemen wat je schreef.'
			}
		},
		begin: 'Begin onze ruimte',
		comeIn: 'Naar de deur',
		showLink: 'Laat iemand binnen',
		sending: 'Wordt verstuurd …',
		notices: {
			recordsMissing: 'Er ontbreekt iets. Het programma geeft niet alles.',
			cannotReadAll: 'Dit apparaat kan niet alles lezen. Iemand die binnen is moet de ruimte even openen.',
			twoVersions: 'Van iemand zijn er twee versies. Kijk samen wat klopt.',
			gap: 'Er is nog iets onderweg.',
			omission: 'Het programma liet iets weg. Wij zetten het terug.',
			unreadable: 'Er staat iets dat niet te lezen is.',
			newerVersion: 'Iemand gebruikt een nieuwere versie. Ververs de pagina.',
			keepsDisappearing: 'Wat we terugzetten verdwijnt steeds weer. Jullie tekst staat nog op dit apparaat.',
			erasedByServer: 'Volgens het programma is dit weg. Op dit apparaat staat het nog.',
			tooLarge: 'Er staat te veel in de ruimte. Op dit apparaat kun je verder werken.',
			divergence: 'Twee apparaten zien niet hetzelfde. Kijk samen wat klopt.',
			notInside: 'Dit apparaat kan niet meer meelezen. Wat hier al staat, blijft hier staan.',
			trouble: 'Bewaren lukt even niet. We proberen het steeds opnieuw.'
		},
		refusals: {
			signIn: 'Je bent niet meer ingelogd. Log in, dan werk je hier verder. Wat je schreef, staat nog op dit apparaat.',
			refused: 'Je kunt hier niet (meer) in. Wat je schreef, staat nog op dit apparaat.'
		},
		arriving: 'We halen op wat jullie schreven …',
		arrivingOffline: 'Er is nu geen verbinding. Wat jullie schreven, staat nog niet op dit apparaat. Het komt vanzelf.',
		entering: 'Je bent bijna binnen. Laat deze pagina even open.',
		goes: {
			until: (day: string) => `Wat hier staat, blijft tot ${day}. Daarna verdwijnt het, op elk apparaat. Het plan blijft.`,
			keep: 'Bewaar wat hier staat',
			kept: 'Jullie bewaren wat hier staat.'
		},
		gone: {
			title: 'Deze bladzijden zijn weg',
			about: 'Jullie bijeenkomst is al een tijd voorbij. Wat hier stond, is gewist. Het plan kun je nog lezen.'
		},
		moments: {
			before: 'De besloten tijd is nog niet begonnen. Je kunt hier al rondkijken en schrijven.',
			presenting: 'Jullie plan is gepresenteerd. Wat je hier nu verandert, zien anderen pas na een nieuwe ronde.',
			closed: 'Deze bijeenkomst is klaar. Je kunt hier teruglezen wat jullie schreven.'
		},
		seePlan: 'Bekijk het plan',
		newGathering: 'De kring heeft een nieuwe bijeenkomst geopend.',
		goThere: 'Ga daarheen',
		earlier: 'Eerdere bijeenkomsten',
		firstGathering: 'De eerste bijeenkomst',
		laterGathering: (number: number) => `Bijeenkomst ${number}`,
		goneGathering: (title: string) => `${title}: wat daar stond, is gewist.`,
		earlierAbout: 'Dit schreven jullie toen. Je leest het alleen.',
		toNow: 'Terug naar nu',
		noNotes: 'Er staan geen notities.',
		startTitle: 'Waar beginnen jullie mee?',
		startAbout: 'Er is al een plan. Jullie kunnen daarmee verder. Wat geldt, blijft gelden tot jullie iets nieuws afspreken.',
		startFrom: 'Ga verder met ons plan',
		question: 'De vraag',
		here: (names: string) => `Nu binnen: ${names}`,
		alone: 'Je bent nu alleen binnen.',
		meElsewhere: 'jij, op een ander scherm',
		writes: (name: string, where: string) => `${name} schrijft ${where}`,
		writesHere: (names: string) => `Schrijft hier nu: ${names}`,
		places: {
			strengths: 'bij wat goed gaat',
			goals: 'bij wat jullie willen',
			agreement: (number: number) => `bij afspraak ${number}`,
			agreements: 'bij de afspraken',
			planB: 'bij plan B',
			nightCall: 'bij wie je ’s nachts belt',
			freeText: 'bij de vrije tekst',
			notes: 'bij de notities'
		},
		onDevice: 'Alles staat op dit apparaat. Je werkt even zonder internet. Er gaat niets verloren.',
		notStored: 'Nog niet bewaard …',
		sent: 'Alles is bewaard en verstuurd.',
		seenBy: (names: string) => `Gezien door ${names}.`,
		draft: 'Het plan, zoals jullie het nu schrijven',
		addStrength: 'Iets dat goed gaat',
		addGoal: 'Iets dat we willen',
		addAgreement: 'Een afspraak',
		agreement: (number: number) => `Afspraak ${number}`,
		addPlanB: 'Een plan B',
		what: 'Wat',
		whatExample: 'Bijvoorbeeld: Bas brengt de kinderen op maandag.',
		direction: 'Wat voor doel is dit?',
		nobody: 'nog niemand',
		groups: { self: 'Zelf', circle: 'Familie en andere mensen uit de kring', professionals: 'Professionals' },
		by: 'Is er een laatste dag?',
		kind: 'Wat voor hulp is dit?',
		kinds: {
			self: 'doen we zelf',
			family: 'hulp van familie',
			network: 'hulp van vrienden, buren of collega’s',
			volunteer: 'een vrijwilliger van een organisatie',
			technology: 'een hulpmiddel of techniek',
			professional: 'hulp van een professional'
		},
		notSaid: 'zeggen we niet',
		remove: 'Haal weg',
		more: 'Meer afspreken',
		moreAbout: 'Dit hoeft niet. Vul in wat jullie willen.',
		short: { helps: (names: string) => `hulp van ${names}`, checks: (name: string) => `${name} kijkt`, belongs: (labels: string) => `hoort bij ${labels}` },
		behind: 'Achter welke afspraak staat dit?',
		onwards: 'Hoe gaan we verder?',
		recipients: 'Wie krijgt het plan?',
		recipientsAbout: 'Kies je niets? Dan krijgt de kring het hele plan. Anderen krijgen wat zij doen.',
		recipientsChosen: (count: number) => (count ? `${count} ${count === 1 ? 'mens krijgt' : 'mensen krijgen'} het plan` : 'Kies wie het plan krijgt'),
		parts: { nothing: 'niets', whole: 'het hele plan', childVersion: 'het plan voor kinderen', ownAgreements: 'alleen de eigen afspraken' },
		freeTextAbout: 'Liever gewoon schrijven? Dat mag. Tekst alleen is ook een plan.',
		undo: 'Maak ongedaan',
		redo: 'Doe opnieuw',
		aside: (count: number) => `Weggehaald (${count})`,
		asideAbout: 'Dit staat niet meer in het plan. Je kunt het terugzetten.',
		takenOut: 'Weggehaald uit het plan.',
		takenOutHere: 'Iemand haalde deze regel uit het plan. Wat je schrijft, blijft bewaard.',
		takeBack: 'Zet terug',
		dismiss: 'Sluit deze melding',
		throwAway: 'Gooi weg',
		emptyLine: '(leeg)',
		askedFor: (name: string) => `Dit vraagt ${name}.`,
		why: 'Waarom, en hoe zien we het?',
		whyIs: (why: string) => `Waarom: ${why}`,
		testIs: (test: string) => `Zo zien we het: ${test}`,
		late: (reason: string) => `Later gevraagd, omdat: ${reason}`,
		missed: (reason: string) => `Vorige ronde: nog niet. ${reason}`,
		allAnswered: 'Alles wordt genoemd.',
		lateAbout: 'Jullie mogen deze bewaren voor een volgende ronde.',
		goTo: (where: string) => `Ga naar ${where}`,
		freeNotes: 'Onze notities',
		notesStay: 'Dit blijft in deze ruimte. Het hoort niet bij het plan.',
		ask: {
			title: 'Iemand buiten nodig?',
			about: 'De deur blijft dicht. Er staat niet bij wie het vraagt, alleen ‘de familie’.',
			who: 'Aan wie?',
			choose: 'kies iemand',
			question: 'Jullie vraag',
			send: 'Stel deze vraag',
			call: 'Vraag om even binnen te komen',
			seenBy: (name: string) => `${name} en de beheerder kunnen deze vraag en het antwoord lezen.`,
			calledIn: (name: string) => `Jullie vroegen ${name} om even binnen te komen.`,
			asked: (name: string, question: string) => `Aan ${name}: ${question}`,
			answered: (name: string, answer: string) => `${name}: ${answer}`,
			waiting: 'Nog geen antwoord. Het komt hier vanzelf te staan.',
			offline: 'Dat lukte niet. Je vraag staat er nog. Probeer het zo weer.'
		},
		asked: {
			title: 'De familie vraagt je iets',
			calls: 'De familie vraagt of je even binnen wilt komen.',
			answer: 'Je antwoord',
			once: 'Je antwoordt één keer. De kring leest het. De beheerder kan het ook lezen.',
			send: 'Geef dit antwoord',
			coming: 'Ik kom eraan.',
			notNow: 'Ik kan nu niet komen.',
			saidSo: (answer: string) => `Je antwoordde: ${answer}`
		},
		sheetOffer: {
			make: {
				title: 'Maak een sleutelblad',
				about: 'Zijn straks alle telefoons weg? Met dat blad komen jullie weer binnen.',
				go: 'Bekijk het sleutelblad'
			},
			try: {
				title: 'Het sleutelblad is nog niet teruggetypt',
				about: 'Typ het terug. Dan weten jullie dat het papier klopt.',
				go: 'Typ het terug'
			},
			replace: {
				title: 'Maak een nieuw sleutelblad',
				about: 'Je kwam binnen met het blad. Een nieuw blad is veiliger. Het oude kan er dan uit.',
				go: 'Naar het sleutelblad'
			},
			later: 'Niet nu'
		},
		sheet: 'Het sleutelblad',
		haveSheet: 'Ik heb het sleutelblad',
		insideTitle: 'Wie is binnen gelaten?',
		insideAbout: 'Deze mensen en apparaten kunnen meelezen. Anderen niet.',
		whereKept: 'Wat wordt waar bewaard?',
		printThis: 'Print deze bladzijde',
		endRoom: 'Onze ruimte sluiten',
		insideMore: 'Bekijk de apparaten, of haal iets eruit',
		nowHere: 'is er nu',
		you: 'jij',
		kindsOfDevice: { telefoon: 'telefoon', tablet: 'tablet', laptop: 'laptop', computer: 'computer', sleutelblad: 'sleutelblad' },
		devices: (devices: string) => `op: ${devices}`,
		present: 'Presenteer het plan',
		presentLook: 'Je ziet eerst wat er de ruimte uit gaat.',
		presentTitle: 'Dit gaat de ruimte uit',
		presentAbout: 'Vanaf nu kan ook de beheerder dit lezen.',
		readWhole: (names: string) => `Dit lezen ook: ${names}.`,
		readOwn: (names: string) => `Alleen wat over hen gaat, lezen: ${names}.`,
		staysHere: 'Jullie notities blijven hier. Er gaat niet mee wie wat schreef, of wanneer.',
		presentYes: 'Ja, presenteer dit',
		presentBack: 'Terug naar het schrijven',
		stillWriting: (names: string) => `Schrijft nog: ${names}. Vraag of het klaar is.`,
		missing: {
			title: 'Dit mag er nog bij',
			about: 'Presenteren kan zo al. Voor het eind van de dag is dit nodig.',
			who: (numbers: string) => `Wie doet afspraak ${numbers}?`,
			what: (numbers: string) => `Wat is afspraak ${numbers}?`,
			coordinatorCarries: 'De coördinator krijgt geen taak. Kies iemand anders.',
			anything: 'Er staat nog geen afspraak in.',
			contactPerson: 'Wie is de contactpersoon?',
			reviewDate: 'Wanneer komen jullie weer bij elkaar?',
			unanswered: (labels: string) => `Nog niet genoemd: ${labels}.`
		},
		presentOutcome: {
			nothing: 'Er staat nog niets in het plan. Schrijf één afspraak of een stukje tekst.',
			offline: 'Er is nu geen internet. Het plan is nog niet gepresenteerd. Alles staat er nog.',
			signIn: 'Je bent niet meer ingelogd. Log in en probeer het weer. Alles staat er nog.',
			earlier: 'Iemand anders was net eerder. Het plan is al gepresenteerd.',
			refused: 'Presenteren kan nu niet. Alles staat er nog.'
		},
		paperTitle: 'Ons plan, nog niet gepresenteerd',
		print: 'Print wat er nu staat'
	}
};
