/// CO1, CO5: somebody else as coordinator.

onRecordCreate((e) => {
	const { offer } = require(`${__hooks}/lib/replacement.js`);
	offer(e.app, e.record);
	e.next();
}, 'coordinator_changes');
onRecordUpdate((e) => {
	const { offer } = require(`${__hooks}/lib/replacement.js`);
	if (e.record.getString('state') === 'offered') offer(e.app, e.record);
	e.next();
}, 'coordinator_changes');

// AC5 for whose yes it is, then what follows from it.
onRecordCreateRequest((e) => {
	const { maySpeakFor } = require(`${__hooks}/lib/hats.js`);
	maySpeakFor(e.app, e.record.getString('by'), e.record.getString('centralPerson'));
	const { answerOffer } = require(`${__hooks}/lib/replacement.js`);
	require(`${__hooks}/lib/together.js`)(e, (app) => answerOffer(app, e.record));
}, 'coordinator_yeses');
