import { PocketBaseError } from './PocketBaseError.ts';
import type { PocketBaseSettings, RunningPocketBase } from './process.ts';
import { superuserOf } from './superuser.ts';

/**
 * A PocketBase that somebody else keeps running, with our migrations and hooks in it. Throws PocketBaseError
 * 'missingPassword' or 'unreachable'.
 */
export async function outsidePocketBase(
	url: string,
	settings: PocketBaseSettings
): Promise<RunningPocketBase> {
	const { POCKETBASE_SUPERUSER_MAIL: mail, POCKETBASE_SUPERUSER_PASSWORD: password } = settings;
	if (!mail || !password) {
		const needed = 'POCKETBASE_SUPERUSER_MAIL and POCKETBASE_SUPERUSER_PASSWORD';
		throw new PocketBaseError('missingPassword', `POCKETBASE_URL is set: set ${needed} too`);
	}
	const superuser = superuserOf(url.replace(/\/$/, ''), mail, password);
	await superuser().catch((error: Error) => {
		throw new PocketBaseError('unreachable', `PocketBase at ${url} does not let us in: ${error.message}`);
	});
	return {
		url: url.replace(/\/$/, ''),
		superuserMail: mail,
		superuserPassword: password,
		superuser,
		onRestart: () => () => {},
		stop: async () => {}
	};
}
