import { apply, NewApplication } from '$lib/server/application';
import { readForm } from '$lib/server/form';
import { sendMail } from '$lib/server/mail';
import { signedIn } from '$lib/server/signedIn';
import { dictionary } from '#lib/i18n/words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	signedIn(locals);
	const regions = await locals.pb.collection('regions').getFullList({ sort: 'name', skipTotal: true });
	return { regions: regions.map(({ id, name }) => ({ id, name: name as string })) };
};

export const actions: Actions = {
	default: async ({ request, locals, url }) => {
		signedIn(locals);
		const form = await readForm(request, NewApplication);
		if (!form.ok) return form.refused;
		const { conference, name, mail, code } = await apply(locals, form.data);
		const { mails } = await dictionary(locals.language);
		const link = `${url.origin}/in/${code}`;
		const text = mails.invitation(name, link);
		const mailed = mail !== '' && (await sendMail({ to: mail, subject: mails.invitationSubject, text }));
		return { invited: { name, code, link, mailed, heldBack: false }, conference };
	}
};
