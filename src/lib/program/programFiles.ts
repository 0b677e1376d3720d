import { z } from 'zod';

/** A file of a build as a browser asks for it, with its size in bytes and the SHA-256 of what is in it, in hex. */
export const ProgramFile = z.object({
	path: z.string().regex(/^\/[\w./-]+$/).max(300),
	bytes: z.int().min(0),
	sha256: z.string().regex(/^[0-9a-f]{64}$/)
});
export type ProgramFile = z.infer<typeof ProgramFile>;

/** What a build consists of. `version` is the SHA-256 of `listing(files)`, so the list cannot differ under one name. */
export const ProgramFiles = z.object({
	version: z.string().regex(/^[0-9a-f]{64}$/),
	files: z.array(ProgramFile).min(1).max(2000)
});
export type ProgramFiles = z.infer<typeof ProgramFiles>;

/** Where a build's own list stands. */
export const LIST_PATH = '/program.json';

/** The list as text, one line a file, in the order of their paths: what people compare, and what is hashed. */
export function listing(files: ProgramFile[]): string {
	const inOrder = [...files].sort((one, other) => (one.path < other.path ? -1 : 1));
	return inOrder.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('');
}

/** A version as people read it out: its first sixteen digits in groups of four. */
export function spoken(version: string): string {
	return version.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ');
}
