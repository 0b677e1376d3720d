import type { Circle } from './Circle.ts';
import type { Findings } from './Heads.ts';
import type { Notices } from './Notices.ts';
import type { SealedLog } from './SealedLog.ts';

/** What the numbers of one document's entries show. */
export function tellFindings(notices: Notices, { gaps, omissions, twoVersions }: Findings): void {
	notices.sayOf('gap', gaps, { patiently: true });
	notices.sayOf('omission', omissions, { patiently: true });
	notices.sayOf('twoVersions', twoVersions);
}

/** What the roster shows, and the log of `book`, which carries it. */
export function tellAboutCircle(notices: Notices, circle: Circle, log: SealedLog): void {
	const { roster, keys, me, waitingRecords } = circle;
	const { writeGeneration } = roster;
	notices.say('recordsMissing', waitingRecords > 0, { patiently: true });
	notices.say('notInside', me !== undefined && me.standing !== 'live');
	const hasNoKey = log.isWrittenPast || (writeGeneration !== null && keys.proven(writeGeneration, roster) === null);
	notices.say('cannotReadAll', hasNoKey, { patiently: true });
}
