/// IN3: who made a code, who let it in where somebody was in already, and to which address it was mailed: whoever comes
/// in with that one has shown that the address is theirs.
migrate(
	(app) => {
		const { words, bool, makerFor } = require(`${__hooks}/../pb_migrations/frozen/fields1.js`);
		const { rel } = makerFor(app);
		const codes = app.findCollectionByNameOrId('codes');
		codes.fields.add(new Field(rel('by', 'participants', { cascadeDelete: false })));
		codes.fields.add(new Field(bool('released')));
		codes.fields.add(new Field(words('mailedTo')));
		app.save(codes);
	},
	() => {
		throw new Error('There is no way back behind the first migrations: start from an empty folder.');
	}
);
