const { rows, kindsOf } = require(`${__hooks}/lib/find.js`);
const { worn, personWith, end, decline } = require(`${__hooks}/lib/coordinator.js`);
const { takesPart, notIndependent } = require(`${__hooks}/lib/independence.js`);
const { allGiven } = require(`${__hooks}/lib/yeses.js`);
const refuse = require(`${__hooks}/lib/refuse.js`);

/** CO5: an offer is of somebody who belongs to no party (CO1) and is nothing else here; older words fall away. */
function offer(app, change) {
	const conference = change.getString('conference');
	for (const older of rows(app, 'coordinator_changes', { conference })) if (older.id !== change.id) app.delete(older);
	for (const yes of rows(app, 'coordinator_yeses', { change: change.id })) app.delete(yes);
	const candidate = change.getString('candidate');
	if (!candidate) return;
	const account = app.findRecordById('accounts', candidate);
	const region = app.findRecordById('conferences', conference).getString('region');
	if (!account.getStringSlice('coordinates').includes(region)) throw refuse('CO5', 'Not of this region.');
	const belongs = takesPart(app, conference, account.getString('organisation'));
	const [person] = rows(app, 'participants', { conference, account: candidate });
	const isTied = person && (kindsOf(app, person.id).length > 0 || kindsOf(app, person.id, true).some(isNoCoordinator));
	if (belongs || isTied) throw notIndependent();
	change.set('name', account.getString('name'));
	change.set('organisation', account.getString('organisation'));
}

const isNoCoordinator = (kind) => kind !== 'coordinator';

/** CO5: one no ends the offer; with each central person's yes whoever was offered is asked, and the old one stays on. */
function answerOffer(app, yes) {
	const change = app.findRecordById('coordinator_changes', yes.getString('change'));
	if (yes.getString('answer') === 'no') return decline(app, change);
	const yeses = rows(app, 'coordinator_yeses', { change: change.id });
	if (allGiven(app, change.getString('conference'), yeses)) ask(app, change);
}

function ask(app, change) {
	const conference = change.getString('conference');
	for (const hat of worn(app, conference, 'asked')) {
		const former = personWith(app, hat);
		end(app, hat);
		former.set('state', 'removed');
		app.save(former);
	}
	const account = change.getString('candidate');
	const [known] = rows(app, 'participants', { conference, account });
	const person = known || new Record(app.findCollectionByNameOrId('participants'));
	person.load({ conference, account, name: change.getString('name'), state: 'asked', independentOn: '' });
	app.save(person);
	const hat = new Record(app.findCollectionByNameOrId('hats'));
	const organisation = change.getString('organisation');
	hat.load({ conference, participant: person.id, kind: 'coordinator', organisation });
	app.save(hat);
}

module.exports = { offer, answerOffer };
