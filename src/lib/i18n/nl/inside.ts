/** Who and which devices are in the sealed room, and taking them out. */
export const inside = {
	inside: {
		thisDevice: 'dit apparaat',
		sheet: 'sleutelblad',
		since: (when: string) => `hier gezien sinds ${when}`,
		ways: {
			began: () => 'hiermee begon de ruimte',
			qr: (name: string) => `binnengelaten door ${name}, met een QR-plaatje`,
			link: (name: string) => `binnengelaten door ${name}, met een link`,
			pictures: (name: string) => `binnengelaten door ${name}, met vier plaatjes`,
			sheet: () => 'binnengekomen met een sleutelblad'
		},
		madeBy: (name: string) => `gemaakt door ${name}`,
		heardOf: (name: string, when: string) => `Laatst gehoord van ${name}: ${when}.`,
		notHeard: (name: string) => `Van ${name} is hier nog niets gehoord.`,
		leavesNothing: 'laat niets achter: dit apparaat vergeet alles als de pagina dichtgaat',
		seenStays: 'Wat iemand al heeft gezien, blijft bekend.',
		takeOut: 'Haal eruit',
		takeOutOne: (what: string) => `Haal eruit: ${what}`,
		device: {
			title: (what: string) => `Haal dit eruit: ${what}`,
			about: 'Dit apparaat leest daarna niets nieuws meer. Wat er al op stond, kan er nog op staan.',
			sheetAbout: 'Met dit papier komt daarna niemand meer binnen.',
			again: 'Dit kun je niet terugdraaien. Je kunt het apparaat later wel opnieuw binnenlaten.',
			yes: 'Ja, haal dit eruit'
		},
		person: {
			button: (name: string) => `Haal ${name} eruit`,
			title: (name: string) => `Haal ${name} eruit`,
			all: (devices: string) => `Dit gaat er allemaal uit: ${devices}.`,
			about: (name: string) => `Het scherm van ${name} gaat meteen dicht. Wat ${name} heeft gezien, blijft bekend.`,
			sheets: (name: string) => `Kan ${name} een ander sleutelblad hebben gezien? Haal dat er dan ook uit.`,
			sheetOf: (name: string) => `het sleutelblad van ${name}`,
			letIn: (name: string) => `Kijk ook even: ${name} heeft deze apparaten binnengelaten.`,
			together: 'Dit doe je met z’n tweeën. Nu gebeurt er nog niets. Vraagt een tweede uit de kring het ook? Dan gebeurt het meteen.',
			allSee: 'Iedereen binnen ziet dat jij dit vraagt. Niemand ziet waarom.',
			second: (name: string) => `${name} vraagt dit ook. Zeg je ja, dan gebeurt het meteen.`,
			ask: 'Ja, dit vraag ik',
			yes: (name: string) => `Ja, haal ${name} eruit`
		},
		stays: 'Een hoofdpersoon blijft altijd binnen.',
		asked: (who: string, name: string) => `${who} vraagt of ${name} eruit gaat. Er is nog niets gebeurd.`,
		askedByMe: (name: string) => `Jij vraagt of ${name} eruit gaat. Er is nog niets gebeurd. Een tweede uit de kring moet het ook vragen.`,
		takeBack: 'Ik vraag het niet meer',
		outcome: {
			removed: 'Gedaan. Er wordt nu niets nieuws meer gelezen.',
			asked: 'Je vraag staat er. Er is nog niets gebeurd. Een tweede uit de kring moet het ook vragen.',
			notNow: 'Dit lukt nu niet. Er is niets gebeurd. Kijk of je verbinding hebt, en probeer het weer.',
			notAllowed: 'Dit kan niet. Er is niets gebeurd.',
			offline: 'Er is nu geen verbinding. Er is niets gebeurd. Probeer het zo weer.'
		},
		everywhere: 'Log overal uit',
		everywhereAbout: 'Is je telefoon kwijt of gestolen? Log dan ook overal uit. Je logt daarna hier weer in.',
		newTitle: 'Er is iemand binnengekomen',
		newAbout: 'Ken je dit? Dan kan deze melding weg.',
		newDevice: (name: string, what: string) => `${name}: ${what}`,
		newSheet: (name: string) => `Er is een nieuw sleutelblad van ${name}.`,
		known: 'Ja, dat klopt',
		notKnown: 'Ken je dit niet? Vraag het in de kring. Je kunt het er hieronder uit halen.',
		old: {
			one: {
				title: 'Heb je je andere apparaat nog?',
				about: (devices: string) => `Je was al binnen met: ${devices}. Is het kwijt, gestolen of leeg? Haal het er dan uit.`,
				yes: 'Ja, ik heb het nog',
				no: 'Nee, haal het eruit'
			},
			several: {
				title: 'Heb je je andere apparaten nog?',
				about: (devices: string) =>
					`Je was al binnen met: ${devices}. Zijn ze kwijt, gestolen of leeg? Haal ze er dan uit. Is er maar één weg? Die haal je eruit bij ‘Wie is binnen gelaten?’.`,
				yes: 'Ja, ik heb ze nog',
				no: 'Nee, haal ze er allemaal uit'
			},
			sure: {
				about: 'Deze apparaten lezen daarna niets nieuws meer. Wat er al op stond, kan er nog op staan.',
				again: 'Dit kun je niet terugdraaien. Je kunt de apparaten later wel opnieuw binnenlaten.',
				yes: 'Ja, haal ze allemaal eruit'
			}
		},
		ending: {
			about: 'Is alles klaar? Dan kunnen jullie deze ruimte sluiten. De tekst verdwijnt dan overal.',
			close: 'Sluit onze ruimte',
			all: 'Alles in deze ruimte verdwijnt, bij iedereen. Ook de notities. Het plan dat jullie presenteerden, blijft.',
			later: 'Dat gebeurt over zeven dagen. Wil een tweede het ook? Dan over één dag. Iedereen kan het tegenhouden.',
			atOnce: 'Je bent hier alleen. Daarom gebeurt het meteen.',
			sheet: 'Vernietig ook het sleutelblad. Met een oude kopie gaat de tekst daarmee weer open.',
			yes: 'Ja, sluit onze ruimte',
			wanted: (names: string, people: number) => `Onze ruimte gaat dicht. Dat ${people > 1 ? 'willen' : 'wil'} ${names}.`,
			when: (when: string) => `Houdt niemand het tegen? Dan verdwijnt alles hier op ${when}.`,
			copyFirst: 'Wil je iets bewaren? Print het nu, of kopieer het.',
			copy: 'Bewaar een kopie',
			keep: 'Toch bewaren',
			agree: 'Ik wil dit ook',
			notNow: 'Dit lukt nu niet. Er is niets gebeurd. Kijk of je verbinding hebt.'
		},
		kept: {
			here: {
				what: 'Op dit apparaat',
				so: 'Alles wat jullie schreven. Wie jouw apparaat open heeft, leest mee.',
				nothing: 'Dit apparaat laat niets achter. Alles verdwijnt als je klaar bent.'
			},
			program: { what: 'Bij het programma', so: 'Dezelfde tekst, op slot. Het programma kan dat slot niet openen.' },
			sheet: { what: 'Op het sleutelblad', so: 'Een code op papier. Daarmee kom je weer binnen.' },
			onDevice: { what: '‘Op dit apparaat’', so: 'Wat je net schreef, staat nog alleen hier.' },
			sent: { what: '‘Verstuurd’', so: 'Het staat op slot bij het programma. De anderen kunnen het ophalen.' },
			seen: { what: '‘Gezien door Bas’', so: 'Het staat nu ook op een apparaat van Bas.' },
			oneLost: { what: 'Eén apparaat kwijt?', so: 'De tekst staat nog op de andere. Iemand laat je opnieuw binnen.' },
			allLost: {
				what: 'Alle apparaten kwijt, en het sleutelblad ook?',
				so: 'Dan is de tekst weg. Niemand kan hem terughalen, ook de beheerder niet.'
			},
			until: (day: string) => `Wat hier staat, blijft tot ${day}. Daarna verdwijnt het, op elk apparaat.`
		},
		closed: {
			title: 'Dit apparaat kan niet meer meelezen',
			about: 'Het hoort niet meer bij de ruimte. Er komt hier niets nieuws meer binnen.',
			stays: 'Wat hier al stond, staat alleen nog op dit apparaat.',
			look: 'Bekijk wat hier nog staat',
			hide: 'Sluit dit weer',
			again: 'Wil je weer naar binnen? Vraag iemand uit de kring om een nieuwe uitnodiging.',
			door: 'Ik heb een uitnodiging'
		}
	}
};
