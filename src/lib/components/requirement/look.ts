/** What a setter saw in one version. */
export type Look = { requirement: string; version: string; result: 'met' | 'notYet'; reason: string; then: string };
