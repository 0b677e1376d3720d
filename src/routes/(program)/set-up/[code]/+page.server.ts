import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { Account } from '$lib/server/account';
import { redeemCode } from '$lib/server/code';
import { readForm, refuse } from '$lib/server/form';
import { newAccount } from '$lib/server/invitation';
import { beginSession } from '$lib/server/request';
import { asSuperuser } from '$lib/server/superuser';
import type { Actions } from './$types';

const SetUp = z.object({
	region: z.string().trim().min(1, 'fillIn').max(100, 'tooLong'),
	name: z.string().trim().min(1, 'fillIn').max(100, 'tooLong'),
	mail: z.string().trim().toLowerCase().pipe(z.email('mail')),
	password: z.string().min(12, 'passwordShort').max(200, 'tooLong')
});

export const actions: Actions = {
	/** The first region manager of an empty installation, by the link that stood in the terminal. */
	default: async ({ request, params, cookies, url }) => {
		const form = await readForm(request, SetUp);
		if (!form.ok) return form.refused;
		const code = await redeemCode('setUp', params.code);
		if (!code.ok) return refuse(form.data, {}, 'wrongCode');
		const { region, name, mail, password } = form.data;
		const account = await asSuperuser('first region manager', async (pb) => {
			const { id: manages } = await pb.collection('regions').create({ name: region });
			const fields = { ...newAccount({ name, mail }), password, passwordConfirm: password, manages };
			return Account.parse(await pb.collection('accounts').create(fields));
		});
		await beginSession(cookies, account, url.protocol === 'https:');
		redirect(303, '/region');
	}
};
