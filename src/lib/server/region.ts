import { z } from 'zod';
import { makeCode } from './code.ts';
import { newAccount } from './invitation.ts';
import { sendMail } from './mail.ts';
import { signedIn } from './signedIn.ts';

/** A login a region manager makes for staff: a coordinator of the region, or a professional who refers. */
export const NewStaff = z.object({
	name: z.string().trim().min(1, 'fillIn').max(60, 'tooLong'),
	mail: z.string().trim().toLowerCase().pipe(z.email('mail')),
	organisation: z.string().trim().min(1, 'fillIn').max(100, 'tooLong'),
	languages: z.string().trim().max(200, 'tooLong').default(''),
	kind: z.enum(['coordinator', 'referrer'])
});

/** Somebody who may be matched, as the region manager chooses between them. */
const Coordinator = z.object({
	id: z.string(),
	name: z.string(),
	organisation: z.string(),
	/** Codes as `nl`, or words as they were typed. */
	languages: z.array(z.string()).nullable().transform((languages) => languages ?? []),
	/** How many conferences they coordinate now. */
	busy: z.number()
});
export type Coordinator = z.infer<typeof Coordinator>;

/** Who coordinates here and how much, by name. Two calls: of a conference with a coordinator the manager sees no more. */
export async function listCoordinators({ pb }: App.Locals, region: string): Promise<Coordinator[]> {
	const filter = pb.filter('coordinates ~ {:region}', { region });
	const [accounts, rows] = await Promise.all([
		pb.collection('accounts').getFullList({ filter, sort: 'name', skipTotal: true }),
		pb.collection('participants').getFullList({ filter: 'account != ""', expand: 'hats_via_participant', skipTotal: true })
	]);
	const coordinating = rows.filter(({ expand }) =>
		[expand?.hats_via_participant ?? []].flat().some(({ kind, ended }) => kind === 'coordinator' && !ended)
	);
	const busy = (account: string) => coordinating.filter((row) => row.account === account).length;
	return accounts.map((row) => Coordinator.parse({ ...row, busy: busy(row.id) }));
}

export async function nameOfRegion({ pb }: App.Locals, region: string): Promise<string> {
	return (await pb.collection('regions').getOne(region)).name;
}

/** Makes the account and a code to choose a password with. Rights are PocketBase's: region managers only. */
export async function addStaff(locals: App.Locals, staff: z.infer<typeof NewStaff>): Promise<{ code: string }> {
	const { manages } = signedIn(locals);
	const { name, mail, organisation, kind } = staff;
	const languages = staff.languages.split(',').map((language) => language.trim()).filter(Boolean);
	const coordinates = kind === 'coordinator' ? [manages] : [];
	const account = await locals.pb
		.collection('accounts')
		.create({ ...newAccount({ name, mail }), organisation, coordinates, languages });
	return { code: await makeCode('welcome', { account: account.id }) };
}

/**
 * Tells a coordinator of the region that they are asked, without a word about the family (AC1). False when no mail left.
 * @param text what to say, from their name
 */
export async function writeToCoordinator(
	{ pb }: App.Locals,
	coordinator: string,
	{ subject, text }: { subject: string; text: (name: string) => string }
): Promise<boolean> {
	const { name, mail } = await pb.collection('accounts').getOne(coordinator);
	return mail !== '' && sendMail({ to: mail, subject, text: text(name) });
}
