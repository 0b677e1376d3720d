import { describe, expect, it } from 'vitest';
import { may } from '#lib/domain/access/access.ts';
import { Role } from '#lib/domain/access/role.ts';
import { Phase } from '#lib/domain/conference/phase.ts';
import { en } from '#lib/i18n/en.ts';
import { nl } from '#lib/i18n/nl.ts';
import { nextStep } from './nextStep.ts';
import { pagesFor } from './pages.ts';

/** Somebody of the circle is also a child or contact person; neither stands alone. */
const ROLES = Role.options.map((role) => (role === 'child' || role === 'contactPerson' ? (['circle', role] as Role[]) : [role]));
const rows = ROLES.flatMap((roles) => Phase.options.map((phase) => ({ roles, phase })));
const standing = (roles: Role[]) => ({ roles: new Set(roles), barred: false, letIn: false });
/** The phase as far as these roles may know it. */
const known = (roles: Role[], phase: Phase) => (may(standing(roles), phase, 'door', 'read') ? phase : undefined);

describe('what next?', () => {
	it.each(rows)('$roles in $phase: one thing to do, or kindly nothing', ({ roles, phase }) => {
		const { step, to } = nextStep(roles, known(roles, phase));
		for (const words of [nl, en]) {
			expect(words.steps[step].about.length).toBeGreaterThan(10);
			expect('go' in words.steps[step]).toBe(to !== undefined);
		}
	});

	it.each(rows)('[AC3] $roles in $phase: it leads only where they may go', ({ roles, phase }) => {
		const { to } = nextStep(roles, known(roles, phase));
		if (to === undefined || to.startsWith('/')) return;
		const pages = pagesFor(standing(roles), known(roles, phase));
		expect(pages.some((page) => page !== '' && (to === page || to.startsWith(`${page}/`)))).toBe(true);
	});

	it('[PT1] who may not know the phase is told the same in every phase, and offered the same pages', () => {
		for (const role of ['asked', 'interpreter', 'outsideSupportPerson', 'guest', 'referrer'] as const) {
			for (const phase of Phase.options) expect(known([role], phase), `${role} ${phase}`).toBeUndefined();
		}
	});

	it('of an aunt who is also the school’s care coordinator the circle counts', () => {
		expect(nextStep(['informationGiver', 'circle'], 'privateTime').step).toBe('room');
	});

	it('does not ask again what was said: whether one comes, and yes to one’s own part', () => {
		expect(nextStep(['circle'], 'preparation').step).toBe('aboutMe');
		expect(nextStep(['circle'], 'preparation', { coming: 'yes' })).toEqual({ step: 'comes', to: 'preparation/me' });
		expect(nextStep(['circle'], 'presentation', { answered: false }).step).toBe('readPlan');
		expect(nextStep(['circle'], 'presentation', { answered: true })).toEqual({ step: 'answered', to: 'plan' });
	});

	it('[PH8] while a gathering presents, the family is led to the new plan; a professional is told the same as before', () => {
		expect(nextStep(['circle'], 'followThrough', { gathering: 'presenting' })).toEqual({ step: 'newPlan', to: 'plan' });
		expect(nextStep(['centralPerson'], 'followThrough', { gathering: 'private' }).step).toBe('doIt');
		expect(nextStep(['setter'], 'followThrough', { gathering: 'presenting' }).step).toBe('promise');
	});

	it('[CO3] whoever has no hat any more has nothing to do', () => {
		expect(nextStep([], undefined)).toEqual({ step: 'nothing' });
	});
});
