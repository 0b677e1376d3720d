/// CS1: consent opens a topic, and closes it again.

onRecordCreate((e) => {
	e.record.set('open', false);
	e.next();
}, 'contribution_topics');

onRecordCreate((e) => {
	const openOrClose = require(`${__hooks}/lib/consents.js`);
	require(`${__hooks}/lib/together.js`)(e, (app) => openOrClose(app, e.record.getString('topic')));
}, 'consents');
onRecordUpdate((e) => {
	const openOrClose = require(`${__hooks}/lib/consents.js`);
	require(`${__hooks}/lib/together.js`)(e, (app) => openOrClose(app, e.record.getString('topic')));
}, 'consents');

// AC5: a yes to an agreement that is said in a central person's name.
onRecordCreateRequest((e) => {
	const { maySpeakFor } = require(`${__hooks}/lib/hats.js`);
	maySpeakFor(e.app, e.record.getString('onBehalfBy'), e.record.getString('participant'));
	e.next();
}, 'yeses');
