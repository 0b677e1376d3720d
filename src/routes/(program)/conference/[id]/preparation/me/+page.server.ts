import { error } from '@sveltejs/kit';
import { z } from 'zod';
import { isFamily } from '#lib/domain/access/standing.ts';
import { attempt } from '$lib/server/attempt';
import { AttendanceForm, attendanceOf, saveAttendance } from '$lib/server/attendance';
import { openConference, openForPage } from '$lib/server/conference';
import { contactOf, ContactForm, saveContact } from '$lib/server/contact';
import { readForm } from '$lib/server/form';
import { needOf, saveNeed } from '$lib/server/need';
import type { Actions, PageServerLoad } from './$types';

/** One's own contact data, and for the family what one needs. */
export const load: PageServerLoad = async ({ locals, params }) => {
	const conference = await openForPage(locals, params.id);
	const { me, standing } = conference;
	if (!me) error(404);
	const [contact, coming, needs] = await Promise.all([
		contactOf(conference, me.id),
		attendanceOf(conference, me.id),
		isFamily(standing) ? needOf(conference, me.id) : undefined
	]);
	const shares = me.hats.some(({ kind }) => kind === 'centralPerson' || kind === 'circle');
	return { contact, coming, needs, shares };
};

export const actions: Actions = {
	coming: async ({ request, locals, params }) => {
		const form = await readForm(request, AttendanceForm);
		if (!form.ok) return form.refused;
		const conference = await openConference(locals, params.id);
		const { me } = conference;
		if (!me) error(404);
		return attempt(form.data, () => saveAttendance(conference, me.id, form.data.coming));
	},

	contact: async ({ request, locals, params }) => {
		const form = await readForm(request, ContactForm);
		if (!form.ok) return form.refused;
		const conference = await openConference(locals, params.id);
		const { me } = conference;
		if (!me) error(404);
		return attempt(form.data, () => saveContact(conference, me, form.data));
	},

	needs: async ({ request, locals, params }) => {
		const form = await readForm(request, z.object({ needs: z.string().trim().max(4000, 'tooLong').default('') }));
		if (!form.ok) return form.refused;
		const conference = await openConference(locals, params.id);
		const { me } = conference;
		if (!me) error(404);
		return attempt(form.data, () => saveNeed(conference, me.id, form.data.needs));
	}
};
