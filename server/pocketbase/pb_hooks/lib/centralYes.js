const { maySpeakFor } = require(`${__hooks}/lib/hats.js`);
const together = require(`${__hooks}/lib/together.js`);

/** AC5 before a central person's answer; PH1 after it: a no, also after a yes, erases what was held. */
module.exports = function answerCentral(e) {
	maySpeakFor(e.app, e.record.getString('by'), e.record.getString('centralPerson'));
	together(e, (app) => {
		if (e.record.getString('answer') !== 'no') return;
		app.delete(app.findRecordById('conferences', e.record.getString('conference')));
	});
};
