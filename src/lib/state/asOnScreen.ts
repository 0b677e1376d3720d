import type { OurRoom } from './OurRoom.svelte.ts';

const DAY = 24 * 60 * 60 * 1000;

/**
 * A moment of this device's clock, as it is told. The room goes by the device's own clock; in the demo another day
 * stands on the screen (CK1), and a date is that many days away from it. Milliseconds.
 */
export function asOnScreen(moment: number, { info, sealed }: OurRoom): number {
	if (!info?.isDemo || !sealed) return moment;
	const here = Math.floor(sealed.ports.scheduler.now() / DAY) * DAY;
	return moment + Date.parse(info.today) - here;
}
