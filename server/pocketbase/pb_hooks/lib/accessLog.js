const { rows } = require(`${__hooks}/lib/find.js`);

/** What one entry vouches for, in this order; server/pocketbase/accessLog.ts reads the same. */
function hashOf(entry) {
	return $security.sha256(
		JSON.stringify([
			entry.getString('previous'),
			entry.getString('conference'),
			entry.getInt('number'),
			entry.getString('actor'),
			entry.getBool('staff'),
			entry.getString('about'),
			entry.getString('action'),
			entry.getString('at')
		])
	);
}

/** LG1: puts an entry at the end of its conference's chain. */
module.exports = function chain(app, entry) {
	const entries = rows(app, 'access_log', { conference: entry.getString('conference') });
	const last = entries.reduce(
		(one, other) => (one && one.getInt('number') > other.getInt('number') ? one : other),
		null
	);
	entry.set('number', last ? last.getInt('number') + 1 : 1);
	entry.set('previous', last ? last.getString('hash') : '');
	entry.set('hash', hashOf(entry));
};
