/**
 * Has the browser serve the held version from now on (`static/sw.js`); nothing changes where it does so already.
 * Answers false when the script was not reached, as when the network goes just then: the next start asks again.
 */
export async function registerWorker(workers: Pick<ServiceWorkerContainer, 'register'>): Promise<boolean> {
	try {
		await workers.register(address());
		return true;
	} catch {
		return false;
	}
}

/** The one script address that may be made here; anything else is refused by the browser (SR41). */
function address(): string {
	const trusted = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
	policy ??= trusted?.createPolicy('rondom-service-worker', { createScriptURL: () => '/sw.js' });
	return policy?.createScriptURL('') ?? '/sw.js';
}

type TrustedTypes = { createPolicy(name: string, rules: { createScriptURL(url: string): string }): WorkerPolicy };
type WorkerPolicy = { createScriptURL(url: string): string };
let policy: WorkerPolicy | undefined;
