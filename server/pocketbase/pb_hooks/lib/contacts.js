const { rows } = require(`${__hooks}/lib/find.js`);

const KINDS = { mail: 'shareMail', phone: 'sharePhone', address: 'shareAddress' };

/** AC1: makes the shared rows of one person say exactly what that person ticked. */
module.exports = function shareTicked(app, contact) {
	const participant = contact.getString('participant');
	for (const row of rows(app, 'shared_contacts', { participant })) app.delete(row);
	for (const kind of Object.keys(KINDS)) {
		const value = contact.getString(kind);
		if (!contact.getBool(KINDS[kind]) || !value) continue;
		const row = new Record(app.findCollectionByNameOrId('shared_contacts'));
		row.load({ conference: contact.getString('conference'), participant, kind, value });
		app.save(row);
	}
};
