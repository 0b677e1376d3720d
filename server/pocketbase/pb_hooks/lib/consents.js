const { rows } = require(`${__hooks}/lib/find.js`);

/** CS1: a topic is open when everybody it is about said yes, and closes at once when one takes that back. */
module.exports = function openOrClose(app, topicId) {
	const topic = app.findRecordById('contribution_topics', topicId);
	const yeses = rows(app, 'consents', { topic: topicId, answer: 'yes' });
	const said = yeses.map((consent) => consent.getString('participant'));
	const about = topic.getStringSlice('about');
	const open = about.length > 0 && about.every((participant) => said.includes(participant));
	if (topic.getBool('open') === open) return;
	topic.set('open', open);
	app.save(topic);
};
