/**
 * What stood behind `#` when this page was opened. A link into the room carries a secret there, so it leaves the
 * address bar before anything else runs (SR40): this module is the first that the page loads (hooks.client.ts).
 * The conference's id alone may stay, so that a reload comes back here.
 */
export const handedFragment = takeFragment();

function takeFragment(): string {
	if (typeof location === 'undefined' || !['/onze-ruimte', '/binnen', '/sleutelblad'].includes(location.pathname)) return '';
	const fragment = location.hash.slice(1);
	const [version, conference] = fragment.split('.');
	history.replaceState(history.state, '', `#${conference ?? version}`);
	return fragment;
}
