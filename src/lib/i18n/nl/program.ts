/** Whether this is the real program, and which version. */
export const program = {
	program: {
		title: 'Is dit het echte programma?',
		about: 'Hier zie je welke versie op dit apparaat draait. Elk onderdeel heeft een vingerafdruk.',
		worth: 'Deze lijst komt van dezelfde plek als het programma. Vergelijk haar met een lijst van ergens anders. Pas dan zegt ze iets.',
		where: 'Vraag de lijst aan iemand die het programma zelf heeft gebouwd. Of kijk waar de makers haar laten zien.',
		notAll: 'Ook dan weet je niet alles. Je browser, je toetsenbord en je telefoon lezen mee met wat je typt.',
		version: 'De versie die nu wordt aangeboden',
		held: 'De versie op dit apparaat',
		standing: {
			looking: 'Bezig met kijken …',
			nothingHeld: 'Dit apparaat bewaart nog geen versie. Dat begint als je onze ruimte binnengaat.',
			same: 'Dit apparaat heeft de versie die nu wordt aangeboden.',
			newer: 'Er is een nieuwe versie. Dit apparaat gebruikt nog de vorige, tot jij ja zegt.',
			notReached: 'Er is nu geen verbinding. Wat dit apparaat bewaart, blijft werken.',
			cannot: 'Deze browser kan geen versie bewaren. Je krijgt steeds wat het programma stuurt.'
		},
		fits: 'Wat hier is bewaard, klopt met de lijst.',
		wrong: 'Dit klopt niet met de lijst. Gebruik het niet en vraag hulp:',
		newVersion: 'Er is een nieuwe versie van het programma.',
		newVersionAbout: 'Je hoeft nu niets te doen. Kies zelf wanneer je overstapt.',
		use: 'Gebruik de nieuwe versie',
		compare: 'Kijk eerst',
		using: 'Bezig met halen …',
		files: (count: number) => `De ${count} onderdelen en hun vingerafdruk`,
		back: 'Naar het begin'
	}
};
