/// Requirements and how the setter looks at them.

// BL3: from private time on a requirement comes final, with a reason, and is marked by its round.
onRecordCreateRequest((e) => {
	const refuse = require(`${__hooks}/lib/refuse.js`);
	if (!e.hasSuperuserAuth()) {
		const conference = e.app.findRecordById('conferences', e.record.getString('conference'));
		const late = ['privateTime', 'presentation', 'followThrough'].includes(conference.getString('phase'));
		if (late && !(e.record.getBool('final') && e.record.getString('lateReason').trim())) {
			throw refuse('BL3', 'A late requirement is final and carries a reason.');
		}
		if (!late) e.record.set('lateReason', '');
		e.record.set('enteredRound', late ? Math.max(1, conference.getInt('round')) : 0);
		e.record.set('answeredBy', []);
	}
	const replaced = e.record.getString('replaces');
	if (replaced) {
		const setter = e.app.findRecordById('requirements', replaced).getString('setter');
		if (setter !== e.record.getString('setter')) throw refuse('BL3', 'Only its own setter replaces it.');
	}
	e.next();
}, 'requirements');

// BL2: final means that there is a why and a way to see it.
const complete = (e) => {
	const refuse = require(`${__hooks}/lib/refuse.js`);
	const says = (name) => e.record.getString(name).trim() !== '';
	if (e.record.getBool('final') && !(says('why') && says('test'))) {
		throw refuse('BL2', 'A final requirement says why, and how it is seen.');
	}
	e.next();
};
onRecordCreate(complete, 'requirements');
onRecordUpdate(complete, 'requirements');
