import { describe, expect, it } from 'vitest';
import { givenNames } from './givenNames.ts';

describe('what people are called at the table', () => {
	const call = givenNames(['Yara de Wit', 'Riet de Wit', 'Joop Verbeek', 'Joop Aksoy', 'Milan']);

	it('is their first name', () => {
		expect(['Yara de Wit', 'Milan'].map(call)).toEqual(['Yara', 'Milan']);
	});

	it('is their whole name where two have the same', () => {
		expect(['Joop Verbeek', 'Joop Aksoy'].map(call)).toEqual(['Joop Verbeek', 'Joop Aksoy']);
	});
});
