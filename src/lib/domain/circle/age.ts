/** From this age somebody's own yes counts; below it the representative's alone. */
const OWN_YES_FROM = 12;
/** From this age no representative is needed. */
const ALONE_FROM = 16;

/** Whether somebody else must say yes too. Age in years; null is a grown person. */
export function needsRepresentative(age: number | null): boolean {
	return age !== null && age < ALONE_FROM;
}

/** Whether the person's own yes is asked. Age in years; null is a grown person. */
export function needsOwnYes(age: number | null): boolean {
	return age === null || age >= OWN_YES_FROM;
}
