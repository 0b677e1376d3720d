import '#lib/state/handedFragment.ts';

/**
 * Zod makes code out of schemas where it may. No page here may (SR41), and its trying would be reported as a breach.
 * Zod reads this setting when it loads; its own `config()` would bring all of it to pages that have no schema.
 */
(globalThis as { __zod_globalConfig?: { jitless: boolean } }).__zod_globalConfig = { jitless: true };
