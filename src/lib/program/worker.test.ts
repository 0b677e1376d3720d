import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { registerWorker } from './registerWorker.ts';

test('[SR41] the service worker never changes: a browser takes a new one unasked', () => {
	const worker = readFileSync(new URL('../../../static/sw.js', import.meta.url));
	// What must change goes into data. Whoever changes the worker all the same says so in the notes of the release.
	expect(createHash('sha256').update(worker).digest('hex')).toBe('65ada348156738fc9dfcf0d792dcfacc27b3e5b7481a3ba846810d0ff2b3e6d4');
});

test('[SR41] a worker that the network did not bring breaks nothing: it is asked for again at the next start', async () => {
	const gone = { register: () => Promise.reject(new TypeError('Failed to register a ServiceWorker')) };
	expect(await registerWorker(gone)).toBe(false);
});
