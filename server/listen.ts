import { once } from 'node:events';
import type { Server } from 'node:http';
import type { Settings } from './settings.ts';

/** Waits until the server listens; a taken or forbidden port becomes an error a person can act on. */
export async function listen(server: Server, settings: Pick<Settings, 'PORT' | 'HOST'>): Promise<void> {
	server.listen(settings.PORT, settings.HOST);
	try {
		await once(server, 'listening');
	} catch (error) {
		const code = (error as NodeJS.ErrnoException).code;
		if (code === 'EADDRINUSE') throw new Error(`poort ${settings.PORT} is al in gebruik; kies een andere met PORT`);
		if (code === 'EACCES') throw new Error(`poort ${settings.PORT} mag hier niet; kies een andere met PORT`);
		throw error;
	}
}
