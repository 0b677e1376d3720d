/** Holds the id of the account that is signed in on this browser, and opens nothing. */
export const whoseCookie = 'rondom-whose';

/** Whose session this browser has, also without a network; empty where nobody is signed in. */
export function whoseSession(cookies = document.cookie): string {
	return new RegExp(`(?:^|; )${whoseCookie}=([a-z0-9]{15})`).exec(cookies)?.[1] ?? '';
}
