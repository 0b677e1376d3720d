/// Versions, agreements, and what people say about them.

// The program counts; nobody else.
onRecordCreateRequest((e) => {
	if (!e.hasSuperuserAuth()) {
		const { nextNumber, placeOf } = require(`${__hooks}/lib/plan.js`);
		const conference = e.record.getString('conference');
		e.record.set('number', nextNumber(e.app, 'plan_versions', conference, 1));
		const { round, gathering } = placeOf(e.app, conference);
		e.record.set('round', round);
		e.record.set('gathering', gathering);
	}
	e.next();
}, 'plan_versions');

// VE1: frozen for everybody, the program's own jobs too. The circle shares it, and that is all.
onRecordUpdate((e) => {
	const { keepFrozen } = require(`${__hooks}/lib/plan.js`);
	const wasFrozen = e.record.original().getBool('frozen');
	if (wasFrozen) keepFrozen(e.record, ['wholeFor', 'statusFor', 'textConfirmedBy']);
	const isPresented = !wasFrozen && e.record.getBool('frozen');
	require(`${__hooks}/lib/together.js`)(e, (app) => {
		if (!isPresented) return;
		const conference = app.findRecordById('conferences', e.record.getString('conference'));
		conference.set('presented', e.record.id);
		app.save(conference);
	});
}, 'plan_versions');
onRecordUpdate((e) => {
	require(`${__hooks}/lib/plan.js`).keepFrozen(e.record, []);
	e.next();
}, 'agreements');

// VE1: nothing is added to a frozen version either. Whom it concerns is worked out once, here.
onRecordCreate((e) => {
	const { concernsOf, markAnswered } = require(`${__hooks}/lib/plan.js`);
	const refuse = require(`${__hooks}/lib/refuse.js`);
	const version = e.app.findRecordById('plan_versions', e.record.getString('version'));
	if (version.getBool('frozen')) throw refuse('VE1', 'What was presented stays as it is.');
	e.record.set('concerns', concernsOf(e.app, e.record));
	require(`${__hooks}/lib/together.js`)(e, (app) => markAnswered(app, e.record));
}, 'agreements');

// BL5: "not yet" needs a reason. BL6: a look belongs to its round.
const look = (e) => {
	const refuse = require(`${__hooks}/lib/refuse.js`);
	const { latestVersion } = require(`${__hooks}/lib/phases.js`);
	if (e.record.getString('result') === 'notYet' && !e.record.getString('reason').trim()) {
		throw refuse('BL5', 'Not yet needs a reason.');
	}
	const latest = latestVersion(e.app, e.record.getString('conference'));
	if (latest && latest.id !== e.record.getString('version')) {
		throw refuse('BL6', 'How an earlier version was looked at stays as it was.');
	}
	e.next();
};
onRecordCreate(look, 'looks');
onRecordUpdate(look, 'looks');

// AG4: who is not named takes on only what nobody carries now. What is carried over to a next version is no new yes.
onRecordCreateRequest((e) => {
	require(`${__hooks}/lib/plan.js`).mayTakeOn(e.app, e.record);
	e.next();
}, 'yeses');

// AG3: stopped is "stopped because".
const status = (e) => {
	const refuse = require(`${__hooks}/lib/refuse.js`);
	if (e.record.getString('status') === 'stopped' && !e.record.getString('note').trim()) {
		throw refuse('AG3', 'Stopped needs a because.');
	}
	e.next();
};
onRecordCreate(status, 'statuses');
onRecordUpdate(status, 'statuses');

// A thread's message is for who is invited at that moment, and who is invited later starts there.
onRecordCreate((e) => {
	const thread = e.app.findRecordById('threads', e.record.getString('thread'));
	e.record.set('shownTo', thread.getStringSlice('invited'));
	e.next();
}, 'thread_messages');
