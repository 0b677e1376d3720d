import { z } from 'zod';

/**
 * PL2: who carries an agreement, in the order in which it is offered. A volunteer comes from an organisation
 * and is counted apart (ME1); somebody the family knows is network. Empty: not said; nothing is preselected
 * (PT6).
 */
export const Carrier = z.enum(['', 'self', 'family', 'network', 'volunteer', 'technology', 'professional']);
export type Carrier = z.infer<typeof Carrier>;

/** The carriers to offer, nearest first; the empty one is not an offer. */
export const CARRIERS_IN_ORDER: readonly Carrier[] = Carrier.options.filter((carrier) => carrier !== '');
