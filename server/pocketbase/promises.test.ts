import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Promised, stillPromised } from '#lib/domain/plan/stillPromised.ts';

/** The hook is CommonJS for PocketBase's own engine; here it runs as what it is, a plain function. */
function asHook(path: string): { stillPromised: typeof stillPromised } {
	const module = { exports: {} as { stillPromised: typeof stillPromised } };
	new Function('module', readFileSync(new URL(path, import.meta.url), 'utf8'))(module);
	return module.exports;
}

const PEOPLE = ['bas', 'joop', 'gino', 'riet'];
const somebody = fc.constantFrom(...PEOPLE);
const words = fc.constantFrom('', 'a', 'b', ' a');
const promised: fc.Arbitrary<Promised> = fc.record({
	what: words,
	when: words,
	by: fc.constantFrom('', '2027-02-01'),
	ifNot: fc.constant(''),
	responsible: fc.oneof(fc.constant(''), somebody),
	helpers: fc.uniqueArray(somebody)
});

it('[PH8] the database carries over whose word still stands exactly as the method says it', () => {
	const database = asHook('pb_hooks/lib/promises.js');
	const nearly = fc.tuple(promised, fc.record({ what: words, responsible: somebody }, { requiredKeys: [] }));
	fc.assert(
		fc.property(fc.oneof(nearly, fc.tuple(promised, promised)), fc.subarray(PEOPLE), ([before, change], said) => {
			const after = { ...before, ...change };
			for (const whom of [said, PEOPLE]) {
				expect(database.stillPromised(before, after, said, whom)).toEqual(stillPromised(before, after, said, whom));
			}
		}),
		{ numRuns: 1000 }
	);
});
