import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The longest files begin first; whatever is short fills up the other workers meanwhile. */
class LongestFirst extends BaseSequencer {
	override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		const isLong = ({ moduleId }: TestSpecification) => Number(/wholeConference|walks\/|access\/matrix|wholeRoom|forEverybody|marker|sleutelblad|comingIn|version|sending/.test(moduleId));
		return (await super.sort(files)).toSorted((one, other) => isLong(other) - isLong(one));
	}
}

/**
 * Three kinds of tests, from quick to slow; `npm test` runs them all in this order.
 * unit: beside their source, and the architecture. server: real PocketBase and sockets. journeys: real browsers.
 */
export default defineConfig({
	test: {
		passWithNoTests: true,
		sequence: { sequencer: LongestFirst },
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
					// Four browsers and a kill; the story of the whole conference has one of each in the short run.
					exclude: process.env.LONG_TESTS ? [] : ['tests/hostile/crash.test.ts'],
					testTimeout: 60_000,
					hookTimeout: 60_000
				}
			},
			{
				test: {
					name: 'journeys',
					include: ['tests/journeys/**/*.test.ts'],
					// The same conference once more, on other devices.
					exclude: process.env.LONG_TESTS ? [] : ['tests/journeys/walks/**'],
					testTimeout: 180_000,
					hookTimeout: 180_000,
					setupFiles: ['tests/setup/oneStory.ts']
				}
			}
		]
	}
});
