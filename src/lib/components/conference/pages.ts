import { grants, may } from '#lib/domain/access/access.ts';
import type { Standing } from '#lib/domain/access/standing.ts';
import type { Thing } from '#lib/domain/access/thing.ts';
import { Phase } from '#lib/domain/conference/phase.ts';

/** The pages of a conference, in the order in which one comes to them; the path behind its address. */
export const PAGES = ['', 'preparation', 'preparation/me', 'information', 'plan', 'follow-through', 'close', 'access-log'] as const;
export type PageName = (typeof PAGES)[number];

/**
 * The pages somebody may read now, from the access table. Whoever may not know the phase (PT1) is offered the same
 * ones in each.
 */
export function pagesFor(standing: Standing, phase: Phase | undefined): PageName[] {
	if (!standing.roles.size) return [''];
	const phases = phase ? [phase] : Phase.options;
	const portions = (thing: Thing) => phases.flatMap((now) => grants(standing, now, thing)).map(({ portion }) => portion);
	const reads = (thing: Thing) => phases.some((now) => may(standing, now, thing, 'read'));
	const isIn = standing.roles.size > 1 || !standing.roles.has('regionManager');
	const open: Record<PageName, boolean> = {
		'': true,
		preparation: isIn,
		// For everybody else it is a part of preparing.
		'preparation/me': isIn && !phase,
		information: phase !== undefined && (portions('contribution').some((portion) => portion !== 'state') || reads('requirement')),
		plan: portions('presentedPlan').some((portion) => portion !== 'outcome' && portion !== 'counts'),
		'follow-through': (phase === 'followThrough' || phase === 'closed') && reads('agreementYes'),
		close: closes(standing, phase) || (phase !== undefined && portions('presentedPlan').includes('delivering')),
		'access-log': reads('accessLog')
	};
	return PAGES.filter((page) => open[page]);
}

function closes({ roles }: Standing, phase: Phase | undefined): boolean {
	return phase === 'presentation' && roles.has('coordinator');
}
