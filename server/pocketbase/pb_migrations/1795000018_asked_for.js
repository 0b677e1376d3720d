/// PH1: whoever is to say yes reads who asked for it and why, before the yes. Rights: the role `askedFor` beside the
/// access table.
migrate(
	(app) => {
		const frozen = `${__hooks}/../pb_migrations/frozen`;
		const R = require(`${frozen}/rules1.js`);
		const { as, asked } = R.rulesFrom('conference.');
		const askedFor = asked('a', as(R.CENTRAL, 'always'));
		for (const name of ['applications', 'participants', 'hats']) {
			const found = app.findCollectionByNameOrId(name);
			found.listRule = R.any(found.listRule, askedFor);
			found.viewRule = found.listRule;
			app.save(found);
		}
	},
	() => {
		throw new Error('There is no way back behind the first migrations: start from an empty folder.');
	}
);
