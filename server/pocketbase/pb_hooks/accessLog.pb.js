/// LG1: the log is only added to. Tamper-evident, not tamper-proof: somebody at the files can still write there.

onRecordCreateRequest((e) => {
	const { kindsOf, personOf } = require(`${__hooks}/lib/find.js`);
	if (!e.hasSuperuserAuth()) {
		const me = personOf(e.app, e.auth, e.record.getString('conference'));
		const staff = ['coordinator', 'setter', 'informationGiver'];
		e.record.set(
			'staff',
			kindsOf(e.app, me.id, true).some((kind) => staff.includes(kind))
		);
	}
	// CK1: in the demo it is the day that stands on the screen. Nowhere else does anybody say when they looked.
	const told = $os.getenv('DEMO') === '1' ? e.requestInfo().headers['x_rondom_moment'] : '';
	if (!e.hasSuperuserAuth() || !e.record.getString('at')) e.record.set('at', told || new Date().toISOString());
	e.next();
}, 'access_log');

onRecordCreate((e) => {
	const chain = require(`${__hooks}/lib/accessLog.js`);
	const outside = e.app;
	outside.runInTransaction((inside) => {
		e.app = inside;
		chain(inside, e.record);
		e.next();
	});
	e.app = outside;
}, 'access_log');

onRecordUpdate(() => {
	throw require(`${__hooks}/lib/refuse.js`)('LG1', 'The log is only added to.');
}, 'access_log');

onRecordDeleteRequest(() => {
	throw require(`${__hooks}/lib/refuse.js`)('LG1', 'The log is only added to.');
}, 'access_log');
