import { type Briefing, isBriefed } from '../circle/briefing.ts';
import { type Outcome, allowed, refused } from '../outcome.ts';
import type { Actor } from './actor.ts';
import type { Conference } from './conference.ts';
import { enter } from './verbs.ts';

/** Who will attend, and the briefings there are. An attendee without one has not been briefed. */
export type OpenInformationInput = { attendees: readonly string[]; briefings: readonly Briefing[] };

/** PH2: the information part opens once every attendee knows what it is about. */
export function openInformation(
	conference: Conference,
	actor: Actor,
	input: OpenInformationInput
): Outcome<Conference> {
	const open = enter('openInformation', conference, actor, 'preparation');
	if (!open.ok) return open;
	const ready = new Set(input.briefings.filter(isBriefed).map((briefing) => briefing.participant));
	const everybody = input.attendees.length > 0 && input.attendees.every((attendee) => ready.has(attendee));
	return everybody ? allowed({ ...open.value, phase: 'information' }) : refused('PH2');
}
