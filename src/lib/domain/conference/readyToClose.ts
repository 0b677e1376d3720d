import { type Outcome, allowed, refused } from '../outcome.ts';
import { Day } from './conference.ts';

/** What closing a day or a gathering looks at: the presented plan, and who keeps it going until when. */
export type CloseInput = {
	agreements: readonly { what: string; responsible: string; helpers: readonly string[] }[];
	freeText: string;
	/** Participant id of who of the circle said that who does what is in the text; empty when nobody did. */
	textConfirmedBy: string;
	/** Participant id; empty when nobody was named. */
	contactPerson: string;
	/** The day to meet again, `2027-04-17`; empty when none was chosen. */
	reviewDate: string;
	/** Today, `2027-01-16`. */
	today: string;
	/** Participant ids of central persons and circle. */
	circle: readonly string[];
	/** Participant ids of who is or was coordinator here. */
	coordinators: readonly string[];
};

export type Readiness = { contactPerson: string; reviewDate: string };

/** What stands in the way of closing, so that a screen can say it in words; numbers are of agreements. */
export type Missing =
	| { part: 'who' | 'what'; agreements: number[] }
	| { part: 'textUnconfirmed' | 'contactPerson' | 'reviewDate' | 'coordinatorCarries' | 'anything' };

type Numbered = Omit<CloseInput, 'agreements'> & {
	agreements: readonly (CloseInput['agreements'][number] & { number: number })[];
};

/**
 * PH6: each agreement has a who and a what, or the plan is text and somebody of the circle says the text tells
 * it; somebody of the circle is contact person; a day to meet again is set, not in the past.
 * CO2: a coordinator is given nothing to do. Missing yes's and a standing "not yet" are not looked at.
 */
export function readyToClose(input: CloseInput): Outcome<Readiness> {
	const agreements = input.agreements.map((one, index) => ({ ...one, number: index + 1 }));
	const missing = missingToClose({ ...input, agreements });
	if (missing.some(({ part }) => part === 'coordinatorCarries')) return refused('CO2');
	if (missing.length > 0) return refused('PH6');
	return allowed({ contactPerson: input.contactPerson, reviewDate: input.reviewDate });
}

/** PH6, CO2: everything that is still missing before the day can be closed; nothing when it is ready. */
export function missingToClose(input: Numbered): Missing[] {
	const { agreements, circle, contactPerson, reviewDate } = input;
	const missing: Missing[] = [];
	const carriers = agreements.flatMap((agreement) => [agreement.responsible, ...agreement.helpers]);
	if ([...carriers, contactPerson].some((id) => input.coordinators.includes(id))) {
		missing.push({ part: 'coordinatorCarries' });
	}
	const without = (field: 'what' | 'responsible') =>
		agreements.filter((one) => one[field].trim() === '').map(({ number }) => number);
	if (without('responsible').length) missing.push({ part: 'who', agreements: without('responsible') });
	if (without('what').length) missing.push({ part: 'what', agreements: without('what') });
	if (agreements.length === 0) {
		if (input.freeText.trim() === '') missing.push({ part: 'anything' });
		else if (!circle.includes(input.textConfirmedBy)) missing.push({ part: 'textUnconfirmed' });
	}
	if (!circle.includes(contactPerson)) missing.push({ part: 'contactPerson' });
	if (!Day.safeParse(reviewDate).success || reviewDate < input.today) missing.push({ part: 'reviewDate' });
	return missing;
}
