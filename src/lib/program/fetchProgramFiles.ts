import { fingerprint } from './fingerprint.ts';
import { LIST_PATH, listing, ProgramFiles } from './programFiles.ts';

/** What the server offers now; null when it cannot be reached, or its list does not carry its own hash. */
export async function fetchProgramFiles(fetched: typeof fetch): Promise<ProgramFiles | null> {
	const answer = await fetched(LIST_PATH, { cache: 'no-store' }).catch(() => null);
	if (!answer?.ok) return null;
	const list = ProgramFiles.safeParse(await answer.json().catch(() => null)).data;
	if (!list || (await fingerprint(listing(list.files))) !== list.version) return null;
	return list;
}
