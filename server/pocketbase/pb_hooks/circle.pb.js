/// People, hats, contact data.

// CO1, CO5, RV2 before; AC4 after.
onRecordCreate((e) => {
	const { mayWear, afterPutOn } = require(`${__hooks}/lib/hats.js`);
	mayWear(e.app, e.record);
	require(`${__hooks}/lib/together.js`)(e, (app) => afterPutOn(app, e.record));
}, 'hats');

// RM2
onRecordCreateRequest((e) => {
	require(`${__hooks}/lib/hats.js`).mayChangeHat(e.app, e.record, e.auth);
	e.next();
}, 'hats');
onRecordUpdateRequest((e) => {
	require(`${__hooks}/lib/hats.js`).mayChangeHat(e.app, e.record, e.auth);
	e.next();
}, 'hats');

// CO3
onRecordUpdate((e) => {
	const { afterLaidDown } = require(`${__hooks}/lib/coordinator.js`);
	const isLaidDown = e.record.getBool('ended') && !e.record.original().getBool('ended');
	require(`${__hooks}/lib/together.js`)(e, (app) => isLaidDown && afterLaidDown(app, e.record));
}, 'hats');

// RM2, and IN2: an answer given for somebody says by whom.
onRecordUpdateRequest((e) => {
	const { mayBeTakenOff } = require(`${__hooks}/lib/hats.js`);
	const { personOf } = require(`${__hooks}/lib/find.js`);
	const state = e.record.getString('state');
	const changed = state !== e.record.original().getString('state');
	if (changed && state === 'removed') mayBeTakenOff(e.app, e.record, e.auth);
	if (changed && !e.hasSuperuserAuth()) {
		const own = e.record.getString('account') === e.auth.id;
		const by = own ? null : personOf(e.app, e.auth, e.record.getString('conference'));
		e.record.set('answeredBy', by ? by.id : '');
	}
	e.next();
}, 'participants');

// IN2: who answers for this person.
onRecordCreate((e) => {
	require(`${__hooks}/lib/representative.js`).mayBeNamed(e.app, e.record);
	e.next();
}, 'participants');

// The same, and CO1, CO5: the answer of whoever was matched.
onRecordUpdate((e) => {
	const { mayBeNamed, speaksForSelf } = require(`${__hooks}/lib/representative.js`);
	const { mayAnswer, afterAnswer } = require(`${__hooks}/lib/coordinator.js`);
	speaksForSelf(e.app, e.record);
	mayBeNamed(e.app, e.record);
	const answers = e.record.original().getString('state') === 'asked' && e.record.getString('state') !== 'asked';
	if (answers) mayAnswer(e.app, e.record);
	require(`${__hooks}/lib/together.js`)(e, (app) => answers && afterAnswer(app, e.record));
}, 'participants');

// AC1
onRecordCreate((e) => {
	const shareTicked = require(`${__hooks}/lib/contacts.js`);
	require(`${__hooks}/lib/together.js`)(e, (app) => shareTicked(app, e.record));
}, 'contacts');
onRecordUpdate((e) => {
	const shareTicked = require(`${__hooks}/lib/contacts.js`);
	require(`${__hooks}/lib/together.js`)(e, (app) => shareTicked(app, e.record));
}, 'contacts');
