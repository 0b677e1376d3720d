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

/**
 * PH6: each agreement has a who and a what, or the plan is text and somebody of the circle says the text tells
 * it; somebody of the circle is contact person; a day to meet again is set, not in the past.
 * CO2: a coordinator is given nothing to do. Missing yes's and a standing "not yet" are not looked at.
 */
export function readyToClose(input: CloseInput): Outcome<Readiness> {
	const { agreements, circle, contactPerson, reviewDate } = input;
	const carriers = agreements.flatMap((agreement) => [agreement.responsible, ...agreement.helpers]);
	if ([...carriers, contactPerson].some((id) => input.coordinators.includes(id))) return refused('CO2');
	const concrete = agreements.every((one) => one.what.trim() !== '' && one.responsible !== '');
	const textTells = input.freeText.trim() !== '' && circle.includes(input.textConfirmedBy);
	const who = agreements.length > 0 ? concrete : textTells;
	const again = Day.safeParse(reviewDate).success && reviewDate >= input.today;
	if (!who || !again || !circle.includes(contactPerson)) return refused('PH6');
	return allowed({ contactPerson, reviewDate });
}
