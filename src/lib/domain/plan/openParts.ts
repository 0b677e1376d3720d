import type { Agreement } from './agreement.ts';

/** AG1: what an agreement may still lack without holding anything up; who and what do hold up (PH6). */
export type OpenPart = 'when' | 'check' | 'ifNot';

type Looked = Pick<Agreement, 'number' | 'when' | 'check' | 'ifNot'> & { by: string };

/** A line of plan B says behind which agreements it stands. */
type Behind = { agreements: readonly number[] };

/**
 * AG1: what is not written yet in one agreement: when, until when or how often; who checks; what if not, unless plan
 * B has it.
 */
export function openParts(agreement: Looked, planB: readonly Behind[] = []): OpenPart[] {
	const open: OpenPart[] = [];
	const hasPlanB = planB.some(({ agreements }) => agreements.includes(agreement.number));
	if (agreement.when.trim() === '' && agreement.by === '') open.push('when');
	if (agreement.check === '') open.push('check');
	if (agreement.ifNot.trim() === '' && !hasPlanB) open.push('ifNot');
	return open;
}

/** AG1: the numbers of the agreements that lack each part, in the plan's order; parts that none lacks are left out. */
export function partsToAsk(agreements: readonly Looked[], planB: readonly Behind[]): { part: OpenPart; agreements: number[] }[] {
	const parts: OpenPart[] = ['when', 'check', 'ifNot'];
	const lacking = (part: OpenPart) => agreements.filter((one) => openParts(one, planB).includes(part)).map(({ number }) => number);
	return parts.map((part) => ({ part, agreements: lacking(part) })).filter(({ agreements: some }) => some.length > 0);
}
