import { readdir, readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { contentPolicy } from './contentPolicy.ts';

const STRICT = contentPolicy();
/**
 * No other site is told where somebody came from. The program itself is: with "no-referrer" a browser hides from it
 * too that a form came from its own page, and every form sent before the script has loaded would be refused.
 */
const OTHERS = {
	'referrer-policy': 'same-origin',
	'x-content-type-options': 'nosniff',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	'permissions-policy': 'camera=(), microphone=(), geolocation=(), interest-cohort=()'
} as const;

/** Sets what holds for an answer; SvelteKit puts the nonces of its own pages in its place. */
export type Policy = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * One policy for every answer of the origin (SR41), whatever it is. Pages made at build time carry the hash of
 * their first script in their head, where not everything can be said; here it is said in the header too.
 */
export async function readPolicy(prerendered = new URL('../build/prerendered/', import.meta.url)): Promise<Policy> {
	const pages = new Map<string, string>();
	for (const file of await readdir(prerendered).catch(() => [])) {
		if (!file.endsWith('.html')) continue;
		const html = await readFile(new URL(file, prerendered), 'utf8');
		const scripts = /script-src ([^;]*)/.exec(html)?.[1] ?? '';
		pages.set(`/${file.slice(0, -'.html'.length)}`, contentPolicy(scripts.match(/sha256-[A-Za-z0-9+/=]+/g) ?? []));
	}
	return (request, response) => {
		const path = request.url?.split('?', 1)[0] ?? '';
		response.setHeader('content-security-policy', pages.get(path) ?? STRICT);
		// F14: of the room, its door and its sheet no browser keeps a copy, nor the page itself for "back".
		if (pages.has(path)) response.setHeader('cache-control', 'no-store');
		for (const [name, value] of Object.entries(OTHERS)) response.setHeader(name, value);
	};
}
