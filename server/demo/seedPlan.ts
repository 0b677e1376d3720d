import type { PlanContent } from '#lib/domain/plan/content.ts';
import { cast, dayOf } from './cast.ts';
import type { Rows } from './Rows.ts';
import type { Seeded } from './seedApplication.ts';

/** A version as it was presented: its id, and those of its agreements by their number in the plan. */
export type Presented = { version: string; agreements: Record<number, string> };

/** The circle presents: a version with its agreements, frozen (VE1), looked at by whoever set the requirements. */
export function addVersion(
	rows: Rows,
	{ conference, people, requirements }: Seeded,
	content: PlanContent,
	place: { number: number; round: number; gathering: number }
): Presented {
	const wholeFor = content.recipients.filter(({ part }) => part === 'whole').map(({ participant }) => participant);
	const version = rows.create('plan_versions', { conference, ...place, content, wholeFor });
	const agreements: Record<number, string> = {};
	for (const agreement of content.agreements) {
		agreements[agreement.number] = rows.create('agreements', { ...agreement, conference, version });
	}
	rows.change('plan_versions', version, { frozen: true });
	if (place.gathering > 1) return { version, agreements };
	rows.change('conferences', conference, { phase: 'presentation' });
	for (const { req, reason, check, ...look } of cast.checks) {
		if (look.round !== place.round) continue;
		const { by } = cast.requirements.find(({ id }) => id === req)!;
		const result = check === 'met' ? 'met' : 'notYet';
		const seen = { requirement: requirements[req], setter: people[by], result, reason };
		rows.create('looks', { conference, version, ...seen });
	}
	return { version, agreements };
}

/** The day is closed: everybody's yes, contact person and deputy, marks, and the date to meet again. */
export function addClosedDay(rows: Rows, seeded: Seeded, { agreements }: Presented): void {
	const { conference, people } = seeded;
	for (const { n, yes_day0 } of cast.agreements) {
		for (const [who, said] of Object.entries(yes_day0)) {
			const isLate = cast.late_yes.some((late) => late.who === who);
			if (!said && !isLate) continue;
			const row = { conference, agreement: agreements[n], participant: people[who] };
			rows.create('yeses', { ...row, onBehalfBy: speakerFor(who, seeded) });
		}
	}
	const contact = { contactPerson: cast.contact_person, deputyContactPerson: cast.deputy_contact };
	for (const [kind, who] of Object.entries(contact)) {
		rows.create('hats', { conference, participant: people[who], kind });
	}
	for (const { who, comment, process, plan } of cast.feedback) {
		rows.create('evaluations', { conference, participant: people[who], marks: { process, plan }, comment });
	}
	rows.change('conferences', conference, { phase: 'followThrough', reviewDate: dayOf(cast.review.day) });
	const { day, time, place, host, joins_last_half_hour: invited } = cast.review;
	const guests = invited.map((who) => people[who]);
	const note = `Om ${time} uur. Ilse komt het laatste half uur.`;
	rows.create('review_meetings', { conference, day: dayOf(day), place, host: people[host], note, invited: guests });
}

/** Four weeks later: everybody has the plan, who carries it says how it goes, and the coordinator has left. */
export function addFourWeeks(rows: Rows, { conference, people, coordinatorHat }: Seeded, plan: Presented): void {
	const { whole, child_version: childVersion, own_agreements_only: ownAgreements } = cast.plan_recipients;
	const hasMail = new Set([...cast.people, ...cast.professionals].filter(({ mail }) => mail).map(({ id }) => id));
	for (const [part, names] of Object.entries({ whole, childVersion, ownAgreements })) {
		for (const who of names) {
			const how = hasMail.has(who) ? 'mail' : 'paper';
			rows.create('deliveries', { conference, version: plan.version, participant: people[who], part, how });
		}
	}
	for (const { n, responsible, status_day28 } of cast.agreements) {
		const row = { conference, agreement: plan.agreements[n], participant: people[responsible] };
		rows.create('statuses', { ...row, ...status_day28 });
	}
	rows.change('hats', coordinatorHat, { ended: true });
}

/** Who has no login says yes by the mouth of somebody who has, and it is marked (IN2): Henk through Riet. */
function speakerFor(who: string, { accounts, people }: Seeded): string {
	if (accounts[who]) return '';
	const through = cast.late_yes.find((late) => late.who === who)?.how.match(/through (\w+)/)?.[1];
	return people[through ?? cast.contact_person]!;
}
