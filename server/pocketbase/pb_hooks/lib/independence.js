const { rows } = require(`${__hooks}/lib/find.js`);
const refuse = require(`${__hooks}/lib/refuse.js`);

const PARTIES = ['setter', 'informationGiver', 'referrer'];
const sameName = (name) => name.trim().toLowerCase().replace(/\s+/g, ' ');

/** CO1: whether an organisation takes part as a professional party. */
function takesPart(app, conference, organisation) {
	const own = sameName(organisation);
	const parties = rows(app, 'hats', { conference, ended: false }).filter((hat) => PARTIES.includes(hat.getString('kind')));
	return own !== '' && parties.some((hat) => sameName(hat.getString('organisation')) === own);
}

/**
 * CO1: a coordinator never belongs to an organisation that takes part, whichever of the two comes first. The family
 * never loses the helper: once another coordinator is asked for, the party joins.
 */
function stayIndependent(app, hat) {
	const conference = hat.getString('conference');
	if (hat.getString('kind') === 'coordinator') {
		if (takesPart(app, conference, organisationOf(app, hat))) throw notIndependent();
		return;
	}
	if (rows(app, 'coordinator_changes', { conference }).length > 0) return;
	const own = sameName(hat.getString('organisation'));
	const coordinators = rows(app, 'hats', { conference, kind: 'coordinator', ended: false });
	if (own && coordinators.some((other) => sameName(organisationOf(app, other)) === own)) throw notIndependent();
}

/** The refusal that offers another coordinator. */
function notIndependent() {
	return refuse('CO1', 'The coordinator belongs to an organisation that takes part.');
}

/** Of a coordinator, whose hat need not say it, the one of the account. */
function organisationOf(app, hat) {
	const onHat = hat.getString('organisation');
	const account = app.findRecordById('participants', hat.getString('participant')).getString('account');
	return onHat || (account ? app.findRecordById('accounts', account).getString('organisation') : '');
}

module.exports = { PARTIES, takesPart, stayIndependent, notIndependent };
