/** Two rooms of one conference: bringing along what one wrote, and beginning anew. */
export const twoRooms = {
	twoRooms: {
		yesDoes: 'Ja: alles wat dit apparaat uit de andere ruimte heeft, komt hier te staan. Wie hier binnen is, kan het lezen.',
		then: 'Daarna wist dit apparaat de andere ruimte. Wie daar ook binnen is, houdt die gewoon.',
		noDoes: 'Nee: er verandert niets. Je apparaat blijft bij de andere ruimte.',
		yes: 'Ja, neem het mee',
		no: 'Nee, laat het zo',
		late: 'Nog niet alles is over. Er is niets weg. Probeer het zo nog eens.',
		nobodyIn: 'Niemand begonnen, of kan niemand erin?',
		askFirst: 'Het programma zegt dat er al een ruimte is. Vraag eerst of iemand je kan binnenlaten.',
		isEmpty: 'Begin je zelf? Dan zijn er twee ruimtes. In de nieuwe staat nog niets.',
		letInAgain: 'Laat daarna iedereen in de nieuwe binnen. Hun apparaat vraagt eerst of het meeneemt wat er al stond.',
		begin: 'Begin een nieuwe ruimte',
		whoCan: (names: string) => `Opnieuw beginnen kan wie al binnen was: ${names}.`
	}
};
