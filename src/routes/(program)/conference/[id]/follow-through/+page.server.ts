import { z } from 'zod';
import { grants, may } from '#lib/domain/access/access.ts';
import { handBack, listStatuses, listYeses, NewStatus, sayYesTo, setStatus, takeOnAgreement } from '$lib/server/agreement';
import { namesIn } from '$lib/server/agreementNames';
import { spokenFor } from '$lib/server/asDomain';
import { attempt } from '$lib/server/attempt';
import { today } from '$lib/server/closing';
import { openConference, openForPage, type OpenConference } from '$lib/server/conference';
import { mayDeliver } from '$lib/server/delivery';
import { readForm } from '$lib/server/form';
import { listAgreements, listVersions } from '$lib/server/planVersion';
import { sharedPhones } from '$lib/server/sharedPhone';
import { tryVerb } from '$lib/server/tryVerb';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const conference = await openForPage(locals, params.id);
	const inForce = conference.inForce || conference.presented;
	const [versions, agreements, statuses, yeses, names, phones] = await Promise.all([
		listVersions(conference),
		listAgreements(conference, inForce),
		listStatuses(conference),
		listYeses(conference),
		namesIn(conference),
		sharedPhones(conference)
	]);
	const { standing, phase, people } = conference;
	const plan = versions.find(({ id }) => id === inForce)?.content;
	const isFamily = standing.roles.has('centralPerson') || standing.roles.has('circle');
	return {
		agreements,
		statuses,
		yeses,
		names,
		nightCall: plan?.nightCall ?? '',
		contacts: contactsOf(conference, phones),
		today: today(),
		rights: {
			isFamily,
			seesWhole: plan !== undefined,
			seesStatuses: grants(standing, phase, 'agreementYes').some(
				({ portion }) => portion === 'all' || portion === 'statusWhenShared'
			),
			saysYes: phase !== 'closed' && may(standing, phase, 'agreementYes', 'write'),
			saysHow: phase === 'followThrough' && conference.me?.state === 'joined',
			delivers: mayDeliver(conference)
		},
		family: isFamily && phase !== 'closed' ? spokenFor(conference) : [],
		coordinatorLeft: conference.coordinatorLeft
	};
};

const one = z.object({ agreement: z.string().min(1) });

export const actions: Actions = {
	status: async ({ request, locals, params }) => {
		const form = await readForm(request, NewStatus);
		if (!form.ok) return form.refused;
		return tryVerb(form.data, async () => setStatus(await openConference(locals, params.id), form.data));
	},

	/** AG4: "dit doe ik". */
	take: async ({ request, locals, params }) => {
		const form = await readForm(request, one);
		if (!form.ok) return form.refused;
		return tryVerb(form.data, async () => takeOnAgreement(await openConference(locals, params.id), form.data.agreement));
	},

	yes: async ({ request, locals, params }) => {
		const form = await readForm(request, one.extend({ participant: z.string().min(1) }));
		if (!form.ok) return form.refused;
		const { agreement, participant } = form.data;
		return tryVerb(form.data, async () => sayYesTo(await openConference(locals, params.id), agreement, participant));
	},

	handBack: async ({ request, locals, params }) => {
		const form = await readForm(request, z.object({ yes: z.string().min(1) }));
		if (!form.ok) return form.refused;
		return attempt(form.data, async () => handBack(await openConference(locals, params.id), form.data.yes));
	}
};

/** Contact person and deputy as they are now, with a phone where they ticked that (AC1). */
function contactsOf({ people }: OpenConference, phones: Record<string, string>) {
	const roles = { contactPerson: 'contactPerson', deputyContactPerson: 'deputy' } as const;
	return (Object.keys(roles) as (keyof typeof roles)[]).flatMap((kind) => {
		const person = people.find(({ hats }) => hats.some((hat) => hat.kind === kind && !hat.ended));
		return person ? [{ name: person.name, role: roles[kind], phone: phones[person.id] ?? '' }] : [];
	});
}
