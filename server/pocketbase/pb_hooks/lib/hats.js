const { kindsOf } = require(`${__hooks}/lib/find.js`);
const { oneAtATime, sayLeft } = require(`${__hooks}/lib/coordinator.js`);
const { PARTIES, stayIndependent } = require(`${__hooks}/lib/independence.js`);
const refuse = require(`${__hooks}/lib/refuse.js`);

/** What CO1, CO5 and RV2 ask before somebody gets a hat. */
function mayWear(app, hat) {
	const kind = hat.getString('kind');
	if (hat.getBool('ended')) return;
	if (kind === 'coordinator' || PARTIES.includes(kind)) stayIndependent(app, hat);
	if (kind === 'coordinator') oneAtATime(app, hat);
	if (kind === 'contactPerson' || kind === 'deputyContactPerson') {
		const kinds = kindsOf(app, hat.getString('participant'));
		if (!kinds.includes('circle') && !kinds.includes('centralPerson')) {
			throw refuse('RV2', 'A contact person is somebody of the circle.');
		}
	}
}

/** AC4: who was once coordinator, professional or referrer for an organisation stays barred; never undone. */
function bar(app, hat) {
	const kind = hat.getString('kind');
	const forOthers = kind === 'referrer' && hat.getString('organisation').trim() !== '';
	if (!forOthers && !['coordinator', 'setter', 'informationGiver'].includes(kind)) return;
	const person = app.findRecordById('participants', hat.getString('participant'));
	if (person.getBool('barred')) return;
	person.set('barred', true);
	app.save(person);
}

/** What follows from a new hat: AC4, the end of "the coordinator has left", a referrer's own small row. */
function afterPutOn(app, hat) {
	bar(app, hat);
	const isCoordinator = hat.getString('kind') === 'coordinator' && !hat.getBool('ended');
	if (isCoordinator) sayLeft(app, hat.getString('conference'), false);
	if (hat.getString('kind') === 'referrer') {
		const row = new Record(app.findCollectionByNameOrId('referrals'));
		row.load({ conference: hat.getString('conference'), participant: hat.getString('participant') });
		app.save(row);
	}
}

/** RM2: a central person is not taken off the list by others, nor a coordinator (CO5) while in office. */
function mayBeTakenOff(app, person, by) {
	if (by && person.getString('account') === by.id) return;
	const kinds = kindsOf(app, person.id);
	if (kinds.includes('centralPerson')) throw refuse('RM2', 'A central person cannot be removed.');
	if (kinds.includes('coordinator')) throw refuse('CO5', 'A coordinator is replaced by the region manager.');
}

/** AC5: who sets requirements here cannot say a central person's yes. */
function maySpeakFor(app, by, forWhom) {
	if (!by || by === forWhom || !kindsOf(app, by, true).includes('setter')) return;
	if (kindsOf(app, forWhom).includes('centralPerson')) {
		throw refuse('AC5', "Who sets a requirement cannot say the central person's yes.");
	}
}

module.exports = { mayWear, afterPutOn, mayBeTakenOff, maySpeakFor };
