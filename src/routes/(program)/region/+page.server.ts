import { error } from '@sveltejs/kit';
import { z } from 'zod';
import { dictionary } from '#lib/i18n/words.ts';
import { listApplications, match } from '$lib/server/application';
import { clock } from '$lib/server/clock';
import { CoordinatorChange } from '$lib/server/coordination';
import { listCoordinations, offerCoordinator } from '$lib/server/coordinations';
import { readForm, refuse } from '$lib/server/form';
import { sendMail } from '$lib/server/mail';
import { addStaff, listCoordinators, nameOfRegion, NewStaff, writeToCoordinator } from '$lib/server/region';
import { signedIn } from '$lib/server/signedIn';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { manages } = signedIn(locals);
	if (!manages) error(404);
	const [coordinators, applications, coordinations, region] = await Promise.all([
		listCoordinators(locals, manages),
		listApplications(locals),
		listCoordinations(locals),
		nameOfRegion(locals, manages)
	]);
	// AC7: of what waits here the manager knows nobody by name but who coordinates.
	const reader = { people: [], knowsAll: false, phase: 'application' as const, now: clock.now().getTime(), coordinatorLeft: false };
	return { coordinators, applications, coordinations, region, reader };
};

/** `refused`: ids of who was refused for this application a moment ago, so that nobody is offered twice (CO1). */
const Chosen = z.object({
	conference: z.string().min(1),
	coordinator: z.string('choose').min(1, 'choose'),
	refused: z.string().max(2000).default('')
});

/** CO5: who is offered, for what, and why. */
const Offer = z.object({
	conference: z.string().min(1),
	coordinator: z.string('choose').min(1, 'choose'),
	reason: CoordinatorChange.shape.reason
});

export const actions: Actions = {
	add: async ({ request, locals, url }) => {
		if (!signedIn(locals).manages) error(404);
		const form = await readForm(request, NewStaff);
		if (!form.ok) return form.refused;
		const { code } = await addStaff(locals, form.data);
		const { mails } = await dictionary(locals.language);
		const { name, mail } = form.data;
		const link = `${url.origin}/in/${code}`;
		const mailed = await sendMail({ to: mail, subject: mails.welcomeSubject, text: mails.welcome(name, link) });
		return { welcomed: { name, link, mailed } };
	},

	offer: async ({ request, locals, url }) => {
		if (!signedIn(locals).manages) error(404);
		const form = await readForm(request, Offer);
		if (!form.ok) return form.refused;
		const { coordinator: candidate, ...rest } = form.data;
		const outcome = await offerCoordinator(locals, { ...rest, candidate });
		if (!outcome.ok) return refuse(form.data, {}, outcome.rule, 409);
		const { mails } = await dictionary(locals.language);
		const text = (name: string) => mails.offered(name, `${url.origin}/conference`);
		await writeToCoordinator(locals, candidate, { subject: mails.coordinatorSubject, text });
		return { offered: true };
	},

	match: async ({ request, locals, url }) => {
		if (!signedIn(locals).manages) error(404);
		const form = await readForm(request, Chosen);
		if (!form.ok) return form.refused;
		const { conference, coordinator, refused } = form.data;
		const outcome = await match(locals, conference, coordinator);
		if (outcome.ok) {
			const { mails } = await dictionary(locals.language);
			const text = (name: string) => mails.matched(name, `${url.origin}/conference/${conference}`);
			await writeToCoordinator(locals, coordinator, { subject: mails.coordinatorSubject, text });
			return { matched: true };
		}
		const again = outcome.rule === 'CO1' ? [...refused.split(',').filter(Boolean), coordinator].join(',') : refused;
		return refuse({ conference, coordinator, refused: again }, {}, outcome.rule, 409);
	}
};
