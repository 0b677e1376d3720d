/** Rows whose fields have exactly these values. */
function rows(app, collection, fields) {
	return app.findAllRecords(collection, $dbx.hashExp(fields)).filter((row) => row);
}

/** The one row with these values, or null. */
function one(app, collection, fields) {
	return rows(app, collection, fields)[0] || null;
}

/** The participant that this login is in this conference, or null. */
function personOf(app, auth, conference) {
	return auth && one(app, 'participants', { account: auth.id, conference });
}

/** Kinds of hat of a participant; those laid down too with `ever`. */
function kindsOf(app, participant, ever) {
	const hats = rows(app, 'hats', ever ? { participant } : { participant, ended: false });
	return hats.map((hat) => hat.getString('kind'));
}

module.exports = { rows, one, personOf, kindsOf };
