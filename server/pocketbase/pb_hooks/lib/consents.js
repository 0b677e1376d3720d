const { rows } = require(`${__hooks}/lib/find.js`);
const { ageOf } = require(`${__hooks}/lib/yeses.js`);

/** CS1: a topic is open when everybody it is about said yes, and closes at once when one takes that back. */
function openOrClose(app, topicId) {
	const topic = app.findRecordById('contribution_topics', topicId);
	const consents = rows(app, 'consents', { topic: topicId });
	const about = topic.getStringSlice('about');
	const open = about.length > 0 && about.every((person) => agrees(app, person, consents));
	if (topic.getBool('open') === open) return;
	topic.set('open', open);
	app.save(topic);
}

/** The same as `agrees` of the domain: under 12 the representative, 12 to 15 both; of a grown person their own word. */
function agrees(app, person, consents) {
	const word = (isOwn) => {
		const said = consents.find(
			(row) => row.getString('participant') === person && (row.getString('onBehalfBy') === '') === isOwn
		);
		return said ? said.getString('answer') : '';
	};
	const age = ageOf(app, person);
	if (age >= 16) return (word(true) || word(false)) === 'yes';
	return word(false) === 'yes' && (word(true) === 'yes' || (word(true) === '' && age < 12));
}

module.exports = openOrClose;
