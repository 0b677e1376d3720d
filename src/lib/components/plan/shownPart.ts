import { EMPTY_PLAN, type PlanContent, type RecipientPart } from '#lib/domain/plan/content.ts';
import { planFor } from '#lib/domain/plan/recipients.ts';
import type { Words } from '#lib/i18n/nl.ts';
import type { KeptAgreement } from './kept.ts';

/** As much of a plan as lies before the reader, and what it is called. */
export type ShownPart = {
	plan: PlanContent;
	title: string;
	/** Which of the two it is, where the circle gave the reader a part and they may read the whole (PL1). */
	wholeOf: 'part' | 'whole' | undefined;
};

type Reader = { id: string; name: string };

/**
 * PL1: the whole, or as much of it as the circle gave to the reader; who may read the whole has that one tap further.
 * Who may not sees the agreements that concern them as a paper of their own.
 */
export function shownPart(
	content: PlanContent | undefined,
	agreements: readonly KeptAgreement[],
	{ reader, wantsWhole, title, text }: { reader: Reader | undefined; wantsWhole: boolean; title: string; text: Words }
): ShownPart {
	const name = reader?.name ?? '';
	const own = text.planSheet.ownTitle(name);
	if (!content) {
		const theirs = agreements.map((one) => ({ ...one, carrier: '' as const }));
		return { plan: { ...EMPTY_PLAN, agreements: theirs }, title: own, wholeOf: undefined };
	}
	const part: RecipientPart = content.recipients.find(({ participant }) => participant === reader?.id)?.part ?? 'whole';
	const whole = { plan: content, title: text.planSheet.of(title || text.plan.title) };
	if (part === 'whole' || !reader) return { ...whole, wholeOf: undefined };
	if (wantsWhole) return { ...whole, wholeOf: 'whole' };
	const named = part === 'childVersion' ? text.planSheet.childTitle(name) : own;
	return { plan: planFor(content, { participant: reader.id, part }), title: named, wholeOf: 'part' };
}
