/// Gatherings of the circle after the day (PH8).

// One at a time, and the program counts.
onRecordCreateRequest((e) => {
	if (!e.hasSuperuserAuth()) require(`${__hooks}/lib/gatherings.js`).begin(e.app, e.record);
	e.next();
}, 'gatherings');

// The rules say who; this says when. Jobs of the program itself set a state as it is.
onRecordUpdateRequest((e) => {
	if (!e.hasSuperuserAuth()) require(`${__hooks}/lib/gatherings.js`).mayMove(e.app, e.record, e.auth);
	e.next();
}, 'gatherings');

// Back among themselves is the next round. Closed: the version presented last comes into force, or none does.
onRecordUpdate((e) => {
	const { comeIntoForce, leaveAsItWas } = require(`${__hooks}/lib/gatherings.js`);
	const from = e.record.original().getString('state');
	const to = e.record.getString('state');
	if (from === 'presenting' && to === 'private') e.record.set('round', e.record.original().getInt('round') + 1);
	require(`${__hooks}/lib/together.js`)(e, (app) => {
		if (from === to || to !== 'closed') return;
		if (from === 'presenting') comeIntoForce(app, e.record);
		else leaveAsItWas(app, e.record);
	});
}, 'gatherings');

// BL5: after the day the setter looks while a gathering presents, and at no other time.
const looking = (e) => {
	if (!e.hasSuperuserAuth()) require(`${__hooks}/lib/gatherings.js`).mayLook(e.app, e.record);
	e.next();
};
onRecordCreateRequest(looking, 'looks');
onRecordUpdateRequest(looking, 'looks');
