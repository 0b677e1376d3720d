import { resolve } from 'node:path';
import { z } from 'zod';

/** An empty setting in an .env file means "not set". */
const optionalText = z.preprocess((value) => (value === '' ? undefined : value), z.string().optional());

/** What the operator may set, from the environment; every line has a default that works on a laptop. */
export const Settings = z
	.object({
		/** TCP port of the program; 0 takes a free one. */
		PORT: z.coerce.number().int().min(0).max(65535).default(3000),
		/** Address to listen on. */
		HOST: z.string().default('127.0.0.1'),
		/** Everything the program keeps lies here. */
		DATA_DIR: z.string().default('data').transform((folder) => resolve(folder)),
		/** Public address, for example https://rondom.example; without it the address people typed is used. */
		ORIGIN: optionalText.pipe(z.url().optional()),
		/** Name of the header in which a TLS proxy passes on the person's address. */
		ADDRESS_HEADER: optionalText,
		POCKETBASE_URL: optionalText.pipe(z.url().optional()),
		POCKETBASE_BIN: optionalText,
		POCKETBASE_SUPERUSER_MAIL: optionalText,
		POCKETBASE_SUPERUSER_PASSWORD: optionalText,
		/** For example smtps://name:password@mail.example:465; without it people come in by letter and link. */
		SMTP_URL: optionalText,
		MAIL_FROM: z.string().default('Rondom <rondom@localhost>'),
		/** "1" shows the fictional case and its doors; never on a machine with real people. */
		DEMO: z.enum(['', '0', '1']).default('').transform((value) => value === '1'),
		/** Where the demo's own clock starts, ISO 8601 (CK1). */
		DEMO_NOW: optionalText.pipe(z.iso.datetime({ offset: true }).optional())
	})
	.refine((settings) => !settings.DEMO || isLoopback(settings.HOST), {
		path: ['DEMO'],
		message: 'the demo only listens on this machine (HOST=127.0.0.1)'
	});
export type Settings = z.infer<typeof Settings>;

/** Reads and checks the environment; throws an Error of one line per wrong setting. */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
	const read = Settings.safeParse(environment);
	if (read.success) return read.data;
	throw new Error(read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'));
}

function isLoopback(host: string): boolean {
	return host === 'localhost' || host === '::1' || host.startsWith('127.');
}
