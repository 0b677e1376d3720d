import { closeGathering } from '#lib/domain/conference/closeGathering.ts';
import { dropGathering } from '#lib/domain/conference/dropGathering.ts';
import { goBackGathering } from '#lib/domain/conference/goBackGathering.ts';
import { openGathering } from '#lib/domain/conference/openGathering.ts';
import type { Conference } from '#lib/domain/conference/conference.ts';
import { type Outcome, refused } from '#lib/domain/outcome.ts';
import { actor, now } from './asDomain.ts';
import type { OpenConference } from './conference.ts';
import { closeInput } from './closing.ts';
import { passHats, type Contacts } from './contactPerson.ts';
import { ruleOf } from './refusal.ts';

/** The verbs of a gathering but presenting, which brings its plan along (see `presentPlan`). */
export const GATHER = {
	open: async (at: OpenConference) =>
		carryOut(openGathering(now(at), actor(at)), () =>
			at.pb.collection('gatherings').create({ conference: at.id, state: 'private' })
		),
	goBack: async (at: OpenConference) => carryOut(goBackGathering(now(at), actor(at)), () => move(at, 'private')),
	drop: async (at: OpenConference) => carryOut(dropGathering(now(at), actor(at)), () => move(at, 'closed')),
	close: async (at: OpenConference) => {
		const input = await closeInput(at);
		if (!input) return refused('PH6');
		return carryOut(closeGathering(now(at), actor(at), input), () => comeIntoForce(at, input));
	}
} satisfies Record<string, (at: OpenConference) => Promise<Outcome<Conference>>>;

function move({ pb, gathering }: OpenConference, state: string): Promise<unknown> {
	return pb.collection('gatherings').update(gathering!.id, { state });
}

/**
 * PH8: contact person, deputy and the date to meet again as the new version has them, in one transaction with the
 * closing itself, which brings the version into force and carries over what still stands (a hook).
 */
async function comeIntoForce(at: OpenConference, input: Contacts & { reviewDate: string }): Promise<unknown> {
	const batch = at.pb.createBatch();
	batch.collection('conferences').update(at.id, { reviewDate: input.reviewDate });
	batch.collection('gatherings').update(at.gathering!.id, { state: 'closed' });
	await passHats(at, batch, input);
	return batch.send();
}

async function carryOut(outcome: Outcome<Conference>, write: () => Promise<unknown>): Promise<Outcome<Conference>> {
	if (!outcome.ok) return outcome;
	try {
		await write();
		return outcome;
	} catch (error) {
		return refused(ruleOf(error) ?? 'PH8');
	}
}
