import { type Outcome, allowed, refused } from '../outcome.ts';
import type { Actor } from './actor.ts';
import type { Conference } from './conference.ts';
import { type CloseInput, readyToClose } from './readyToClose.ts';
import { enter } from './verbs.ts';

/** PH8: the contact person closes a gathering; what was presented last comes into force. */
export function closeGathering(conference: Conference, actor: Actor, input: CloseInput): Outcome<Conference> {
	const open = enter('closeGathering', conference, actor, 'followThrough');
	if (!open.ok) return open;
	const { coordinator, gathering } = open.value;
	if (gathering.state !== 'presenting') return refused('PH8');
	const coordinators = coordinator === null ? input.coordinators : [...input.coordinators, coordinator];
	const ready = readyToClose({ ...input, coordinators });
	if (!ready.ok) return ready;
	return allowed({
		...open.value,
		...ready.value,
		version: gathering.version,
		gathering: { state: 'none' }
	});
}
