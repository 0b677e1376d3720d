const { rows, kindsOf } = require(`${__hooks}/lib/find.js`);
const refuse = require(`${__hooks}/lib/refuse.js`);

const PARTIES = ['setter', 'informationGiver', 'referrer'];
const sameName = (name) => name.trim().toLowerCase().replace(/\s+/g, ' ');

/** What CO1, CO5 and RV2 ask before somebody gets a hat. */
function mayWear(app, hat) {
	const conference = hat.getString('conference');
	const kind = hat.getString('kind');
	const worn = rows(app, 'hats', { conference, ended: false });
	if (kind === 'coordinator' || PARTIES.includes(kind)) stayIndependent(app, hat, worn);
	if (kind === 'coordinator' && worn.some((other) => other.getString('kind') === 'coordinator')) {
		throw refuse('CO5', 'There is one coordinator at a time.');
	}
	if (kind === 'contactPerson' || kind === 'deputyContactPerson') {
		const kinds = kindsOf(app, hat.getString('participant'));
		if (!kinds.includes('circle') && !kinds.includes('centralPerson')) {
			throw refuse('RV2', 'A contact person is somebody of the circle.');
		}
	}
}

/** CO1: a coordinator never belongs to an organisation that takes part, whichever of the two comes first. */
function stayIndependent(app, hat, worn) {
	const own = organisationOf(app, hat);
	if (!own) return;
	const isCoordinator = hat.getString('kind') === 'coordinator';
	const others = worn.filter((other) => {
		const kind = other.getString('kind');
		return isCoordinator ? PARTIES.includes(kind) : kind === 'coordinator';
	});
	if (others.some((other) => organisationOf(app, other) === own)) {
		throw refuse('CO1', 'The coordinator belongs to an organisation that takes part.');
	}
}

/** The organisation on the hat; of a coordinator, whose hat need not say it, the one of the account too. */
function organisationOf(app, hat) {
	const onHat = sameName(hat.getString('organisation'));
	if (onHat || hat.getString('kind') !== 'coordinator') return onHat;
	const person = app.findRecordById('participants', hat.getString('participant'));
	const account = person.getString('account');
	return account ? sameName(app.findRecordById('accounts', account).getString('organisation')) : '';
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
	if (hat.getString('kind') === 'coordinator') sayCoordinatorLeft(app, hat, false);
	if (hat.getString('kind') === 'referrer') {
		const row = new Record(app.findCollectionByNameOrId('referrals'));
		row.load({ conference: hat.getString('conference'), participant: hat.getString('participant') });
		app.save(row);
	}
}

/** CO3: all unused codes die with the coordinator's hat, and everybody sees that the coordinator has left. */
function afterLaidDown(app, hat) {
	if (hat.getString('kind') !== 'coordinator') return;
	const conference = hat.getString('conference');
	const unused = 'used = "" && (conference = {:conference} || participant.conference = {:conference})';
	for (const code of app.findRecordsByFilter('codes', unused, '', 0, 0, { conference })) app.delete(code);
	sayCoordinatorLeft(app, hat, true);
}

function sayCoordinatorLeft(app, hat, left) {
	const conference = app.findRecordById('conferences', hat.getString('conference'));
	if (conference.getBool('coordinatorLeft') === left) return;
	conference.set('coordinatorLeft', left);
	app.save(conference);
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

module.exports = { mayWear, afterPutOn, afterLaidDown, mayBeTakenOff, maySpeakFor };
