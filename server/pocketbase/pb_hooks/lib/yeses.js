const { one, rows } = require(`${__hooks}/lib/find.js`);

const GROWN = 99;

/** Years; nobody's age that is not known is a child's. */
function ageOf(app, participant) {
	const details = one(app, 'participant_details', { participant });
	return details && details.getInt('age') > 0 ? details.getInt('age') : GROWN;
}

/** PH1: whether `by` holds everybody who has to say yes for this person: 16 alone, from 12 both, below the other. */
function isGiven(app, person, by) {
	const age = ageOf(app, person);
	const own = age < 12 || by.includes(person);
	return own && (age >= 16 || by.some((who) => who !== person));
}

/** Participants who are central persons of this conference now. */
function centralPersons(app, conference) {
	const hats = rows(app, 'hats', { conference, kind: 'centralPerson', ended: false });
	return hats.map((hat) => hat.getString('participant'));
}

/** Whether each central person's yes is among these rows (PH1, CO5). */
function allGiven(app, conference, yeses) {
	const central = centralPersons(app, conference);
	const byFor = (person) =>
		yeses
			.filter((yes) => yes.getString('centralPerson') === person && yes.getString('answer') === 'yes')
			.map((yes) => yes.getString('by'));
	return central.length > 0 && central.every((person) => isGiven(app, person, byFor(person)));
}

module.exports = { ageOf, allGiven };
