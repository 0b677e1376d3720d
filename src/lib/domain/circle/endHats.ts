import type { Hat, HatKind } from './hat.ts';

/**
 * CO3: lays down every hat of these kinds. They stay on record, so that AC4 still sees them; an invitation to
 * come back (CO4) that hung on one falls away.
 */
export function endHats(hats: readonly Hat[], ...kinds: HatKind[]): Hat[] {
	return hats.map((hat) => (kinds.includes(hat.kind) ? { ...hat, ended: true, until: '' } : hat));
}

/** CO4: the circle invites a withdrawn coordinator to one meeting, until its last moment (ISO 8601). */
export function inviteBack(hats: readonly Hat[], until: string): Hat[] {
	return hats.map((hat) => (hat.kind === 'coordinator' && hat.ended ? { ...hat, until } : hat));
}
