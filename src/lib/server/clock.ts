import { clockFrom } from '#lib/domain/clock/clock.ts';
import { serverSettings } from './settings.ts';

/** The clock of this installation: the machine's, or the demo's own (CK1). */
export const clock = {
	now: (): Date => (running ??= clockFrom(serverSettings().DEMO_NOW)).now()
};
let running: ReturnType<typeof clockFrom> | undefined;
