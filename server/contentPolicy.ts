/**
 * What any answer of this origin may load and run (SR41): a weaker page of the same origin could sign with the
 * keys of a sealed room. Pages add the hashes or nonces of their own first script, and nothing else.
 * The build's settings (svelte.config.js) give the same to every page.
 */
export const directives = {
	'default-src': ['none'],
	'script-src': ['self'],
	// The hash is the one style attribute of SvelteKit's own (hidden) announcer of page changes.
	'style-src': ['self', 'unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
	'img-src': ['self', 'blob:'],
	'font-src': ['self'],
	'worker-src': ['self'],
	'manifest-src': ['self'],
	'connect-src': ['self'],
	'base-uri': ['none'],
	'form-action': ['self'],
	'frame-ancestors': ['none'],
	// Words never become markup or script but through these: Svelte's own templates, and our one service worker.
	'require-trusted-types-for': ['script'],
	'trusted-types': ['svelte-trusted-html', 'rondom-service-worker']
} satisfies Record<string, string[]>;

const QUOTED = /^(none|self|script|unsafe-|sha256-)/;

/** As a header: for whatever is no page of SvelteKit's, or with the hashes of a page that was made at build time. */
export function contentPolicy(scriptHashes: string[] = []): string {
	const { 'script-src': scripts, ...others } = directives;
	return Object.entries({ ...others, 'script-src': [...scripts, ...scriptHashes] })
		.map(([name, sources]) => `${name} ${sources.map((one) => (QUOTED.test(one) ? `'${one}'` : one)).join(' ')}`)
		.join('; ');
}
