import adapter from '@sveltejs/adapter-node';
import { directives } from './server/contentPolicy.ts';

/** @type {import('@sveltejs/kit').Config} */
export default {
	compilerOptions: { runes: ({ filename }) => (filename.includes('node_modules') ? undefined : true) },
	kit: {
		adapter: adapter({ out: 'build', precompress: true }),
		csp: {
			mode: 'auto',
			directives
		},
		typescript: {
			config: (config) => {
				config.include.push('../server/**/*.ts', '../tests/**/*.ts', '../vite.config.ts', '../vitest.config.ts');
				config.exclude.push('../server/pocketbase/pb_migrations', '../server/pocketbase/pb_hooks', '../tests/bench/peers');
				return config;
			}
		}
	}
};
