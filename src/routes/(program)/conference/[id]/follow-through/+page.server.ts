import { error } from '@sveltejs/kit';
import { z } from 'zod';
import { grants, may } from '#lib/domain/access/access.ts';
import { isFamily } from '#lib/domain/access/standing.ts';
import { handBack, listStatuses, listYeses, maySayYes, NewStatus, sayYesTo, setStatus, takeOnAgreement } from '$lib/server/agreement';
import { namesIn } from '$lib/server/agreementNames';
import { spokenFor } from '$lib/server/asDomain';
import { attempt } from '$lib/server/attempt';
import { today } from '$lib/server/closing';
import { openConference, openForPage, type OpenConference } from '$lib/server/conference';
import { mayDeliver } from '$lib/server/delivery';
import { readForm } from '$lib/server/form';
import { type KeptAgreement, listAgreements, versionOf } from '$lib/server/planVersion';
import { meetingAhead } from '$lib/server/reviewMeeting';
import { sharedPhones } from '$lib/server/sharedPhone';
import { tryVerb } from '$lib/server/tryVerb';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const conference = await openForPage(locals, params.id);
	const carriedOut = conference.inForce || conference.presented;
	const [version, agreements, statuses, yeses, names, phones, meeting] = await Promise.all([
		versionOf(conference, carriedOut),
		listAgreements(conference, carriedOut),
		listStatuses(conference),
		listYeses(conference),
		namesIn(conference),
		sharedPhones(conference),
		meetingAhead(conference)
	]);
	// PT1: who may not know how far it is finds this page by what stands on it, and in no phase without.
	const seesAny = version !== undefined || agreements.length > 0 || meeting !== undefined;
	if (!seesAny && !may(conference.standing, conference.phase, 'door', 'read')) error(404);
	return {
		agreements,
		statuses,
		yeses,
		names,
		nightCall: version?.content.nightCall ?? '',
		planB: version?.content.planB ?? [],
		contacts: contactsOf(conference, phones),
		meeting,
		gathering: conference.gathering?.state,
		today: today(),
		rights: rightsOf(conference, version !== undefined, agreements),
		family: isFamily(conference.standing) && conference.phase !== 'closed' ? spokenFor(conference) : [],
		coordinatorLeft: conference.coordinatorLeft
	};
};

/** What the reader sees and may do here; who was given a part of the plan gets that part alone. */
function rightsOf(at: OpenConference, seesWhole: boolean, agreements: KeptAgreement[]) {
	const { standing, phase, me } = at;
	const isGoing = phase === 'followThrough';
	return {
		isFamily: isFamily(standing),
		seesWhole,
		seesStatuses: grants(standing, phase, 'agreementYes').some(
			({ portion }) => portion === 'all' || portion === 'statusWhenShared'
		),
		saysYes: maySayYes(at, agreements),
		saysHow: isGoing && me?.state === 'joined' && may(standing, phase, 'agreementYes', 'write'),
		gathers: isGoing && isFamily(standing),
		keeps: isGoing && (standing.roles.has('contactPerson') || standing.roles.has('centralPerson')),
		delivers: mayDeliver(at)
	};
}

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
