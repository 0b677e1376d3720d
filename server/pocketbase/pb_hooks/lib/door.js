const { rows, one, kindsOf } = require(`${__hooks}/lib/find.js`);
const { COMES_IN, mayBePutOut } = require(`${__hooks}/lib/hats.js`);

/** How many members together put somebody out who is no central person (RM2). */
const TOGETHER = 2;

/** Like a room that is not there (AC3). */
const notThere = () => new BadRequestError('Failed to create record.');

/** RM1, AC4: on the list, said yes, and never from outside; a region manager of this region never either. */
function mayComeIn(app, row) {
	const person = app.findRecordById('participants', row.getString('participant'));
	const expected = kindsOf(app, person.id).some((kind) => COMES_IN.includes(kind));
	if (person.getString('state') !== 'joined' || person.getBool('barred') || !expected) throw notThere();
	const account = person.getString('account');
	const manages = account && app.findRecordById('accounts', account).getString('manages');
	const region = app.findRecordById('conferences', row.getString('conference')).getString('region');
	if (manages && manages === region) throw notThere();
}

/** RM2: somebody who is in, another than who asks, and no central person. */
function mayBeAskedOut(app, row, auth) {
	const person = app.findRecordById('participants', row.getString('participant'));
	if (!one(app, 'let_in', { participant: person.id })) throw notThere();
	if (row.getString('by') === person.id) throw notThere();
	mayBePutOut(app, person, auth);
}

/** RM2: puts out whom enough members ask about who are in themselves. */
function goIfTwoAsk(app, row) {
	const participant = row.getString('participant');
	const asking = rows(app, 'let_outs', { participant }).map((other) => other.getString('by'));
	const inside = [...new Set(asking)].filter((by) => one(app, 'let_in', { participant: by }));
	if (inside.length < TOGETHER) return;
	const letIn = one(app, 'let_in', { participant });
	if (letIn) app.delete(letIn);
}

module.exports = { mayComeIn, mayBeAskedOut, goIfTwoAsk };
