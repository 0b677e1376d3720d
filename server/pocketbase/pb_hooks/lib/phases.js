const { rows, one, kindsOf } = require(`${__hooks}/lib/find.js`);
const { allGiven } = require(`${__hooks}/lib/yeses.js`);
const { areIndependent } = require(`${__hooks}/lib/coordinator.js`);
const refuse = require(`${__hooks}/lib/refuse.js`);

/** What must hold before the phase moves, by "from>to". Endings ask nothing (PH7). */
const CONDITIONS = {
	'application>preparation': saidYes,
	'preparation>information': isBriefed,
	'information>privateTime': areFinal,
	'privateTime>presentation': hasPresented,
	'presentation>followThrough': canKeepGoing
};

/** PH1: every central person said yes, below 16 somebody for them too; and there is a coordinator. */
function saidYes(app, conference) {
	const worn = rows(app, 'hats', { conference: conference.id, ended: false });
	const coordinated = worn.some((hat) => hat.getString('kind') === 'coordinator');
	const said = allGiven(app, conference.id, rows(app, 'central_yeses', { conference: conference.id }));
	if (!said) throw refuse('PH1', "A central person's yes is missing.");
	if (!coordinated) throw refuse('PH1', 'There is no coordinator yet.');
}

/** PH2: everybody who comes had the four points, or they were knowingly skipped. */
function isBriefed(app, conference) {
	areIndependent(app, conference);
	const staysAway = ['coordinator', 'referrer', 'guest'];
	for (const person of rows(app, 'participants', { conference: conference.id, state: 'joined' })) {
		if (!kindsOf(app, person.id).some((kind) => !staysAway.includes(kind))) continue;
		const briefing = one(app, 'briefings', { participant: person.id });
		const points = ['goal', 'wayOfWorking', 'possibilities', 'responsibilities'];
		const told = briefing && points.every((point) => briefing.getBool(point));
		const skipped = briefing && briefing.getString('skippedBecause').trim() !== '';
		if (!told && !skipped) throw refuse('PH2', 'Somebody has not had the four points.');
	}
}

/** PH3: every requirement is final; none at all is a normal case (BL1). */
function areFinal(app, conference) {
	if (rows(app, 'requirements', { conference: conference.id, final: false }).length > 0) {
		throw refuse('PH3', 'A requirement is not final.');
	}
}

/** PH4: presenting is presenting something: a version of this round. */
function hasPresented(app, conference) {
	const round = conference.original().getInt('round');
	if (rows(app, 'plan_versions', { conference: conference.id, round, frozen: true }).length === 0) {
		throw refuse('PH4', 'There is no plan of this round to present.');
	}
}

/** PH6: a who and a what for each agreement (or words that say so), a contact person, a date to meet again. */
function canKeepGoing(app, conference) {
	const version = latestVersion(app, conference.id);
	const agreements = version ? rows(app, 'agreements', { version: version.id }) : [];
	const concrete = agreements.every((one) => one.getString('what').trim() && one.getString('responsible'));
	const clear = agreements.length > 0 ? concrete : version && version.getString('textConfirmedBy') !== '';
	const contact = one(app, 'hats', { conference: conference.id, kind: 'contactPerson', ended: false });
	if (!clear || !contact || !conference.getString('reviewDate')) {
		throw refuse('PH6', 'Who does what, a contact person or a date to meet again is missing.');
	}
}

/** The newest frozen version, or null. */
function latestVersion(app, conference) {
	const versions = rows(app, 'plan_versions', { conference, frozen: true });
	return versions.reduce(
		(last, one) => (last && last.getInt('number') > one.getInt('number') ? last : one),
		null
	);
}

/** Throws the rule that keeps the conference where it is. */
function mayMove(app, conference) {
	const from = conference.original().getString('phase');
	const condition = CONDITIONS[`${from}>${conference.getString('phase')}`];
	if (condition) condition(app, conference);
}

/** What a referrer learns: taken up, held, led to a plan; set when the day is closed or the conference ends. */
function tellReferrers(app, conference) {
	const from = conference.original().getString('phase');
	const phase = conference.getString('phase');
	const plan = ['plan', 'planWithoutMeeting'].includes(conference.getString('outcome'));
	for (const row of rows(app, 'referrals', { conference: conference.id })) {
		if (from !== 'application' || phase === 'preparation') row.set('takenUp', true);
		if (phase === 'followThrough') row.set('held', true);
		if (phase === 'followThrough') row.set('ledToPlan', 'yes');
		if (phase === 'closed' && !row.getBool('held')) row.set('ledToPlan', plan ? 'yes' : 'no');
		app.save(row);
	}
}

module.exports = { mayMove, tellReferrers, latestVersion, canKeepGoing };
