import { fromBase64Url, toBase64Url, utf8, type Bytes } from '../conventions/bytes.ts';
import { dom, NO_ROOM } from '../conventions/dom.ts';
import { sha256 } from '../conventions/sha256.ts';

/** What an invite's link says. `conference`: PocketBase's id, 15 characters; `secret`: 16 bytes. */
export type InviteLink = { conference: string; secret: Bytes };

/** 24 bits: four characters that tell a letter lost or changed on the way from a link that no longer works. */
async function checkCharacters(front: string): Promise<string> {
	return toBase64Url((await sha256(dom('invite/check', NO_ROOM, utf8(front)))).subarray(0, 3));
}

/** What follows `#` in the address: `1.<conference>.<secret, 22>.<check, 4>`. */
export async function formatInviteLink({ conference, secret }: InviteLink): Promise<string> {
	const front = `1.${conference}.${toBase64Url(secret)}`;
	return `${front}.${await checkCharacters(front)}`;
}

/** From the fragment, or from a whole address that was pasted. Null for what is no link, or lost letters. */
export async function parseInviteLink(text: string): Promise<InviteLink | null> {
	const match = /(?:^|#)(1\.([a-z0-9]{15})\.([A-Za-z0-9_-]{22}))\.([A-Za-z0-9_-]{4})$/.exec(text.trim());
	if (!match) return null;
	const [, front = '', conference = '', letters = '', check] = match;
	if ((await checkCharacters(front)) !== check) return null;
	return { conference, secret: fromBase64Url(letters) };
}
