import { getRequestEvent } from '$app/server';
import { clockFrom } from '#lib/domain/clock/clock.ts';
import { serverSettings } from './settings.ts';

/** Set by the demo's doors (server/demo/doors.ts): where the clock of this browser stood when the program started. */
const momentCookie = 'rondom-demo-moment';

/**
 * The clock of this installation: the machine's, or the demo's own (CK1).
 *
 * One installation has one clock, and the demo shows six days of one story. Whoever goes through a door of the demo
 * is therefore that much ahead of the installation's clock, never behind it: what is made at a later day is not yet
 * past for somebody who came in by another way, and no clock that ends things runs on to the last day.
 */
export const clock = {
	now: (): Date => {
		const { DEMO_NOW } = serverSettings();
		running ??= clockFrom(DEMO_NOW);
		const now = running.now();
		return DEMO_NOW ? new Date(now.getTime() + ahead(Date.parse(DEMO_NOW))) : now;
	}
};
let running: ReturnType<typeof clockFrom> | undefined;

function ahead(start: number): number {
	const moment = Date.parse(getRequestEvent().cookies.get(momentCookie) ?? '');
	return moment > start ? moment - start : 0;
}
