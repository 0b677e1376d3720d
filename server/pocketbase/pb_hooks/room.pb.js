/// The first lock of the private room. What is in it is never here.

// Who begins the room is in it. Kept is only the hash of the proof that the link holds.
onRecordCreateRequest((e) => {
	const { personOf } = require(`${__hooks}/lib/find.js`);
	const proof = e.record.getString('linkProof');
	e.record.set('linkProof', proof ? $security.sha256(proof) : '');
	require(`${__hooks}/lib/together.js`)(e, (app) => {
		const conference = e.record.getString('conference');
		const person = e.hasSuperuserAuth() ? null : personOf(app, e.auth, conference);
		if (!person) return;
		const row = new Record(app.findCollectionByNameOrId('let_in'));
		row.load({ conference, participant: person.id });
		app.save(row);
	});
}, 'rooms');

// Not a hidden field, for PocketBase would take none from a person; hidden in what it answers instead.
onRecordEnrich((e) => {
	if (!e.requestInfo || !e.requestInfo.hasSuperuserAuth()) e.record.hide('linkProof');
	e.next();
}, 'rooms');

// RM1: somebody inside lets in, or the link's proof does. Refused like a room that is not there (AC3).
onRecordCreateRequest((e) => {
	const { one, personOf } = require(`${__hooks}/lib/find.js`);
	const conference = e.record.getString('conference');
	const room = one(e.app, 'rooms', { conference });
	const proof = e.record.getString('proof');
	e.record.set('proof', '');
	if (!e.hasSuperuserAuth()) {
		const me = personOf(e.app, e.auth, conference);
		const by = e.record.getString('by');
		const inside = me && by === me.id && one(e.app, 'let_in', { participant: me.id });
		const known = room && room.getString('linkProof');
		const proven = !by && known && proof && $security.equal(known, $security.sha256(proof));
		if (!inside && !proven) throw new BadRequestError('Failed to create record.');
	}
	e.next();
}, 'let_in');

// AC4, for everybody's hand: the barred are never let in.
onRecordCreate((e) => {
	const refuse = require(`${__hooks}/lib/refuse.js`);
	const person = e.app.findRecordById('participants', e.record.getString('participant'));
	if (person.getBool('barred')) throw refuse('AC4', 'Never let into a sealed room.');
	e.next();
}, 'let_in');

// RM2: everyone may leave; a central person is put out by nobody else.
onRecordDeleteRequest((e) => {
	const { mayBeTakenOff } = require(`${__hooks}/lib/hats.js`);
	if (!e.hasSuperuserAuth()) {
		mayBeTakenOff(e.app, e.app.findRecordById('participants', e.record.getString('participant')), e.auth);
	}
	e.next();
}, 'let_in');
