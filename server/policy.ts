import type { ServerResponse } from 'node:http';

/**
 * What holds for every answer of the origin: a weaker page of the same origin could use the room's keys. Which
 * scripts may run is said by each page itself, with the hashes or nonces of its own build (svelte.config.js); a
 * page made at build time says it in its head, where being framed cannot be forbidden, so that stands here.
 */
const POLICY = {
	'content-security-policy': "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
	'referrer-policy': 'no-referrer',
	'x-content-type-options': 'nosniff',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	'permissions-policy': 'camera=(), microphone=(), geolocation=(), interest-cohort=()'
} as const;

export function applyPolicy(response: ServerResponse): void {
	for (const [name, value] of Object.entries(POLICY)) response.setHeader(name, value);
}
