/// The first lock of the private room. What is in it is never here.

// Who begins the room is in it. Once somebody is in, one more room (F1, F12) is begun by who is in already: the first
// lock holds for all rooms of a conference, and nobody opens it to themselves by beginning another.
onRecordCreateRequest((e) => {
	const { one, personOf } = require(`${__hooks}/lib/find.js`);
	require(`${__hooks}/lib/together.js`)(e, (app) => {
		const conference = e.record.getString('conference');
		const person = e.hasSuperuserAuth() ? null : personOf(app, e.auth, conference);
		if (!person || one(app, 'let_in', { participant: person.id })) return;
		if (one(app, 'let_in', { conference })) throw new BadRequestError('Failed to create record.');
		const row = new Record(app.findCollectionByNameOrId('let_in'));
		row.load({ conference, participant: person.id });
		app.save(row);
	});
}, 'rooms');

// RM1: somebody inside lets in, in their own name. Refused like a room that is not there (AC3).
onRecordCreateRequest((e) => {
	const { one, personOf } = require(`${__hooks}/lib/find.js`);
	const conference = e.record.getString('conference');
	if (!e.hasSuperuserAuth()) {
		const me = personOf(e.app, e.auth, conference);
		const by = e.record.getString('by');
		const inside = me && by === me.id && one(e.app, 'let_in', { participant: me.id });
		if (!inside) throw new BadRequestError('Failed to create record.');
		require(`${__hooks}/lib/door.js`).mayComeIn(e.app, e.record);
	}
	e.next();
}, 'let_in');

// A guest of the room may knock, for three days: also once the server lets them in, for the answer comes after that.
onRecordCreateRequest((e) => {
	if (!e.hasSuperuserAuth()) require(`${__hooks}/lib/door.js`).mayComeIn(e.app, e.record);
	const until = new DateTime().add(72 * 60 * 60 * 1e9);
	e.record.set('until', until);
	e.next();
}, 'door_openings');

// AC4, for everybody's hand: the barred are never let in.
onRecordCreate((e) => {
	const refuse = require(`${__hooks}/lib/refuse.js`);
	const person = e.app.findRecordById('participants', e.record.getString('participant'));
	if (person.getBool('barred')) throw refuse('AC4', 'Never let into a sealed room.');
	e.next();
}, 'let_in');

// RM2: one of the circle alone can only ask. With the second who asks, that person goes.
onRecordCreateRequest((e) => {
	const { mayBeAskedOut, goIfTwoAsk } = require(`${__hooks}/lib/door.js`);
	mayBeAskedOut(e.app, e.record, e.auth);
	require(`${__hooks}/lib/together.js`)(e, (app) => goIfTwoAsk(app, e.record));
}, 'let_outs');

// What was asked about somebody, and what somebody asked, goes with them; so does an open door.
onRecordDelete((e) => {
	const { rows } = require(`${__hooks}/lib/find.js`);
	const participant = e.record.getString('participant');
	require(`${__hooks}/lib/together.js`)(e, (app) => {
		const about = ['let_outs', 'door_openings'].flatMap((name) => rows(app, name, { participant }));
		for (const row of [...about, ...rows(app, 'let_outs', { by: participant })]) app.delete(row);
	});
}, 'let_in');

// RM2: everyone may leave; a central person is put out by nobody else.
onRecordDeleteRequest((e) => {
	const { mayBePutOut } = require(`${__hooks}/lib/hats.js`);
	if (!e.hasSuperuserAuth()) {
		mayBePutOut(e.app, e.app.findRecordById('participants', e.record.getString('participant')), e.auth);
	}
	e.next();
}, 'let_in');
