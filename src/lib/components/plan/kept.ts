import { takenOnBy } from '#lib/domain/plan/takeOn.ts';
import type { AgreementStatus } from '#lib/domain/plan/status.ts';

/** One agreement of a presented plan; yes's and statuses hang on its id. */
export type KeptAgreement = {
	id: string;
	number: number;
	what: string;
	responsible: string;
	helpers: string[];
	when: string;
	by: string;
	check: string;
	requirements: string[];
	ifNot: string;
};
/** `carried`: said to the version in force, and still standing in the one that is presented (PH8). */
export type Yes = { id: string; agreement: string; participant: string; onBehalfBy: string; carried?: boolean };
export type Status = { agreement: string; participant: string; status: AgreementStatus; note: string; onBehalfBy: string };

/** Participants whose yes to this agreement there is. */
export function saidTo(agreement: string, yeses: readonly Yes[]): string[] {
	return yeses.filter((yes) => yes.agreement === agreement).map((yes) => yes.participant);
}

/** An agreement as it is carried now: whoever took it on stands where nobody's yes was (AG4). */
export function asCarried(agreement: KeptAgreement, yeses: readonly Yes[]): KeptAgreement {
	const [tookOn] = takenOnBy(agreement, saidTo(agreement.id, yeses));
	return tookOn ? { ...agreement, responsible: tookOn } : agreement;
}
