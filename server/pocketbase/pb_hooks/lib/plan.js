const { rows } = require(`${__hooks}/lib/find.js`);
const refuse = require(`${__hooks}/lib/refuse.js`);

/** VE1: whatever is not named may not differ from what was stored. */
function keepFrozen(record, open) {
	const before = record.original();
	for (const field of record.collection().fields) {
		if (open.includes(field.name)) continue;
		if (JSON.stringify(before.get(field.name)) !== JSON.stringify(record.get(field.name))) {
			throw refuse('VE1', 'What was presented stays as it is.');
		}
	}
}

/** The next number of this kind of thing in its conference, counting from `first`. */
function nextNumber(app, collection, conference, first) {
	const numbers = rows(app, collection, { conference }).map((row) => row.getInt('number'));
	return Math.max(first - 1, ...numbers) + 1;
}

/** Which gathering and round present now: the day's own, or those of the gathering that is private (PH8). */
function placeOf(app, conference) {
	const of = app.findRecordById('conferences', conference);
	if (of.getString('phase') !== 'followThrough') return { gathering: 1, round: of.getInt('round') };
	const open = rows(app, 'gatherings', { conference, state: 'private' })[0];
	if (!open) throw refuse('PH8', 'No gathering is open to present.');
	return { gathering: open.getInt('number'), round: open.getInt('round') };
}

/** Whom an agreement concerns: carries, helps or checks it, or set a requirement that it answers. */
function concernsOf(app, agreement) {
	const setters = agreement
		.getStringSlice('requirements')
		.map((id) => app.findRecordById('requirements', id).getString('setter'));
	return unique([...takersOf(agreement), ...setters]);
}

function takersOf(agreement) {
	const { responsible, check } = {
		responsible: agreement.getString('responsible'),
		check: agreement.getString('check')
	};
	return unique([responsible, ...agreement.getStringSlice('helpers'), check]);
}

const unique = (ids) => [...new Set(ids)].filter((id) => id);

/** Lets who carries, helps or checks an agreement read the requirements it answers. */
function markAnswered(app, agreement) {
	for (const id of agreement.getStringSlice('requirements')) {
		const requirement = app.findRecordById('requirements', id);
		requirement.set(
			'answeredBy',
			unique([...requirement.getStringSlice('answeredBy'), ...takersOf(agreement)])
		);
		app.save(requirement);
	}
}

/** AG4: open are those whose carrier has said no yes, or handed it back, and which nobody else took on. */
function mayTakeOn(app, yes) {
	const agreement = app.findRecordById('agreements', yes.getString('agreement'));
	const responsible = agreement.getString('responsible');
	const named = [responsible, ...agreement.getStringSlice('helpers')];
	if (named.includes(yes.getString('participant'))) return;
	const said = rows(app, 'yeses', { agreement: agreement.id }).map((row) => row.getString('participant'));
	if (said.includes(responsible) || said.some((who) => !named.includes(who))) {
		throw refuse('AG4', 'Somebody carries it already.');
	}
}

module.exports = { keepFrozen, nextNumber, placeOf, concernsOf, markAnswered, mayTakeOn };
