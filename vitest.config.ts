import { defineConfig } from 'vitest/config';

/**
 * Three kinds of tests, from quick to slow; `npm test` runs them all in this order.
 * unit: beside their source, and the architecture. server: real PocketBase and sockets. journeys: real browsers.
 */
export default defineConfig({
	test: {
		passWithNoTests: true,
		projects: [
			{
				test: {
					name: 'unit',
					include: ['src/**/*.test.ts', 'server/**/*.test.ts', 'tests/*.test.ts'],
					testTimeout: 20_000
				}
			},
			{
				test: {
					name: 'server',
					include: ['tests/{access,server,hostile}/**/*.test.ts'],
					testTimeout: 60_000,
					hookTimeout: 60_000
				}
			},
			{
				test: {
					name: 'journeys',
					include: ['tests/journeys/**/*.test.ts'],
					testTimeout: 180_000,
					hookTimeout: 180_000,
					fileParallelism: false,
					// A journey is one story: after a step that failed the rest would only fail later.
					bail: 1
				}
			}
		]
	}
});
