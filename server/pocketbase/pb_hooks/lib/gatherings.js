const { rows, one, personOf } = require(`${__hooks}/lib/find.js`);
const { canKeepGoing, latestVersion } = require(`${__hooks}/lib/phases.js`);
const { nextNumber } = require(`${__hooks}/lib/plan.js`);
const { stillPromised } = require(`${__hooks}/lib/promises.js`);
const refuse = require(`${__hooks}/lib/refuse.js`);

/** The gathering that is not closed yet, or null. */
function openGathering(app, conference) {
	return rows(app, 'gatherings', { conference }).find((row) => row.getString('state') !== 'closed') || null;
}

/** PH8: after the day, one at a time. */
function begin(app, gathering) {
	const conference = gathering.getString('conference');
	const phase = app.findRecordById('conferences', conference).getString('phase');
	if (phase !== 'followThrough' || openGathering(app, conference)) {
		throw refuse('PH8', 'There is one gathering at a time, after the day.');
	}
	gathering.set('number', nextNumber(app, 'gatherings', conference, 2));
	gathering.set('round', 1);
}

/** Throws what keeps a gathering as it is. */
function mayMove(app, gathering, auth) {
	const from = gathering.original().getString('state');
	const to = gathering.getString('state');
	gathering.set('round', gathering.original().getInt('round'));
	if (from === to) return;
	const person = personOf(app, auth, gathering.getString('conference'));
	if (from === 'private' && (!person || person.getBool('barred'))) {
		throw refuse('PH8', 'Who is kept out of the room does not speak for it.');
	}
	const version = presentedBy(app, gathering);
	if (from === 'private' && to === 'presenting' && !version) throw refuse('PH8', 'There is no plan to present.');
	if (from === 'presenting' && to === 'closed') {
		canKeepGoing(app, app.findRecordById('conferences', gathering.getString('conference')));
	}
}

/** The frozen version of this gathering's round, or undefined. */
function presentedBy(app, gathering) {
	const place = { gathering: gathering.getInt('number'), round: gathering.getInt('round') };
	const conference = gathering.getString('conference');
	return rows(app, 'plan_versions', { conference, frozen: true, ...place })[0];
}

/** BL5: looked at is what is being presented. PH8 says no, for nothing is wrong with what was typed. */
function mayLook(app, look) {
	const conference = app.findRecordById('conferences', look.getString('conference'));
	if (conference.getString('phase') !== 'followThrough') return;
	const open = openGathering(app, conference.id);
	if (!open || open.getString('state') !== 'presenting') throw refuse('PH8', 'Nothing is being presented.');
}

/** PH8: the version presented last is in force from now on, with every yes and status that still stands. */
function comeIntoForce(app, gathering) {
	const conference = app.findRecordById('conferences', gathering.getString('conference'));
	const before = conference.getString('inForce');
	const version = latestVersion(app, conference.id);
	conference.set('inForce', version.id);
	app.save(conference);
	if (before) carryOver(app, before, version.id);
}

/** PH8: no new plan. What was presented and taken back is not what anybody looks at any more. */
function leaveAsItWas(app, gathering) {
	const conference = app.findRecordById('conferences', gathering.getString('conference'));
	conference.set('presented', conference.getString('inForce'));
	app.save(conference);
}

const ALONG = { yeses: ['onBehalfBy'], statuses: ['onBehalfBy', 'status', 'note'] };

function carryOver(app, before, after) {
	const next = rows(app, 'agreements', { version: after });
	for (const old of rows(app, 'agreements', { version: before })) {
		const now = next.find((row) => row.getInt('number') === old.getInt('number'));
		if (!now) continue;
		const said = whose(rows(app, 'yeses', { agreement: old.id }));
		for (const [collection, fields] of Object.entries(ALONG)) {
			const words = rows(app, collection, { agreement: old.id });
			const stands = stillPromised(promised(old), promised(now), said, whose(words));
			for (const word of words) bring(app, word, now, { stands, fields });
		}
	}
}

/** Copies one yes or status to the agreement of the next version, unless there is a newer one. */
function bring(app, word, agreement, { stands, fields }) {
	const participant = word.getString('participant');
	const collection = word.collection().name;
	if (!stands.includes(participant) || one(app, collection, { agreement: agreement.id, participant })) return;
	const row = new Record(app.findCollectionByNameOrId(collection));
	row.load({ conference: agreement.getString('conference'), agreement: agreement.id, participant });
	for (const field of fields) row.set(field, word.get(field));
	app.save(row);
}

const whose = (words) => words.map((row) => row.getString('participant'));

function promised(agreement) {
	const [what, when, by, ifNot, responsible] = ['what', 'when', 'by', 'ifNot', 'responsible'].map((field) =>
		agreement.getString(field)
	);
	return { what, when, by, ifNot, responsible, helpers: agreement.getStringSlice('helpers') };
}

module.exports = { begin, mayMove, mayLook, openGathering, comeIntoForce, leaveAsItWas };
