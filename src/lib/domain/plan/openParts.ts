import type { Agreement } from './agreement.ts';

/** AG1: what an agreement may still lack without holding anything up; who and what do hold up (PH6). */
export type OpenPart = 'when' | 'check' | 'ifNot';

type Looked = Pick<Agreement, 'number' | 'when' | 'check' | 'ifNot'> & { by: string };

/** AG1: what is not written yet in one agreement: when, until when or how often; who checks; what if not. */
export function openParts(agreement: Omit<Looked, 'number'>): OpenPart[] {
	const open: OpenPart[] = [];
	if (agreement.when.trim() === '' && agreement.by === '') open.push('when');
	if (agreement.check === '') open.push('check');
	if (agreement.ifNot.trim() === '') open.push('ifNot');
	return open;
}

/** AG1: the numbers of the agreements that lack each part, in the plan's order; parts that none lacks are left out. */
export function partsToAsk(agreements: readonly Looked[]): { part: OpenPart; agreements: number[] }[] {
	const parts: OpenPart[] = ['when', 'check', 'ifNot'];
	const lacking = (part: OpenPart) => agreements.filter((one) => openParts(one).includes(part)).map(({ number }) => number);
	return parts.map((part) => ({ part, agreements: lacking(part) })).filter(({ agreements: some }) => some.length > 0);
}
