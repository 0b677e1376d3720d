/** One conference, its people, and who may see what; the words of a refused rule. */
export const conference = {
	phases: {
		application: 'Aanmelding',
		preparation: 'Voorbereiden',
		information: 'Informatie',
		privateTime: 'Besloten tijd',
		presentation: 'Presenteren',
		followThrough: 'Doen',
		closed: 'Klaar'
	},
	path: { title: 'Waar zijn we?', here: 'Hier zijn we nu', done: 'geweest' },
	hats: {
		centralPerson: 'hoofdpersoon',
		circle: 'kring',
		spokesperson: 'woordvoerder',
		supportPerson: 'steunpersoon',
		contactPerson: 'contactpersoon',
		deputyContactPerson: 'reserve-contactpersoon',
		interpreter: 'tolk',
		outsideSupportPerson: 'steunpersoon van buiten',
		coordinator: 'coördinator',
		setter: 'stelt bodemeisen',
		informationGiver: 'geeft informatie',
		referrer: 'aanmelder',
		guest: 'gast voor één afspraak'
	},
	circle: {
		picture: 'De kring als tekening. Dezelfde namen staan in de lijst.',
		asList: 'Als lijst'
	},
	states: { asked: 'nog geen antwoord', joined: 'doet mee', declined: 'doet niet mee', removed: 'niet meer in de kring' },
	whoCanSee: {
		title: 'Wie kan dit zien?',
		operator: 'de beheerder van deze plek',
		notOperator: 'De beheerder kan dit niet lezen.',
		nobody: 'Alleen jij.'
	},
	conferences: {
		asked: 'Je bent gevraagd om mee te doen',
		title: 'Mijn conferenties',
		none: 'Je doet nog niet mee aan een conferentie. Heb je een brief met een code? Typ die dan in.',
		apply: 'Vraag een conferentie aan'
	},
	conference: {
		next: 'Wat nu?',
		asked: (name: string) => `${name}, je bent gevraagd om mee te doen. Je mag ook nee zeggen. Dat heeft geen gevolgen.`,
		yes: 'Ja, ik doe mee',
		no: 'Nee, ik doe niet mee',
		wishes: 'Wat voor coördinator wil je graag?',
		waitForCoordinator: 'De regiomanager zoekt nu een coördinator.',
		prepare: 'We bereiden de dag voor.',
		openInformation: 'Begin met de informatie',
		openPrivateTime: 'Begin de besloten tijd',
		openPrivateTimeAbout: 'Je gaat dan zelf de ruimte uit. Alleen de kring kan de besloten tijd beëindigen.',
		doorClosed: 'De deur is dicht. De familie overlegt.',
		doorClosedOutside: 'De familie overlegt zonder jou. Dat hoort zo. Je ziet hier weer iets als zij je roepen.',
		doorOpen: 'Onze ruimte is van ons.',
		letIn: (names: string) => `Binnen gelaten: ${names}.`,
		nobodyInside: 'De ruimte is nog niet begonnen.',
		enterRoom: 'Ga naar onze ruimte',
		goBack: 'Terug naar onze ruimte',
		goBackAbout: 'De kring kan altijd nog eens alleen overleggen.',
		closeDay: 'Sluit de dag af',
		withdraw: 'Trek je terug',
		withdrawAbout: 'Je toegang stopt dan meteen. Iedereen ziet dat je weg bent.',
		coordinatorLeft: (name: string) => `${name} heeft zich teruggetrokken. De kring gaat zelf verder.`,
		stop: 'Stop deze conferentie',
		people: 'De mensen',
		plan: 'Het plan',
		followThrough: 'Wie doet wat',
		preparation: 'Voorbereiding',
		information: 'Informatie',
		closed: { plan: 'Klaar, met een plan.', planWithoutMeeting: 'Klaar, met een plan zonder bijeenkomst.', noPlan: 'Klaar. Er kwam geen plan.', stopped: 'Gestopt.' }
	},
	accessLog: {
		title: 'Wie keek er mee?',
		about: 'Hier staat wat de coördinator en de hulpverleners hebben geopend. Wat de familie opent, staat er niet in.',
		none: 'Er heeft nog niemand gekeken.',
		read: (who: string, what: string, when: string) => `${who} opende ${what}. ${when}.`,
		pages: {
			'read start': 'de eerste pagina',
			'read preparation': 'de voorbereiding',
			'read plan': 'het plan',
			'read follow-through': 'wie doet wat',
			'read access-log': 'deze lijst'
		}
	},
	rules: {
		PH1: 'De hoofdpersoon moet eerst zelf ja zeggen.',
		PH2: 'Nog niet iedereen heeft uitleg gehad. Vink de vier punten af, of schrijf op waarom niet.',
		PH3: 'Nog niet alle bodemeisen zijn definitief.',
		PH4: 'Alleen de kring kan de besloten tijd beëindigen.',
		PH5: 'Dit kan nu niet.',
		PH6: 'Er ontbreekt nog iets. Nodig zijn: bij elke afspraak wie en wat, een contactpersoon, en een datum om weer samen te komen.',
		PH7: 'Dit kan nu niet.',
		PH8: 'Dit kan nu niet.',
		CO1: 'Deze coördinator hoort bij een organisatie die meedoet. Kies een andere coördinator.',
		CO2: 'Een coördinator krijgt geen taak in het plan.',
		CO3: 'De coördinator heeft zich al teruggetrokken.',
		CO5: 'De hoofdpersoon moet eerst ja zeggen tegen de nieuwe coördinator.',
		AC3: 'Dit kan niet.',
		AC5: 'Wie bodemeisen stelt, kan niet ja zeggen voor de hoofdpersoon.',
		BL2: 'Schrijf op wat er moet gebeuren, waarom, en hoe we dat zien.',
		BL3: 'Schrijf erbij waarom dit nu nog nodig is.',
		BL5: 'Schrijf bij ‘nog niet’ op wat er ontbreekt.',
		PL1: 'Er staat nog niets in het plan. Schrijf één afspraak of een stukje tekst.',
		AG3: 'Schrijf erbij waarom het gestopt is.',
		RM2: 'De hoofdpersoon kan niet uit de kring worden gehaald.'
	}
};
