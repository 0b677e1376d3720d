import { dictionary } from '#lib/i18n/words.ts';
import { apply, NewApplication } from '$lib/server/apply';
import { makeCode } from '$lib/server/code';
import { readForm, refuse } from '$lib/server/form';
import { handOver } from '$lib/server/invite';
import { canMail } from '$lib/server/mail';
import { comeIn, Newcomer } from '$lib/server/newcomer';
import type { Actions, PageServerLoad } from './$types';

const WAYS = ['self', 'child', 'other'] as const;

/** PH1: anyone applies. For a professional there is one way; everybody else first says for whom it is. */
export const load: PageServerLoad = async ({ locals, url }) => {
	const regions = await locals.pb.collection('regions').getFullList({ sort: 'name', skipTotal: true });
	const organisation = locals.account?.organisation;
	const way = organisation ? 'other' : WAYS.find((one) => one === url.searchParams.get('for'));
	return { organisation, way, canMail: canMail(), regions: regions.map(({ id, name }) => ({ id, name: name as string })) };
};

export const actions: Actions = {
	default: async (event) => {
		const { request, locals, url } = event;
		const form = await readForm(request, NewApplication.and(Newcomer));
		if (!form.ok) return form.refused;
		const words = await dictionary(locals.language);
		const isNew = !locals.account;
		if (isNew) {
			const came = await comeIn(event, form.data, words);
			if (!came.ok) return { ...refuse(asTyped(form.data), came.errors).data, sentTo: came.sentTo };
		}
		const applied = await apply(locals, form.data);
		if (!applied.ok) return refuse(asTyped(form.data), {}, applied.rule, 409);
		const { conference, isOwn, letters } = applied.value;
		const invited = await Promise.all(
			letters.map((letter) => handOver({ ...letter, conference, heldBack: false, by: '' }, url.origin, words))
		);
		return { applied: { conference, isOwn, invited, handle: isNew ? (locals.account?.handle ?? '') : '' } };
	}
};

/** Numbers as they were typed. */
function asTyped(data: Record<string, unknown>): Record<string, unknown> {
	return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, String(value)]));
}
