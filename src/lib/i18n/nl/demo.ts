/** The first page, with or without the demo. */
export const demo = {
	welcome: {
		title: 'Samen een plan maken',
		about: 'Rondom helpt bij een Eigen Kracht-conferentie. Familie, vrienden en buren maken zelf een plan.',
		privateRoom:
			'Jullie overleggen in een eigen ruimte. De coördinator en de hulpverleners kunnen daar niet in. Ook de beheerder kan daar niet lezen.',
		withCode: 'Ik heb een brief met een code',
		apply: 'Vraag een conferentie aan',
		next: 'Wat wil je doen?'
	},
	demo: {
		label: 'Over deze demo',
		bar: (moment: string) => `Dit is een demo. Het is hier ${moment} uur.`,
		doors: 'Wees iemand anders',
		title: 'Kijk rond bij Rust in huis',
		about: 'Dit gezin is verzonnen. Je kunt niets stukmaken.',
		how: 'Kies een moment, en wie je dan bent.',
		you: (name: string) => `Je bent nu ${name}.`,
		goOn: 'Ga verder',
		busy: 'De demo wordt klaargezet. Dat duurt een paar seconden.',
		path: 'De momenten',
		inside: 'mag onze ruimte in',
		insideAbout: 'Wie dit teken heeft, mag onze ruimte in.',
		left: 'is hier al weg',
		stations: {
			application: {
				title: 'De aanvraag',
				about: 'Ilse vraagt een conferentie aan. Yara mag ja of nee zeggen. Daarna kiest Karin een coördinator. Bram mag het niet worden: hij werkt waar Ilse werkt.'
			},
			preparation: {
				title: 'De voorbereiding',
				about: 'Amina spreekt iedereen. Wie komt er, en wat is er nodig? De bodemeisen staan vast.'
			},
			privateTime: {
				title: 'De besloten tijd',
				about: 'De deur is net dicht. De kring schrijft het plan. Amina en Ilse kunnen er niet bij.'
			},
			presentation: {
				title: 'Het plan op tafel',
				about: 'De kring laat het plan zien. Ilse kijkt of het genoeg is. Eén eis is er nog niet.'
			},
			followThrough: {
				title: 'Vier weken later',
				about: 'Iedereen doet zijn deel. Amina is net gestopt. Kijk maar wat zij nog ziet.'
			},
			review: {
				title: 'Drie maanden later',
				about: 'De kring is weer bij elkaar. Marleen laat het nieuwe plan zien.'
			}
		},
		groups: {
			family: 'Familie, vrienden en buren',
			coordinator: 'Coördinator',
			professional: 'Hulpverleners',
			beside: 'Tolk',
			region: 'Regio'
		}
	}
};
