const { rows } = require(`${__hooks}/lib/find.js`);
const { stayIndependent } = require(`${__hooks}/lib/independence.js`);
const refuse = require(`${__hooks}/lib/refuse.js`);

/** Coordinators' hats that are worn in this conference, of those who began or of those still asked. */
function worn(app, conference, state) {
	const hats = rows(app, 'hats', { conference, kind: 'coordinator', ended: false });
	return hats.filter((hat) => personWith(app, hat).getString('state') === state);
}

const personWith = (app, hat) => app.findRecordById('participants', hat.getString('participant'));

/** CO5: one coordinator at a time, and one who is asked to be the next. */
function oneAtATime(app, hat) {
	const state = personWith(app, hat).getString('state');
	const others = worn(app, hat.getString('conference'), state).filter((other) => other.id !== hat.id);
	if (others.length > 0) throw refuse('CO5', 'There is one coordinator at a time.');
}

/** CO1, PH2: who is no longer independent leaves the opening of the day to the next. */
function areIndependent(app, conference) {
	for (const hat of worn(app, conference.id, 'joined')) stayIndependent(app, hat);
}

/** Before an answer of somebody who was matched: CO1, they begin with the day on which they declared it. */
function mayAnswer(app, person) {
	const [hat] = candidateHat(app, person);
	if (!hat) return person.set('independentOn', person.original().getString('independentOn'));
	if (person.getString('state') !== 'joined') return;
	if (!person.getString('independentOn')) throw refuse('CO1', 'A coordinator first declares to be independent.');
	stayIndependent(app, hat);
}

/** After it: CO5, the one before leaves as in CO3; or whoever said no is no candidate any more. */
function afterAnswer(app, person) {
	const conference = person.getString('conference');
	const [hat] = candidateHat(app, person);
	if (!hat) return;
	if (person.getString('state') === 'declined') {
		end(app, hat);
		for (const change of rows(app, 'coordinator_changes', { conference })) decline(app, change);
		return;
	}
	for (const other of worn(app, conference, 'joined')) if (other.id !== hat.id) end(app, other);
	for (const change of rows(app, 'coordinator_changes', { conference })) app.delete(change);
	sayLeft(app, conference, false);
}

function candidateHat(app, person) {
	return rows(app, 'hats', { participant: person.id, kind: 'coordinator', ended: false });
}

/** CO5: an offer that came to nothing; the manager sees it, and may offer somebody else. */
function decline(app, change) {
	change.set('state', 'declined');
	app.save(change);
}

function end(app, hat) {
	hat.set('ended', true);
	app.save(hat);
}

/** CO3: all unused codes die with the hat of who coordinated, and everybody sees that the coordinator has left. */
function afterLaidDown(app, hat) {
	if (hat.getString('kind') !== 'coordinator' || personWith(app, hat).getString('state') !== 'joined') return;
	const conference = hat.getString('conference');
	const unused = 'used = "" && (conference = {:conference} || participant.conference = {:conference})';
	for (const code of app.findRecordsByFilter('codes', unused, '', 0, 0, { conference })) app.delete(code);
	sayLeft(app, conference, true);
}

function sayLeft(app, id, left) {
	const conference = app.findRecordById('conferences', id);
	if (conference.getBool('coordinatorLeft') === left) return;
	conference.set('coordinatorLeft', left);
	app.save(conference);
}

module.exports = { worn, personWith, oneAtATime, areIndependent, mayAnswer, afterAnswer, afterLaidDown, end, decline, sayLeft };
