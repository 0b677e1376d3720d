const { kindsOf } = require(`${__hooks}/lib/find.js`);
const { ageOf } = require(`${__hooks}/lib/yeses.js`);
const refuse = require(`${__hooks}/lib/refuse.js`);

const isFamily = (app, id) => kindsOf(app, id).some((kind) => kind === 'circle' || kind === 'centralPerson');

/** IN2: somebody grown of the family or circle answers, who never was anything else here, for who needs it. */
function mayBeNamed(app, person) {
	const next = person.getString('representative');
	if (!next) return;
	const before = person.isNew() ? '' : person.original().getString('representative');
	if (next === before) return;
	const representative = app.findRecordById('participants', next);
	const isOpen = ['asked', 'joined'].includes(representative.getString('state'));
	const fits = isFamily(app, next) && !representative.getBool('barred') && ageOf(app, next) >= 16;
	const needed = person.getString('account') === '' || ageOf(app, person.id) < 16;
	if (!isOpen || !fits || !needed || next === person.id) {
		throw refuse('IN2', 'This person does not answer for the other.');
	}
}

/** IN2: who is grown and has a login of their own answers from then on; nobody else does for them. */
function speaksForSelf(app, person) {
	const hasLogin = person.getString('account') !== '' && person.original().getString('account') === '';
	if (hasLogin && ageOf(app, person.id) >= 16) person.set('representative', '');
}

module.exports = { mayBeNamed, speaksForSelf };
