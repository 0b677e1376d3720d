/**
 * Short words for the fields of the first collections. Frozen together with the migrations that use it.
 * No collection has `created` or `updated`: a time on a row would tell an outsider since when (PT1).
 */
const text = (name, more) => ({ type: 'text', name, max: 20000, ...more });
const words = (name, more) => text(name, { max: 200, ...more });
const select = (name, values, more) => ({ type: 'select', name, values, maxSelect: 1, ...more });
const bool = (name, more) => ({ type: 'bool', name, ...more });
const number = (name, more) => ({ type: 'number', name, onlyInt: true, ...more });
const date = (name, more) => ({ type: 'date', name, ...more });
const json = (name, more) => ({ type: 'json', name, maxSize: 1000000, ...more });

module.exports = { text, words, select, bool, number, date, json, makerFor };

/**
 * What makes collections in `app`.
 * `collection(name, {fields, rules: {read, create, update, delete}, unique})`: a rule that is left out is null,
 * which is nobody; `read` is both list and view. Every relation gets an index, because every rule crosses one.
 */
function makerFor(app) {
	const idOf = (name) => app.findCollectionByNameOrId(name).id;

	/** A relation; what belongs to a conference goes with it. */
	function rel(name, target, more) {
		return { type: 'relation', name, collectionId: idOf(target), maxSelect: 1, cascadeDelete: true, ...more };
	}
	const rels = (name, target, more) => rel(name, target, { maxSelect: 200, ...more });

	function indexesOf(name, fields, unique) {
		const single = fields.filter((field) => field.type === 'relation' && field.maxSelect === 1);
		return [
			...single.map((field) => `CREATE INDEX idx_${name}_${field.name} ON ${name} (${field.name})`),
			...unique.map(
				([columns, where], n) =>
					`CREATE UNIQUE INDEX once_${name}_${n} ON ${name} (${columns})${where ? ` WHERE ${where}` : ''}`
			)
		];
	}

	function collection(name, { fields, rules = {}, unique = [], ...more }) {
		const stored = fields && { fields, indexes: indexesOf(name, fields, unique) };
		app.save(new Collection({ type: 'base', name, ...stored, ...more }));
		setRules(name, rules);
	}

	/** Rules may name collections that are made later; then they are set once those are there. */
	function setRules(name, rules) {
		const made = app.findCollectionByNameOrId(name);
		const read = rules.read === undefined ? null : rules.read;
		made.listRule = read;
		made.viewRule = read;
		made.createRule = rules.create === undefined ? null : rules.create;
		made.updateRule = rules.update === undefined ? null : rules.update;
		made.deleteRule = rules.delete === undefined ? null : rules.delete;
		app.save(made);
	}

	return { collection, setRules, rel, rels };
}
