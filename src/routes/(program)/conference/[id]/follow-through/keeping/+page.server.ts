import { error, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { isBarred } from '#lib/domain/access/barred.ts';
import { canKeepGoing } from '#lib/domain/circle/nameContactPerson.ts';
import type { Participant } from '#lib/domain/circle/participant.ts';
import { spokenFor, withHat } from '$lib/server/asDomain';
import { clock } from '$lib/server/clock';
import { areOne, nameContacts } from '$lib/server/contactPerson';
import { openConference, type OpenConference } from '$lib/server/conference';
import { mayDeliver } from '$lib/server/delivery';
import { readForm, refuse } from '$lib/server/form';
import { meetingAhead, NewMeeting, saveMeeting } from '$lib/server/reviewMeeting';
import type { Actions, PageServerLoad } from './$types';

/** RV1, RV2: what keeps it going, for contact person, deputy and central person. For nobody else (AC3). */
export const load: PageServerLoad = async ({ locals, params }) => {
	const conference = await openKept(locals, params.id);
	const { people, standing } = conference;
	const circle = spokenFor(conference).filter(({ state }) => state === 'joined');
	return {
		meeting: await meetingAhead(conference),
		contactPerson: withHat(conference, 'contactPerson')[0] ?? '',
		deputy: withHat(conference, 'deputyContactPerson')[0] ?? '',
		circle: circle.map(named),
		grown: circle.filter((person) => canKeepGoing(person, clock.now())).map(named),
		professionals: people.filter(isHelping).map(named),
		isContact: standing.roles.has('contactPerson'),
		delivers: mayDeliver(conference)
	};
};

const OneCircle = z.object({ contactPerson: z.string().default(''), deputy: z.string().default('') });

export const actions: Actions = {
	meeting: async ({ request, locals, params }) => {
		const form = await readForm(request, NewMeeting);
		if (!form.ok) return form.refused;
		const outcome = await saveMeeting(await openKept(locals, params.id), form.data);
		return outcome.ok ? { saved: 'meeting' as const } : refuse(form.data, {}, outcome.rule, 409);
	},

	/** Whoever hands over the role has no business on this page any more, and reads on where everybody does. */
	contacts: async ({ request, locals, params }) => {
		const form = await readForm(request, OneCircle);
		if (!form.ok) return form.refused;
		const conference = await openKept(locals, params.id);
		if (areOne(conference, form.data)) return refuse(form.data, { deputy: 'otherDeputy' });
		const outcome = await nameContacts(conference, form.data);
		if (!outcome.ok) return refuse(form.data, {}, outcome.rule, 409);
		redirect(303, `/conference/${params.id}/follow-through`);
	}
};

async function openKept(locals: App.Locals, id: string): Promise<OpenConference> {
	const conference = await openConference(locals, id);
	const { phase, standing } = conference;
	const keeps = standing.roles.has('contactPerson') || standing.roles.has('centralPerson');
	if (phase !== 'followThrough' || !keeps) error(404);
	return conference;
}

/** Who may be invited to a meeting: professionals of now. A coordinator comes back by another way (CO4). */
function isHelping({ state, hats }: Participant): boolean {
	const works = hats.some(({ kind, ended }) => !ended && (kind === 'setter' || kind === 'informationGiver'));
	return state === 'joined' && works && isBarred(hats);
}

function named({ id, name }: Participant): { id: string; name: string } {
	return { id, name };
}
