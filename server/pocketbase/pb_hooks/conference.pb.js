/// Moving from phase to phase.

// PH1–PH4, PH6. The rules say who moves; this says when. Jobs of the program itself set a phase as it is.
onRecordUpdateRequest((e) => {
	const moves = e.record.getString('phase') !== e.record.original().getString('phase');
	if (moves && !e.hasSuperuserAuth()) require(`${__hooks}/lib/phases.js`).mayMove(e.app, e.record);
	e.next();
}, 'conferences');

// The round is counted here and seen nowhere; referrers learn what they may.
onRecordUpdate((e) => {
	const before = e.record.original().getString('phase');
	const phase = e.record.getString('phase');
	if (phase === 'privateTime' && before !== phase)
		e.record.set('round', e.record.original().getInt('round') + 1);
	// PH8: closing the day brings the plan into force, until a gathering is closed with the next.
	if (phase === 'followThrough' && before !== phase) e.record.set('inForce', e.record.getString('presented'));
	require(`${__hooks}/lib/together.js`)(e, (app) => {
		if (phase !== before) require(`${__hooks}/lib/phases.js`).tellReferrers(app, e.record);
	});
}, 'conferences');

// AC5: the central person's yes. PH1: a no has no consequence, and erases what was held.
onRecordCreateRequest((e) => {
	require(`${__hooks}/lib/centralYes.js`)(e);
}, 'central_yeses');
onRecordUpdateRequest((e) => {
	require(`${__hooks}/lib/centralYes.js`)(e);
}, 'central_yeses');
