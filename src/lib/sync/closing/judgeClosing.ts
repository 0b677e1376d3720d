import { toHex } from '#lib/crypto/conventions/bytes.ts';
import type { Roster } from '#lib/crypto/roster/evaluate.ts';
import type { RecordId } from '#lib/crypto/roster/record.ts';

const DAY = 24 * 60 * 60 * 1000;
/** Time to say "keep it", for whoever looks in once a week. */
const ALONE_MS = 7 * DAY;
/** A second person wants it too. */
const TOGETHER_MS = DAY;

/** One person's wish to end the room, and when this device first saw it, by its own clock. */
export type RunningClose = { id: RecordId; person: string; name: string; seen: number };
/** `effectiveAt`: when the room ends on this device, if nobody keeps it; null while nobody wants it closed. */
export type ClosingState = { closes: RunningClose[]; effectiveAt: number | null };

/**
 * When a room ends here (F13): seven days after a close was first seen, a day after a second *person's* was, at once
 * where only one person is left. Somebody with a ghost in the room could otherwise wipe everybody's text in a
 * second. A keep takes back the close it names.
 */
export function judgeClosing(roster: Roster, firstSeen: ReadonlyMap<RecordId, number>): ClosingState {
	const kept = new Set(roster.keeps.map(({ close }) => toHex<'record'>(close)));
	const closes = roster.closes
		.filter(({ id }) => !kept.has(id) && firstSeen.has(id))
		.map(({ id, by }) => {
			const { person, name } = roster.devices.get(by)!;
			return { id, person, name, seen: firstSeen.get(id)! };
		})
		.sort((a, b) => a.seen - b.seen);
	const first = closes[0];
	if (!first) return { closes, effectiveAt: null };
	const second = closes.find(({ person }) => person !== first.person);
	const live = [...roster.devices.values()].filter(({ standing }) => standing === 'live');
	if (new Set(live.map(({ person }) => person)).size <= 1) return { closes, effectiveAt: first.seen };
	return { closes, effectiveAt: Math.min(first.seen + ALONE_MS, second ? second.seen + TOGETHER_MS : Infinity) };
}

