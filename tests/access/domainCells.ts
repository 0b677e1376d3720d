import { cellOf, grants, may } from '#lib/domain/access/access.ts';
import { Thing } from '#lib/domain/access/thing.ts';
import { Phase } from '#lib/domain/conference/phase.ts';
import { ASKING, LISTED } from './cast.ts';
import { standingIn } from './expected.ts';
import { Tally } from './tally.ts';

/** AC4, AC3: what somebody may do is the union of what their roles may, less what bars them; no roles, nothing. */
export function askDomain(): Tally {
	const tally = new Tally();
	for (const who of new Set([...ASKING, ...LISTED])) {
		for (const phase of Phase.options) {
			for (const thing of Thing.options) {
				const standing = standingIn(who, phase);
				const given = grants(standing, phase, thing);
				const union = new Set(
					[...standing.roles]
						.flatMap((role) => cellOf(role, thing))
						.filter((right) => right.phases.includes(phase))
						.filter(({ when }) => !when || (when === 'letIn' && standing.letIn) || (when === 'doorOpened' && standing.doorOpened))
						.filter(({ level, portion }) => !standing.barred || (level !== 'relay' && (thing !== 'door' || portion === 'state')))
						.map(({ level, portion }) => inWords(phase === 'closed' && level === 'write' ? 'read' : level, portion))
				);
				// CO4: the one right of who has no role any more.
				const isMeeting = phase === 'followThrough' && thing === 'reviewMeeting';
				if (standing.invitedBack && isMeeting) union.add('read own');
				const cell = { who, phase, things: [thing] };
				const found = given.map(({ level, portion }) => inWords(level, portion));
				tally.compare(cell, [...union].sort().join(), found.sort().join());
				const reads = given.some(({ level }) => level !== 'relay');
				tally.compare(cell, reads, may(standing, phase, thing, 'read'), 'may read');
			}
		}
	}
	return tally;
}

function inWords(level: string, portion: string): string {
	return `${level} ${portion}`;
}
