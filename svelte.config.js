import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import adapter from '@sveltejs/adapter-node';
import { directives } from './server/contentPolicy.ts';
import { writeProgramFiles } from './server/programFiles.ts';
import { listing } from './src/lib/program/programFiles.ts';

const out = 'build';

/** The same source gives the same version, so that two people who build it can compare the hashes of its files. */
function sourceVersion() {
	const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).map((file) => `src/${file}`);
	const hash = createHash('sha256');
	for (const file of ['package-lock.json', ...files].sort()) if (statSync(file).isFile()) hash.update(readFileSync(file));
	return hash.digest('hex').slice(0, 16);
}

/** The adapter, and after it the list of all files with their hashes: in the build, and on the screen of who builds. */
function withProgramFiles(inner) {
	const adapt = async (builder) => {
		await inner.adapt(builder);
		const { version, files } = await writeProgramFiles(out);
		builder.log.info(`${listing(files)}${version}  the version: all of the above`);
	};
	return { ...inner, adapt };
}

/** @type {import('@sveltejs/kit').Config} */
export default {
	compilerOptions: { runes: ({ filename }) => (filename.includes('node_modules') ? undefined : true) },
	kit: {
		adapter: withProgramFiles(adapter({ out, precompress: true })),
		csp: { mode: 'auto', directives },
		version: { name: sourceVersion() },
		typescript: {
			config: (config) => {
				config.include.push('../server/**/*.ts', '../tests/**/*.ts', '../vite.config.ts', '../vitest.config.ts');
				config.exclude.push('../server/pocketbase/pb_migrations', '../server/pocketbase/pb_hooks', '../tests/bench/peers');
				return config;
			}
		}
	}
};
