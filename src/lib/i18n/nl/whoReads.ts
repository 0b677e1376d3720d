/** What the family is told of the sealed room's lock: `crypto/THREAT_MODEL.md` in plain words. */
export const whoReads = {
	whoReads: {
		title: 'Wie kan meelezen?',
		about: 'Onze ruimte is van de kring. Hier lees je wat dicht is, voor wie, en wat we niet kunnen beloven.',
		parts: {
			closed: {
				title: 'Wat is dicht?',
				items: {
					inside: 'Alleen wie binnen is, leest wat daar staat.',
					lock: 'Je tekst gaat op je eigen apparaat op slot. Pas daarna gaat hij weg.',
					key: 'Alleen apparaten die binnen zijn openen dat slot. En het sleutelblad.',
					tap: 'Iemand komt pas binnen als iemand van jullie ja zegt. Iedereen binnen ziet dat.',
					out: 'Wie eruit is, leest niets nieuws meer.',
					heal: 'Raakt het programma iets kwijt? Jullie apparaten zetten het terug.'
				}
			},
			forWhom: {
				title: 'Voor wie is het dicht?',
				items: {
					coordinator: 'De coördinator en de regiomanager.',
					professionals: 'De hulpverleners en hun organisaties.',
					operator: 'De beheerder van het programma, ook met alle schijven en kopieën.',
					thief: 'Wie bij het programma inbreekt.',
					outside: 'Wie jouw wachtwoord heeft, zonder jouw apparaat en zonder jullie ja.'
				}
			},
			open: {
				title: 'Wat is niet dicht?',
				items: {
					around: 'Alles buiten onze ruimte. Per pagina staat erbij wie het ziet. De beheerder kan het lezen.',
					plan: 'Het plan, zodra jullie het presenteren.',
					question: 'Een vraag die jullie aan iemand buiten stellen, en het antwoord.'
				}
			},
			operator: {
				title: 'Wat ziet de beheerder wel?',
				items: {
					who: 'Wie de ruimte opent, wanneer, hoe lang en waarvandaan.',
					amount: 'Ongeveer hoeveel er wordt geschreven. Niet wat.',
					devices: 'Hoeveel apparaten er zijn. En dat er iemand bij komt of uit gaat.',
					sheet: 'Dat er een sleutelblad is gemaakt, en dat het is gebruikt.'
				}
			},
			yours: {
				title: 'Wat kun je zelf doen?',
				items: {
					look: 'Kijk wie er binnen is. Tik alleen weg wat je kent.',
					tap: 'Zeg alleen ja als je zeker weet wie aanklopt.',
					sheet: 'Bewaar het sleutelblad op een plek van de kring.',
					lost: 'Is een apparaat kwijt? Haal het er meteen uit.',
					tablet: 'Kies op een gedeeld apparaat voor ‘laat niets achter’.'
				}
			}
		},
		notPromised: {
			title: 'Wat kunnen we niet beloven?',
			items: {
				script: {
					what: 'Het programma zelf',
					so: 'Een website is zo eerlijk als het programma dat je krijgt. Stuurt iemand jou een ander programma? Dan kan die meelezen.'
				},
				device: {
					what: 'Je apparaat',
					so: 'Wie je telefoon open in handen heeft, leest mee. Soms doet een toetsenbord of een extra in je browser dat ook.'
				},
				copying: { what: 'Elkaar', so: 'Wie binnen is, kan iets overschrijven of er een foto van maken.' },
				author: { what: 'Wie wat schreef', so: 'Niemand kan bewijzen wie iets schreef. Dat is expres.' },
				past: { what: 'Wat al gezien is', so: 'Wat iemand heeft gezien, blijft bekend. Ook als die eruit gaat.' },
				seconds: { what: 'De laatste tellen', so: 'Wat iemand schrijft terwijl een ander eruit gaat, kan die nog net lezen.' },
				halves: {
					what: 'Twee helften',
					so: 'Het programma kan berichten achterhouden. Daarom zie je van wie je wanneer het laatst iets hoorde.'
				},
				refusing: {
					what: 'Er altijd zijn',
					so: 'Het programma kan stoppen. Jullie tekst staat dan nog op jullie apparaten. Zegt het dat iemand al begon, dan kun je niet beginnen: vraag het die persoon.'
				},
				allLost: {
					what: 'Alles kwijt',
					so: 'Zijn alle apparaten weg, en het sleutelblad ook? Dan is de tekst weg. Niemand kan hem terughalen.'
				},
				afterwards: {
					what: 'Na het einde',
					so: 'Met het sleutelblad en een oude kopie gaat de tekst weer open. Vernietig dan dus ook het blad.'
				},
				believed: { what: 'Iemand die je gelooft', so: 'Krijg je een link van een bedrieger? Dan sta je misschien in een andere ruimte.' },
				later: { what: 'In de toekomst', so: 'Misschien komen er computers die dit slot openen. Daar is nu nog niets tegen.' },
				untried: { what: 'Niet alles is geprobeerd', so: 'Niemand van buiten heeft dit slot nog onderzocht. Safari en Firefox zijn nog niet getest.' }
			}
		},
		precise: 'Wil je het precies weten? De makers schreven het op in ‘THREAT_MODEL.md’. Dat zit bij het programma.'
	}
};
