import { machineClock } from '#lib/domain/clock/clock.ts';
import { admissionOverHttp } from '#lib/sync/admissionOverHttp.ts';
import { webLocks } from '#lib/sync/locks.ts';
import { timerScheduler } from '#lib/sync/scheduler.ts';
import type { Ports } from '#lib/sync/sealedRoom/ports.ts';
import { connectOverWebSocket } from '#lib/sync/wire/connectOverWebSocket.ts';

/** What a sealed room of this conference needs of the browser it is opened in. */
export function browserPorts(conference: string): Ports {
	const url = `${location.origin.replace(/^http/, 'ws')}/sync`;
	return {
		connect: connectOverWebSocket({ url, random: Math.random }),
		scheduler: timerScheduler(() => machineClock.now().getTime()),
		locks: webLocks(),
		admission: admissionOverHttp(conference),
		random: Math.random
	};
}

/** What kind of device this is, in a word, for the list of who and what is in. */
export function deviceLabel(): string {
	const agent = navigator.userAgent;
	if (/ipad|tablet/i.test(agent)) return 'tablet';
	return /mobi|android|iphone/i.test(agent) ? 'telefoon' : 'computer';
}
