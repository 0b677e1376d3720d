import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { RuleId } from './rule.ts';

it('[SPEC] SPEC.md and the rules that code can refuse by are the same list, each told once', () => {
	const spec = readFileSync(new URL('./SPEC.md', import.meta.url), 'utf8');
	const told = [...spec.matchAll(/^- \*\*([A-Z]{2}\d)\*\*/gm)].map(([, id]) => id);
	expect(told.toSorted()).toEqual(RuleId.options.toSorted());
});
