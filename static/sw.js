/*
 * Serves the sealed room's pages and their scripts from the version that this device said yes to, and everything
 * else from the network as if it were not there. This file never changes: versions are data in Cache Storage, put
 * there by src/lib/program. What it holds up is consent for honest releases; it is no guard against the operator.
 */
const HELD = /^\/(_app\/|onze-ruimte$|binnen$|sleutelblad$|favicon\.svg$)/;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
	const { pathname, search, origin } = new URL(event.request.url);
	if (event.request.method !== 'GET' || origin !== self.location.origin || !HELD.test(pathname)) return;
	// `?offered` is how src/lib/program asks for what is offered now.
	if (search === '?offered') return;
	event.respondWith(held(event.request, pathname));
});

async function held(request, path) {
	const pointer = await caches.match('/held', { cacheName: 'rondom' });
	const file = pointer && (await caches.match(path, { cacheName: `rondom/${await pointer.text()}` }));
	return file ?? fetch(request);
}
