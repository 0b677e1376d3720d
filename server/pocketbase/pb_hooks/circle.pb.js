/// People, hats, contact data.

// CO1, CO5, RV2 before; AC4 after.
onRecordCreate((e) => {
	const { mayWear, afterPutOn } = require(`${__hooks}/lib/hats.js`);
	mayWear(e.app, e.record);
	require(`${__hooks}/lib/together.js`)(e, (app) => afterPutOn(app, e.record));
}, 'hats');

// CO3
onRecordUpdate((e) => {
	const { afterLaidDown } = require(`${__hooks}/lib/hats.js`);
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

// AC1
onRecordCreate((e) => {
	const shareTicked = require(`${__hooks}/lib/contacts.js`);
	require(`${__hooks}/lib/together.js`)(e, (app) => shareTicked(app, e.record));
}, 'contacts');
onRecordUpdate((e) => {
	const shareTicked = require(`${__hooks}/lib/contacts.js`);
	require(`${__hooks}/lib/together.js`)(e, (app) => shareTicked(app, e.record));
}, 'contacts');
