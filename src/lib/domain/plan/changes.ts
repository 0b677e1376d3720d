import type { Agreement } from './agreement.ts';
import type { PlanContent } from './content.ts';

/** Lines that came and went. */
export type Lines = { added: string[]; removed: string[] };

/** VE1: what changed between two versions. Agreements are the same one when they keep their number. */
export type Changes = {
	agreements: {
		added: number[];
		removed: number[];
		changed: { number: number; fields: (keyof Agreement)[] }[];
	};
	strengths: Lines;
	goals: Lines;
	planB: Lines;
	/** Single parts that differ. */
	fields: ('nightCall' | 'contactPerson' | 'deputy' | 'reviewDate' | 'freeText' | 'recipients')[];
};

/** VE1: what the circle sees when it lays two versions side by side. */
export function changesBetween(before: PlanContent, after: PlanContent): Changes {
	const single = ['nightCall', 'contactPerson', 'deputy', 'reviewDate', 'freeText', 'recipients'] as const;
	return {
		agreements: agreementChanges(before.agreements, after.agreements),
		strengths: lines(before.strengths, after.strengths),
		goals: lines(
			before.goals.map((goal) => `${goal.direction}: ${goal.text}`),
			after.goals.map((goal) => `${goal.direction}: ${goal.text}`)
		),
		planB: lines(
			before.planB.map((line) => `${line.trigger} → ${line.then}`),
			after.planB.map((line) => `${line.trigger} → ${line.then}`)
		),
		fields: single.filter((field) => differs(before[field], after[field]))
	};
}

function agreementChanges(before: Agreement[], after: Agreement[]): Changes['agreements'] {
	const old = new Map(before.map((agreement) => [agreement.number, agreement]));
	const kept = new Set(after.map((agreement) => agreement.number));
	return {
		added: [...kept].filter((number) => !old.has(number)),
		removed: [...old.keys()].filter((number) => !kept.has(number)),
		changed: after.flatMap((agreement) => {
			const was = old.get(agreement.number);
			if (!was) return [];
			const fields = (Object.keys(agreement) as (keyof Agreement)[]).filter((field) =>
				differs(was[field], agreement[field])
			);
			return fields.length > 0 ? [{ number: agreement.number, fields }] : [];
		})
	};
}

function lines(before: string[], after: string[]): Lines {
	return {
		added: after.filter((line) => !before.includes(line)),
		removed: before.filter((line) => !after.includes(line))
	};
}

function differs(one: unknown, other: unknown): boolean {
	return JSON.stringify(one) !== JSON.stringify(other);
}
