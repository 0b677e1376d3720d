/// The link that let in whoever held it is gone: the server keeps no proof of it any more. Whoever was let in stays so.
/// Into the room one comes by somebody inside (RM1); without anybody, by a sleutelblad of which no server knows.
migrate(
	(app) => {
		const frozen = `${__hooks}/../pb_migrations/frozen`;
		const R = require(`${frozen}/rules1.js`);
		const { as, joined, mine, unbarred } = R.rulesFrom('conference.');
		const notManager = "(@request.auth.manages = '' || @request.auth.manages != conference.region)";
		const inRoom = 'conference.let_in_via_conference.participant.account ?= @request.auth.id';

		const rooms = app.findCollectionByNameOrId('rooms');
		rooms.fields.removeByName('linkProof');
		app.save(rooms);

		const letIn = app.findCollectionByNameOrId('let_in');
		letIn.fields.removeByName('proof');
		// RM1, AC2, AC4: of the circle, inside, in one's own name; the hook asks for whom.
		letIn.createRule = R.all(notManager, inRoom, joined(as(R.FAMILY, 'p-f', mine('by'), unbarred)));
		app.save(letIn);
	},
	() => {
		throw new Error('There is no way back behind the first migrations: start from an empty folder.');
	}
);
