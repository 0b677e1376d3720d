import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { directives } from '#server/contentPolicy.ts';
import { Program } from '#tests/setup/program.ts';

/** One policy for the whole origin: what each kind of answer says, however it came about. */
let program: Program;
beforeAll(async () => {
	program = await Program.start({ DEMO: '1', DEMO_NOW: '2027-01-16T13:00:00Z' });
});
afterAll(() => program?.[Symbol.asyncDispose]());

/** `script-src 'self' x` as `{ 'script-src': ['self', 'x'] }`. */
function parsed(policy: string): Record<string, string[]> {
	const lines = policy.split(';').map((line) => line.trim().split(/\s+/));
	return Object.fromEntries(lines.map(([name, ...sources]) => [name!, sources.map((one) => one.replaceAll("'", ''))]));
}

/** What a policy allows beyond the one of the origin, or leaves out of it. */
function weaker(policy: string): string[] {
	const has = parsed(policy);
	return Object.entries(directives).flatMap(([name, sources]) => {
		const extra = (has[name] ?? ['(missing)']).filter((one) => !(sources as string[]).includes(one));
		return extra
			.filter((one) => !(name === 'script-src' && /^(nonce|sha256)-[A-Za-z0-9+/=_-]{20,}$/.test(one)))
			.map((one) => `${name} ${one}`);
	});
}

function oneScript(): string {
	const folder = fileURLToPath(new URL('../../build/client/_app/immutable/entry/', import.meta.url));
	return `/_app/immutable/entry/${readdirSync(folder).find((file) => file.endsWith('.js'))}`;
}

describe('whatever is asked of the program', () => {
	const asked: [what: string, path: string, init?: RequestInit][] = [
		['a page', '/sign-in'],
		['the first page', '/'],
		['the sealed room’s page', '/onze-ruimte'],
		['the page of the sleutelblad', '/sleutelblad'],
		['the same with a question', '/onze-ruimte?x=1'],
		['a page that is not there', '/nowhere'],
		['a conference that is not there', '/conference/aaaaaaaaaaaaaaa'],
		['a picture', '/favicon.svg'],
		['a script', oneScript()],
		['a script that is not there', '/_app/immutable/entry/nothing.js'],
		['the health', '/healthz'],
		['the question of a family, without a session', '/sync/question/aaaaaaaaaaaaaaa'],
		['something else under the sync server', '/sync/nothing'],
		['the doors of the demo', '/demo/doors.json'],
		['a door', '/demo/door/preparation/yara'],
		['a form sent from elsewhere', '/sign-in', { method: 'POST', headers: { origin: 'https://elsewhere.nl' }, body: new URLSearchParams('a=b') }],
		['a method that no page has', '/sign-in', { method: 'DELETE' }]
	];

	it.each(asked)('[SR41] %s has the policy of the origin, and nothing weaker', async (_what, path, init) => {
		const { headers } = await fetch(`${program.url}${path}`, { redirect: 'manual', ...init });
		expect(weaker(headers.get('content-security-policy') ?? '')).toEqual([]);
		expect(headers.get('referrer-policy')).toBe('same-origin');
		expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
		expect(headers.get('x-content-type-options')).toBe('nosniff');
	});

	it.each(['/onze-ruimte', '/binnen', '/sleutelblad', '/onze-ruimte?x=1'])('%s is kept by no browser, for who leaves nothing behind', async (path) => {
		const { status, headers } = await fetch(`${program.url}${path}`);
		expect(status).toBe(200);
		expect(headers.get('cache-control')).toBe('no-store');
	});

	it('[SR41] the measure itself sees what is weaker', () => {
		expect(weaker('')).toContain('require-trusted-types-for (missing)');
		const policy = Object.entries(directives).map(([name, sources]) => `${name} ${sources.join(' ')}`);
		expect(weaker(policy.join('; '))).toEqual([]);
		expect(weaker(policy.join('; ').replace('script-src self', 'script-src self unsafe-inline'))).toEqual([
			'script-src unsafe-inline'
		]);
	});
});
