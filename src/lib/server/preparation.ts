import { grants, may } from '#lib/domain/access/access.ts';
import { isBriefed } from '#lib/domain/circle/briefing.ts';
import type { Thing } from '#lib/domain/access/thing.ts';
import { isFamily } from '#lib/domain/access/standing.ts';
import { listBriefings } from './briefing.ts';
import { listConsents } from './consent.ts';
import { listTopics } from './contribution.ts';
import type { OpenConference } from './conference.ts';
import { listRequirements } from './requirement.ts';
import { listSafety } from './safety.ts';

/** The parts of preparing, in the order in which one comes to them. Each is a page of its own. */
export const PARTS = ['question', 'agenda', 'people', 'briefing', 'contributions', 'requirements', 'safety', 'coordinator', 'me'] as const;
export type Part = (typeof PARTS)[number];

/** The parts that are there for the asking person. */
export async function partsFor(at: OpenConference): Promise<Part[]> {
	const { standing, phase } = at;
	const reads = (thing: Thing) => may(standing, phase, thing, 'read');
	const open: Record<Part, boolean> = {
		question: reads('question'),
		agenda: reads('agenda'),
		people: seesList(at),
		briefing: reads('briefing'),
		contributions: reads('consent'),
		requirements: reads('requirement'),
		safety: may(standing, phase, 'safety', 'write') || (reads('safety') && (await listSafety(at)).length > 0),
		coordinator: seesCoordination(at),
		me: at.me !== undefined
	};
	return PARTS.filter((part) => open[part]);
}

/** CO5: central persons, who answers for one, and the coordinator. */
export function seesCoordination(at: OpenConference): boolean {
	const { standing, phase, people, me } = at;
	if (!me) return false;
	const isAnswering = people.some(({ representative, hats }) => representative === me.id && hats.some(({ kind }) => kind === 'centralPerson'));
	return grants(standing, phase, 'coordination').some(({ portion }) => portion !== 'representing' || isAnswering);
}

/** More of the list than one's own row, once there is something to prepare; before the yes it says who asked, no more. */
export function seesList({ standing, phase }: OpenConference): boolean {
	return phase !== 'application' && grants(standing, phase, 'circleList').some(({ portion }) => portion === 'all' || portion === 'names');
}

/** How far the preparation is, for who organises it. */
export async function progress(at: OpenConference) {
	const [briefings, requirements] = await Promise.all([listBriefings(at), listRequirements(at)]);
	const listed = at.people.filter(({ hats }) => !hats.some((hat) => hat.kind === 'coordinator'));
	const joined = listed.filter(({ state }) => state === 'joined');
	const briefed = briefings.filter(isBriefed).map(({ participant }) => participant);
	return {
		joined: joined.length,
		asked: listed.filter(({ state }) => state === 'asked').length,
		unbriefed: joined.filter(({ id }) => !briefed.includes(id)).length,
		requirements: requirements.length,
		drafts: requirements.filter(({ final }) => !final).length
	};
}

/** How many questions about oneself wait for an answer (CS1). */
export async function questionsToMe(at: OpenConference): Promise<number> {
	const { me } = at;
	if (!me || !isFamily(at.standing)) return 0;
	const [topics, consents] = await Promise.all([listTopics(at), listConsents(at)]);
	const answered = consents.filter(({ participant }) => participant === me.id).map(({ topic }) => topic);
	return topics.filter(({ id, about }) => about.includes(me.id) && !answered.includes(id)).length;
}
