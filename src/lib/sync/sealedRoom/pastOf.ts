import type { RecordId, RosterRecord } from '#lib/crypto/roster/record.ts';

/** Everything that a record's writer knew of. */
export function pastOf(records: readonly RosterRecord[], id: RecordId): Set<RecordId> {
	const byId = new Map(records.map((record) => [record.id, record]));
	const past = new Set<RecordId>();
	const ahead = [...(byId.get(id)?.after ?? [])];
	for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
		if (past.has(next)) continue;
		past.add(next);
		ahead.push(...(byId.get(next)?.after ?? []));
	}
	return past;
}
