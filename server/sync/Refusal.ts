/** Thrown while a frame is handled: ends the connection with this close code, one of CLOSE. */
export class Refusal extends Error {
	readonly code: number;

	constructor(code: number) {
		super(`refused with ${code}`);
		this.code = code;
	}
}
