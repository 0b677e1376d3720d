import type PocketBase from 'pocketbase';

/** The header in which the app passes on a person's address; PocketBase counts requests by it. */
export const ADDRESS_HEADER = 'X-Rondom-Address';

/** Requests per address. A family shares one address, and a page makes several calls. */
const RATE_LIMITS = [
	{ label: '*:auth', audience: '', duration: 60, maxRequests: 20 },
	// PH1: anyone may make a login to apply with.
	{ label: 'accounts:create', audience: '@guest', duration: 3600, maxRequests: 20 },
	{ label: '*:create', audience: '', duration: 10, maxRequests: 200 },
	{ label: '/api/batch', audience: '', duration: 10, maxRequests: 60 },
	{ label: '/api/', audience: '', duration: 10, maxRequests: 1000 }
];

/**
 * The superuser job "first start": PocketBase's own settings, put back at every start. Rate limits per person's
 * address, batches on, a log of errors only and without addresses, no mail, no backups of its own, and
 * superusers from this machine only (where PocketBase is on this machine).
 */
export async function applySettings(superuser: PocketBase): Promise<void> {
	const isLocal = ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(superuser.baseURL).hostname);
	await superuser.settings.update({
		meta: { appName: 'Rondom', hideControls: true },
		trustedProxy: { headers: [ADDRESS_HEADER], useLeftmostIP: false },
		rateLimits: { enabled: true, rules: RATE_LIMITS, excludedIPs: [] },
		batch: { enabled: true, maxRequests: 300, timeout: 10, maxBodySize: 8_000_000 },
		logs: { maxDays: 3, minLevel: 8, logIP: false, logAuthId: false },
		smtp: { enabled: false },
		backups: { cron: '' },
		superuserIPs: isLocal ? ['127.0.0.1', '::1'] : []
	});
}
