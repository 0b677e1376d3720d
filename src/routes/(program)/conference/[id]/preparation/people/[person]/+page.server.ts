import { error, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { may } from '#lib/domain/access/access.ts';
import { attempt } from '$lib/server/attempt';
import { AttendanceForm, attendanceOf, saveAttendance } from '$lib/server/attendance';
import { openConference, openForPage, type OpenConference } from '$lib/server/conference';
import { contactOf, ContactForm, saveContact } from '$lib/server/contact';
import { readForm } from '$lib/server/form';
import { mayInvite } from '$lib/server/invite';
import { needOf, saveNeed } from '$lib/server/need';
import { AnotherHat, answerFor, giveHat, removeParticipant, writesContacts } from '$lib/server/participant';
import { AnsweredBy, mayAnswerFor, saveAnsweredBy } from '$lib/server/representative';
import { tryVerb } from '$lib/server/tryVerb';
import type { HatKind } from '#lib/domain/circle/hat.ts';
import type { Participant } from '#lib/domain/circle/participant.ts';
import type { Actions, PageServerLoad } from './$types';

/** Everything about one person for who writes the list; each part as far as the table goes. */
export const load: PageServerLoad = async ({ locals, params }) => {
	const conference = await openForPage(locals, params.id);
	const person = listed(conference, params.person);
	const { standing, phase } = conference;
	const seesContact = writesContacts(conference) && standing.roles.has('coordinator');
	const minds = standing.roles.has('coordinator') && may(standing, phase, 'needs', 'write');
	const seesNeeds = minds && isFamily(person);
	const [contact, coming, needs] = await Promise.all([
		seesContact ? contactOf(conference, person.id) : undefined,
		minds ? attendanceOf(conference, person.id) : undefined,
		seesNeeds ? needOf(conference, person.id) : undefined
	]);
	const kinds = person.hats.filter((hat) => !hat.ended).map(({ kind }) => kind);
	return {
		person,
		contact,
		coming,
		minds,
		needs,
		isFamily: isFamily(person),
		mayAlso: standing.roles.has('coordinator') && phase !== 'followThrough' ? hatsToGive(kinds) : [],
		invites: mayInvite(conference) && (person.state === 'asked' || person.state === 'joined'),
		mayAnswer: isFamily(person) ? mayAnswerFor(conference, person) : [],
		answers: person.account === '' && person.state !== 'removed',
		removable: !kinds.includes('centralPerson') && !kinds.includes('coordinator')
	};
};

/** The person, for somebody who writes the list; else as if there were none (AC3). */
function listed({ people, standing, phase }: OpenConference, id: string): Participant {
	const person = people.find((one) => one.id === id && one.state !== 'removed');
	if (!person || !may(standing, phase, 'circleList', 'write')) error(404);
	return person;
}

/** What a professional who is here already may do as well. */
function hatsToGive(worn: HatKind[]): HatKind[] {
	const organised = AnotherHat.shape.hat.options;
	const isProfessional = worn.some((kind) => kind === 'referrer' || organised.some((one) => one === kind));
	return isProfessional ? organised.filter((kind) => !worn.includes(kind)) : [];
}

function isFamily({ hats }: Participant): boolean {
	return hats.some(({ kind, ended }) => !ended && (kind === 'centralPerson' || kind === 'circle'));
}

export const actions: Actions = {
	coming: async ({ request, locals, params }) => {
		const form = await readForm(request, AttendanceForm);
		if (!form.ok) return form.refused;
		const conference = await openConference(locals, params.id);
		const person = listed(conference, params.person);
		return attempt(form.data, () => saveAttendance(conference, person.id, form.data.coming));
	},

	answer: async ({ request, locals, params }) => {
		const form = await readForm(request, z.object({ answer: z.enum(['asked', 'joined', 'declined']) }));
		if (!form.ok) return form.refused;
		const conference = await openConference(locals, params.id);
		return attempt({}, () => answerFor(conference, listed(conference, params.person).id, form.data.answer));
	},

	hat: async ({ request, locals, params }) => {
		const form = await readForm(request, AnotherHat);
		if (!form.ok) return form.refused;
		const conference = await openConference(locals, params.id);
		return attempt(form.data, () => giveHat(conference, listed(conference, params.person), form.data));
	},

	/** IN2: who answers for this person, and how old they are where that matters. */
	answeredBy: async ({ request, locals, params }) => {
		const form = await readForm(request, AnsweredBy);
		if (!form.ok) return form.refused;
		const conference = await openConference(locals, params.id);
		const person = listed(conference, params.person);
		return tryVerb({}, () => saveAnsweredBy(conference, person, form.data));
	},

	contact: async ({ request, locals, params }) => {
		const form = await readForm(request, ContactForm);
		if (!form.ok) return form.refused;
		const conference = await openConference(locals, params.id);
		const person = listed(conference, params.person);
		return attempt(form.data, () => saveContact(conference, person, form.data));
	},

	needs: async ({ request, locals, params }) => {
		const form = await readForm(request, z.object({ needs: z.string().trim().max(4000, 'tooLong').default('') }));
		if (!form.ok) return form.refused;
		const conference = await openConference(locals, params.id);
		return attempt(form.data, () => saveNeed(conference, listed(conference, params.person).id, form.data.needs));
	},

	remove: async ({ locals, params }) => {
		const conference = await openConference(locals, params.id);
		const done = await attempt({}, () => removeParticipant(conference, listed(conference, params.person).id));
		if ('saved' in done) redirect(303, `/conference/${params.id}/preparation/people`);
		return done;
	}
};
