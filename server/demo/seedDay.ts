import type * as Y from 'yjs';
import { numberAgreements } from '#lib/documents/planDraft.ts';
import { toPlanContent } from '#lib/documents/toPlanContent.ts';
import { copyForPresenting } from '#lib/domain/plan/copyForPresenting.ts';
import type { PlanContent } from '#lib/domain/plan/content.ts';
import { cast } from './cast.ts';
import type { FamilyDevice } from './FamilyDevice.ts';
import type { Rows } from './Rows.ts';
import type { Seeded } from './seedApplication.ts';
import { addClosedDay, addFourWeeks, addVersion } from './seedPlan.ts';
import { INSIDE, isFrom, type StationName } from './stations.ts';
import { writeFirstRound, writeReview, writeSecondRound } from './writeDraft.ts';

/** From three o'clock on the day itself up to this station. At three the room is begun and the plan is empty. */
export async function tellDay(rows: Rows, seeded: Seeded, device: FamilyDevice, until: StationName): Promise<void> {
	const { conference, people } = seeded;
	const { text: draft } = await device.paper('g1');
	for (const who of INSIDE.filter((one) => one !== 'yara')) {
		rows.create('let_in', { conference, participant: people[who], by: people.yara });
	}
	if (until === 'privateTime') return;

	const { to, question, answer } = cast.private_time_question;
	rows.create('room_questions', { conference, to: people[to], question, answer });
	writeFirstRound(draft, seeded);
	addVersion(rows, seeded, presented(draft), { number: 1, round: 1, gathering: 1 });
	if (until === 'presentation') return;

	rows.change('conferences', conference, { phase: 'privateTime' });
	writeSecondRound(draft, seeded);
	const plan = addVersion(rows, seeded, presented(draft), { number: 2, round: 2, gathering: 1 });
	addClosedDay(rows, seeded, plan);
	addFourWeeks(rows, seeded, plan);
	if (!isFrom(until, 'review')) return;

	const { text: next } = await device.paper('g2');
	writeFirstRound(next, seeded);
	writeSecondRound(next, seeded);
	writeReview(next);
	const invited = cast.review.joins_last_half_hour.map((who) => people[who]);
	const gathering = rows.create('gatherings', { conference, number: 2, state: 'private', round: 1, invited });
	addVersion(rows, seeded, presented(next), { number: 3, round: 1, gathering: 2 });
	rows.change('gatherings', gathering, { state: 'presenting' });
}

/** The draft as the page would present it: copied, and refused if the domain refuses it (PT2). */
function presented(draft: Y.Doc): PlanContent {
	numberAgreements(draft);
	const copy = copyForPresenting(toPlanContent(draft));
	if (!copy.ok) throw new Error(`the plan of the case cannot be presented (${copy.rule})`);
	return copy.value;
}
