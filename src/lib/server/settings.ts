import { env } from '$env/dynamic/private';
import { z } from 'zod';

const ServerSettings = z.object({
	POCKETBASE_URL: z.url(),
	POCKETBASE_SUPERUSER_MAIL: z.string().min(1),
	POCKETBASE_SUPERUSER_PASSWORD: z.string().min(1),
	SMTP_URL: z.string().optional(),
	MAIL_FROM: z.string().default('Rondom <rondom@localhost>'),
	DEMO: z.string().optional(),
	DEMO_NOW: z.string().optional()
});

/** What the program that carries this app hands over (see server/app.ts). */
export function serverSettings(): z.infer<typeof ServerSettings> {
	return ServerSettings.parse(env);
}
