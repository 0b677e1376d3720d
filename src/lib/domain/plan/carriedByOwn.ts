import type { Carrier } from './carrier.ts';
import type { AgreementStatus } from './status.ts';

/** One agreement as the measure sees it. */
export type Counted = {
	carrier: Carrier;
	/** Whether the responsible person takes part as a professional; that decides over what was ticked. */
	responsibleIsProfessional: boolean;
	/** Whether that person said yes (AG2). */
	agreed: boolean;
	status: AgreementStatus;
};

/** So many of so many. Both are always shown; with nothing to count there is no share. */
export type Ratio = { numerator: number; denominator: number };

/** ME1: carried by family or network, of what was agreed and of what was begun; volunteers apart. */
export type CarriedByOwn = { agreed: Ratio; carriedOut: Ratio; volunteers: number };

/** What a plan can be compared with: the share of actions carried by family or network in the thesis. */
export const REFERENCE_SHARE = {
	value: 0.8,
	source: 'Klaar voor de toekomst?, section 6.4 (Eigen Kracht conferentie)'
} as const;

const OWN: readonly Carrier[] = ['', 'self', 'family', 'network'];
const CARRIED_OUT: readonly AgreementStatus[] = ['running', 'partly', 'changed', 'done'];

/**
 * ME1: counts by responsible person. Agreed: own over all that is agreed. Carried out: own that runs, ran
 * partly, changed or is done, over all that was begun. A volunteer of an organisation is in the denominators
 * and counted apart. For a report afterwards; nothing of it belongs in the private room (PT6).
 */
export function carriedByOwn(agreements: readonly Counted[]): CarriedByOwn {
	const agreed = agreements.filter((one) => one.agreed);
	const begun = agreed.filter((one) => one.status !== 'notStarted');
	const carriedOut = begun.filter((one) => CARRIED_OUT.includes(one.status));
	return {
		agreed: { numerator: agreed.filter(isOwn).length, denominator: agreed.length },
		carriedOut: { numerator: carriedOut.filter(isOwn).length, denominator: begun.length },
		volunteers: agreed.filter((one) => one.carrier === 'volunteer').length
	};
}

function isOwn(one: Counted): boolean {
	return !one.responsibleIsProfessional && OWN.includes(one.carrier);
}
