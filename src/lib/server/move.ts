import { Briefing } from '#lib/domain/circle/briefing.ts';
import { closeConference } from '#lib/domain/conference/closeConference.ts';
import { closeDay } from '#lib/domain/conference/closeDay.ts';
import type { Conference } from '#lib/domain/conference/conference.ts';
import { goBack } from '#lib/domain/conference/goBack.ts';
import { noPlan } from '#lib/domain/conference/noPlan.ts';
import { openInformation } from '#lib/domain/conference/openInformation.ts';
import { openPrivateTime } from '#lib/domain/conference/openPrivateTime.ts';
import { planWithoutMeeting } from '#lib/domain/conference/planWithoutMeeting.ts';
import { stop } from '#lib/domain/conference/stop.ts';
import { withdraw } from '#lib/domain/conference/withdraw.ts';
import { refused, type Outcome } from '#lib/domain/outcome.ts';
import { clock } from './clock.ts';
import { actor, now, withHat } from './asDomain.ts';
import { closeInput, today } from './closing.ts';
import type { OpenConference } from './conference.ts';
import { ruleOf } from './refusal.ts';
import { listRequirements } from './requirement.ts';

/**
 * The verbs that move a conference: gather what the verb looks at, ask the domain, write with the person's own
 * rights. PocketBase asks phase and role once more, so of two people at the same moment one comes too late.
 */
export const MOVES = {
	openInformation: async (at: OpenConference) => {
		const rows = await at.pb.collection('briefings').getFullList({ filter: ofConference(at), skipTotal: true });
		const briefings = rows.map((row) => Briefing.parse(row));
		const attendees = at.people.filter(attends).map((person) => person.id);
		return carryOut(at, openInformation(now(at), actor(at), { attendees, briefings }));
	},
	openPrivateTime: async (at: OpenConference) => {
		const requirements = await listRequirements(at);
		return carryOut(at, openPrivateTime(now(at), actor(at), { requirements }));
	},
	goBack: async (at: OpenConference) => carryOut(at, goBack(now(at), actor(at))),
	closeDay: async (at: OpenConference) => {
		const input = await closeInput(at);
		if (!input) return refused('PH6');
		const outcome = closeDay(now(at), actor(at), input);
		if (!outcome.ok) return outcome;
		const { contactPerson, deputy, reviewDate } = input;
		await giveHat(at, contactPerson, 'contactPerson');
		if (deputy) await giveHat(at, deputy, 'deputyContactPerson');
		return carryOut(at, outcome, { reviewDate });
	},
	withdraw: async (at: OpenConference) => {
		const outcome = withdraw(now(at), actor(at), { today: today(), dueOn: '' });
		if (!outcome.ok) return outcome;
		const mine = at.pb.filter('participant = {:me} && kind = "coordinator" && ended = false', { me: at.me?.id });
		const hat = await at.pb.collection('hats').getFirstListItem(mine);
		await at.pb.collection('hats').update(hat.id, { ended: true });
		return outcome;
	},
	stop: async (at: OpenConference) => carryOut(at, stop(now(at), actor(at))),
	noPlan: async (at: OpenConference) => carryOut(at, noPlan(now(at), actor(at))),
	planWithoutMeeting: async (at: OpenConference) => carryOut(at, planWithoutMeeting(now(at), actor(at))),
	closeConference: async (at: OpenConference) => carryOut(at, closeConference(now(at), actor(at)))
} satisfies Record<string, (at: OpenConference) => Promise<Outcome<Conference>>>;

/** Writes the phase (and what belongs to it) that the domain allowed. Somebody was earlier: the verb's own rule. */
async function carryOut(at: OpenConference, outcome: Outcome<Conference>, more: object = {}): Promise<Outcome<Conference>> {
	if (!outcome.ok) return outcome;
	const { value } = outcome;
	const ending = value.phase === 'closed' ? { outcome: value.outcome } : {};
	try {
		await at.pb.collection('conferences').update(at.id, { phase: value.phase, ...ending, ...more });
		return outcome;
	} catch (error) {
		return refused(ruleOf(error) ?? 'PH5');
	}
}

async function giveHat(at: OpenConference, participant: string, kind: string): Promise<void> {
	if (withHat(at, kind).includes(participant)) return;
	await at.pb.collection('hats').create({ participant, conference: at.id, kind });
}

/** BR1 is for who comes; the coordinator gives the briefing. */
function attends(person: OpenConference['people'][number]): boolean {
	return person.state === 'joined' && !person.hats.some((hat) => hat.kind === 'coordinator');
}

function ofConference({ pb, id }: OpenConference): string {
	return pb.filter('conference = {:id}', { id });
}
