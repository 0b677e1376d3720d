import type PocketBase from 'pocketbase';
import type { Account } from '$lib/server/account';
import type { OpenConference } from '$lib/server/conference';
import type { Language } from '$lib/i18n/language';
import type { Reader } from '$lib/domain/access/whoCanSee';

declare global {
	namespace App {
		interface Locals {
			/** PocketBase with the rights of whoever asks; nobody's when not signed in. */
			pb: PocketBase;
			account: Account | undefined;
			language: Language;
			/** The conference whose page is being loaded (openForPage). */
			opened?: { id: string; conference: Promise<OpenConference> };
		}
		interface PageData {
			language: Language;
			/** Whoever is signed in; not on pages made at build time. */
			signedIn?: { id: string; name: string; manages: boolean };
			/** Within a conference: the addresses of its pages that one may read. */
			pages?: string[];
			/** Within a conference: whom the reader may know of (AC7). */
			reader?: Reader;
		}
	}
}

export {};
