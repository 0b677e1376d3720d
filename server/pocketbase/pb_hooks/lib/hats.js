const { kindsOf, one, personOf } = require(`${__hooks}/lib/find.js`);
const { oneAtATime, sayLeft } = require(`${__hooks}/lib/coordinator.js`);
const { PARTIES, stayIndependent } = require(`${__hooks}/lib/independence.js`);
const refuse = require(`${__hooks}/lib/refuse.js`);

/** With one of these somebody may be let into the sealed room (RM1). */
const COMES_IN = ['centralPerson', 'circle', 'interpreter', 'outsideSupportPerson'];

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

/** AC4: the hats that bar from the sealed room. */
function isBarring(hat) {
	const kind = hat.getString('kind');
	const forOthers = kind === 'referrer' && hat.getString('organisation').trim() !== '';
	return forOthers || ['coordinator', 'setter', 'informationGiver'].includes(kind);
}

/** AC4: who was once coordinator, professional or referrer for an organisation stays barred; never undone. */
function bar(app, hat) {
	if (!isBarring(hat)) return;
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

/** RM2: a central person is not put out by others, nor a coordinator (CO5) while in office. */
function mayBePutOut(app, person, by) {
	if (by && person.getString('account') === by.id) return;
	const kinds = kindsOf(app, person.id);
	if (kinds.includes('centralPerson')) throw refuse('RM2', 'A central person cannot be removed.');
	if (kinds.includes('coordinator')) throw refuse('CO5', 'A coordinator is replaced by the region manager.');
}

/**
 * RM2, as src/lib/domain/circle/remove.ts has it: whoever was let into the sealed room is taken out of it by
 * themselves, by a central person, or from inside by two (let_outs); then nothing holds them here any more. Whoever
 * writes the list alone does not, whatever they write there.
 */
function staysInside(app, person, by) {
	if (by && (by.isSuperuser() || person.getString('account') === by.id)) return;
	if (!one(app, 'let_in', { participant: person.id })) return;
	const other = personOf(app, by, person.getString('conference'));
	if (other && kindsOf(app, other.id).includes('centralPerson')) return;
	throw refuse('RM2', 'Who is in the room is taken out of it from inside.');
}

/** RM2: the list takes off whoever may be put out, and is not in the sealed room. */
function mayBeTakenOff(app, person, by) {
	mayBePutOut(app, person, by);
	staysInside(app, person, by);
}

/** RM2: nor by a hat that bars from the room (AC4), or by laying down the one somebody came in with. */
function mayChangeHat(app, hat, by) {
	const putsOut = hat.getBool('ended') ? COMES_IN.includes(hat.getString('kind')) : isBarring(hat);
	if (putsOut) staysInside(app, app.findRecordById('participants', hat.getString('participant')), by);
}

/** AC5: who sets requirements here cannot say a central person's yes. */
function maySpeakFor(app, by, forWhom) {
	if (!by || by === forWhom || !kindsOf(app, by, true).includes('setter')) return;
	if (kindsOf(app, forWhom).includes('centralPerson')) {
		throw refuse('AC5', "Who sets a requirement cannot say the central person's yes.");
	}
}

module.exports = { COMES_IN, mayWear, afterPutOn, mayBePutOut, mayBeTakenOff, mayChangeHat, maySpeakFor };
