import { z } from 'zod';

/** The columns of the access table, and the special cases that method.md names beside it. */
export const Role = z.enum([
	'centralPerson',
	'circle',
	'asked',
	'coordinator',
	'setter',
	'informationGiver',
	'referrer',
	'regionManager',
	'interpreter',
	'outsideSupportPerson',
	'child',
	'guest',
	'candidate',
	'askedFor',
	'contactPerson'
]);
export type Role = z.infer<typeof Role>;
