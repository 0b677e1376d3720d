export type PocketBaseProblem =
	| 'missingBinary'
	| 'unwritableFolder'
	| 'takenFolder'
	| 'takenPort'
	| 'didNotStart'
	| 'unreachable'
	| 'missingPassword';

/** Why there is no PocketBase, in one line that an operator can act on. */
export class PocketBaseError extends Error {
	readonly problem: PocketBaseProblem;

	constructor(problem: PocketBaseProblem, message: string) {
		super(message);
		this.name = 'PocketBaseError';
		this.problem = problem;
	}
}
