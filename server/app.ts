import { existsSync } from 'node:fs';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { RunningPocketBase } from './pocketbase/process.ts';
import type { Settings } from './settings.ts';

export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * The SvelteKit app as a plain request handler: the built one, or Vite's in development.
 * The app runs in this process but is bundled apart, so what it must know goes through the environment.
 */
export async function loadApp(options: {
	settings: Settings;
	pocketbase: RunningPocketBase;
	server: Server;
	dev: boolean;
}): Promise<RequestHandler> {
	const { settings, pocketbase } = options;
	process.env.POCKETBASE_URL = pocketbase.url;
	process.env.POCKETBASE_SUPERUSER_MAIL = pocketbase.superuserMail;
	process.env.POCKETBASE_SUPERUSER_PASSWORD = pocketbase.superuserPassword;
	// Without ORIGIN the address that people typed counts, so that a tablet on the same network can send forms.
	if (!settings.ORIGIN) process.env.PROTOCOL_HEADER ??= 'x-forwarded-proto';
	return options.dev ? developmentApp(options.server) : builtApp();
}

async function builtApp(): Promise<RequestHandler> {
	const handler = new URL('../build/handler.js', import.meta.url);
	if (!existsSync(fileURLToPath(handler))) throw new Error('er is nog geen bouwsel; draai eerst npm run build');
	const built = (await import(handler.href)) as { handler: (...args: unknown[]) => void };
	return (request, response) => {
		request.headers['x-forwarded-proto'] ??= 'http';
		built.handler(request, response, () => response.writeHead(404).end());
	};
}

async function developmentApp(server: Server): Promise<RequestHandler> {
	const { createServer } = await import('vite');
	const vite = await createServer({ server: { middlewareMode: true, hmr: { server } }, appType: 'custom' });
	server.once('close', () => void vite.close());
	return (request, response) => vite.middlewares(request, response);
}
