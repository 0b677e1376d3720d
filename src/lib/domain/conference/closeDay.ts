import { type Outcome, allowed } from '../outcome.ts';
import type { Actor } from './actor.ts';
import type { Conference } from './conference.ts';
import { type CloseInput, readyToClose } from './readyToClose.ts';
import { enter } from './verbs.ts';

/** PH6: the day is closed when what is agreed can be kept going without the coordinator. */
export function closeDay(conference: Conference, actor: Actor, input: CloseInput): Outcome<Conference> {
	const open = enter('closeDay', conference, actor, 'presentation');
	if (!open.ok) return open;
	const { id, coordinator, version } = open.value;
	const ready = readyToClose({ ...input, coordinators: [...input.coordinators, coordinator] });
	if (!ready.ok) return ready;
	return allowed({
		id,
		phase: 'followThrough',
		coordinator,
		...ready.value,
		version,
		presented: version,
		gatherings: 1,
		gathering: { state: 'none' }
	});
}
