/** The rules of SPEC.md, in the form in which a refusal names them. */
export type SealRule = `SR${number}`;

/** What comes back from opening something that others made: the thing, or the rule that refuses it. */
export type Opened<T> = { ok: true; value: T } | { ok: false; rule: SealRule };

export function opened<T>(value: T): Opened<T> {
	return { ok: true, value };
}

export function refused<T>(rule: SealRule): Opened<T> {
	return { ok: false, rule };
}
