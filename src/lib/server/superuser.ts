import PocketBase from 'pocketbase';
import { serverSettings } from './settings.ts';

/**
 * Everything the app does without a person's own rights, because that person has none yet.
 * The list is short on purpose: a new line needs a reason and a test of its own.
 */
export type SuperuserJob =
	| 'make a code'
	| 'redeem a code'
	| 'release a waiting code'
	| 'read the phase for who may not know it'
	| 'find who signs in'
	| 'open a session'
	| 'end all sessions'
	| 'set an own password'
	| 'first region manager'
	| 'open an account by invitation'
	| 'find whom a topic is about';

let client: PocketBase | undefined;

/** Runs one listed job as PocketBase superuser. */
export async function asSuperuser<T>(_job: SuperuserJob, work: (pb: PocketBase) => Promise<T>): Promise<T> {
	const settings = serverSettings();
	client ??= new PocketBase(settings.POCKETBASE_URL).autoCancellation(false);
	if (!client.authStore.isValid) {
		await client
			.collection('_superusers')
			.authWithPassword(settings.POCKETBASE_SUPERUSER_MAIL, settings.POCKETBASE_SUPERUSER_PASSWORD);
	}
	return work(client);
}
