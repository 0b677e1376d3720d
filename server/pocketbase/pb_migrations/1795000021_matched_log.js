/// LG1: whoever was matched and has not answered (CO1) reads names and reasons; that is written down like the reading
/// of staff. Everybody who is asked for something else reads what is their own.
migrate(
	(app) => {
		const R = require(`${__hooks}/../pb_migrations/frozen/rules1.js`);
		const { as, asked } = R.rulesFrom('conference.');
		const log = app.findCollectionByNameOrId('access_log');
		const candidate = R.all('actor = @request.auth.id', asked('always', as(R.COORDINATOR, 'always')));
		log.createRule = R.any(log.createRule, candidate);
		app.save(log);
	},
	() => {
		throw new Error('There is no way back behind the first migrations: start from an empty folder.');
	}
);
