/** Coming into the sealed room with a link or QR picture. */
export const door = {
	door: {
		title: 'Naar binnen',
		about: 'Hier kom je in de ruimte van de kring. De coördinator, de hulpverleners en de beheerder kunnen niet meelezen.',
		iAm: (name: string) => `Je bent ${name}.`,
		notMe: 'Ben je iemand anders?',
		stages: {
			opening: { title: 'We kijken of alles klaar is', about: 'Dit duurt een paar tellen.' },
			noLink: {
				title: 'Heb je een uitnodiging?',
				about: 'Iemand uit de kring geeft je een link, of laat een QR-plaatje zien. Open die op dit apparaat.'
			},
			badLink: { title: 'Deze link is niet heel', about: 'Er ging een stukje verloren. Open de link nog eens, of kopieer hem helemaal.' },
			signIn: { title: 'Wie ben je?', about: 'Log eerst in. Kom dan terug naar deze pagina. De uitnodiging blijft hier klaarstaan.' },
			refused: { title: 'Dit lukt nu niet', about: 'Misschien ben je ingelogd als iemand anders. Klopt dat niet? Vraag het iemand uit de kring.' },
			offline: { title: 'Er is nu geen verbinding', about: 'De uitnodiging blijft hier klaarstaan. Probeer het zo weer.' },
			insecure: { title: 'Deze verbinding is niet veilig', about: 'De ruimte gaat alleen open via een veilige verbinding. Het adres begint dan met https.' },
			press: { title: 'Je bent uitgenodigd', about: 'Is dit je eigen apparaat? Dan kun je er straks mee naar binnen.' },
			waiting: { title: 'Je hebt aangeklopt', about: 'Laat deze pagina open. Zodra je wordt binnengelaten, ga je vanzelf verder.' },
			checking: { title: 'De deur gaat open', about: 'We halen op wat er in de ruimte staat.' },
			incomplete: {
				title: 'Je bent bijna binnen',
				about: 'Het programma geeft niet alles. Laat deze pagina open, of probeer het later weer. Er gaat niets verloren.'
			},
			in: { title: 'Je bent binnen', about: 'Dit apparaat hoort er nu bij.' },
			void: { title: 'Deze link werkt niet meer', about: 'Een link werkt één keer en op één apparaat. Vraag een nieuwe link.' },
			pressToCall: { title: 'Op welk apparaat ben je?', about: 'Is dit je eigen apparaat? Dan kun je er straks mee naar binnen.' },
			ringing: { title: 'We kloppen aan', about: 'Blijf aan de telefoon. Laat de ander nu op het scherm kijken.' },
			pictures: { title: 'Lees deze vier woorden voor', about: 'De ander kiest op het eigen scherm dezelfde vier.' },
			expired: { title: 'Het duurde te lang', about: 'Bellen jullie nog? Probeer het dan samen opnieuw.' },
			different: {
				title: 'Niet dezelfde plaatjes',
				about: 'Er is niets gebeurd. Probeer het samen nog eens, of vraag om een link.'
			},
			tooManyTries: { title: 'Dit was nu drie keer', about: 'Wacht een uur, of vraag om een link.' },
			twoRooms: {
				title: 'Jouw apparaat kent een andere ruimte',
				about: 'Je bent hier binnengelaten. Wil je meenemen wat je in de andere ruimte schreef?'
			},
			bringing: { title: 'We nemen alles mee', about: 'Laat deze pagina open. Dit kan een minuut duren.' },
			keptOwn: {
				title: 'Er is niets veranderd',
				about: 'Je apparaat blijft bij de eigen ruimte. Wil je het toch meenemen? Open dan deze pagina opnieuw.'
			},
			notInvited: { title: 'De deur is nog dicht', about: 'Vraag iemand die binnen is of hij je uitnodigt. Probeer het daarna weer.' },
			takenOut: { title: 'Dit apparaat kan niet meelezen', about: 'Iemand die binnen is haalde dit apparaat eruit. Vraag een nieuwe link.' }
		},
		waitsFor: (name: string) => `Wachten op ${name}`,
		waits: 'Wachten op wie je uitnodigde',
		isOffline: 'Er is even geen verbinding. We kloppen vanzelf weer aan.',
		mine: 'Dit is mijn apparaat',
		giveUp: 'Toch niet',
		paste: 'Plak de uitnodiging',
		pasteAbout: 'Heb je de link gekopieerd? Plak hem hier.',
		pasteWrong: 'Dit is geen hele uitnodiging. Kopieer de link nog eens, helemaal.',
		usePasted: 'Ga verder',
		weCall: 'We bellen al',
		weCallAbout: 'Doe dit alleen als je nu echt met iemand praat die binnen is.',
		whoIsIt: 'Met wie bel je?',
		callsWith: (name: string) => `Je belt met ${name}`,
		askSame: (name: string) => `Zegt ${name}: ‘Ik heb dezelfde’?`,
		same: 'Ja, dezelfde',
		notSame: 'Nee',
		saidSame: (name: string) => `Wachten op ${name}. Zo gaat de deur open.`,
		retry: 'Probeer opnieuw',
		goIn: 'Ga naar onze ruimte'
	}
};
