/** RT1: how long things are kept. Every function answers a moment, from moments that are given. */

const DAY = 24 * 60 * 60 * 1000;
const ROOM_DAYS = 14;
const PREPARATION_DAYS = 6 * 7;
const TAKING_ALONG_DAYS = 30;
const MONTHS_AFTER_LAST_REVIEW = 24;
const ANNOUNCED_DAYS_BEFORE = [56, 14];
/** The last act, a call, comes after four weeks; after six the clock lets the coordinator go. */
const CALL_DAYS = 4 * 7;
const COORDINATOR_DAYS = 6 * 7;

/** When a private room goes: 14 days after its day was closed. Null while open, or with notes kept (RT1). */
export function privateRoomGoes(dayClosed: Date | null, keepsNotes: boolean): Date | null {
	return dayClosed === null || keepsNotes ? null : after(dayClosed, ROOM_DAYS);
}

/** When preparation and safety data go: six weeks after the coordinator's withdrawal; null before it. */
export function preparationGoes(withdrawn: Date | null): Date | null {
	return withdrawn && after(withdrawn, PREPARATION_DAYS);
}

/**
 * When all the rest goes: with closing, once everybody had 30 days to take their copy along; or, never closed,
 * 24 months after the last review meeting.
 */
export function restGoes(closed: Date | null, lastReview: Date): Date {
	return closed ? after(closed, TAKING_ALONG_DAYS) : monthsAfter(lastReview, MONTHS_AFTER_LAST_REVIEW);
}

/** The two moments at which going is announced to the people concerned, the earlier first. */
export function announcements(goes: Date): Date[] {
	return ANNOUNCED_DAYS_BEFORE.map((days) => after(goes, -days));
}

/** CO3: the day of the coordinator's last act, the call after four weeks. */
export function lastCall(dayClosed: Date): Date {
	return after(dayClosed, CALL_DAYS);
}

/** CO3: from when the clock withdraws a coordinator who did not. */
export function coordinatorLeavesBy(dayClosed: Date): Date {
	return after(dayClosed, COORDINATOR_DAYS);
}

function after(moment: Date, days: number): Date {
	return new Date(moment.getTime() + days * DAY);
}

/** The same day so many months on, or the last day of a shorter month. */
function monthsAfter(moment: Date, months: number): Date {
	const later = new Date(moment.getTime());
	later.setUTCMonth(later.getUTCMonth() + months);
	const overflowed = later.getUTCDate() !== moment.getUTCDate();
	if (overflowed) later.setUTCDate(0);
	return later;
}
