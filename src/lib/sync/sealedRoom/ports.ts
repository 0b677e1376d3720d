import type { Admission } from '../admission.ts';
import type { Locks } from '../locks.ts';
import type { Scheduler } from '../scheduler.ts';
import type { Connect } from '../wire/wire.ts';

/** What a room needs from the world around it; a test hands in its own. */
export type Ports = {
	connect: Connect;
	scheduler: Scheduler;
	locks: Locks;
	/** The server's own list of who may open the room; none where a test or a demo has no such server. */
	admission?: Admission;
	/** Open invitations of this device for somebody who was taken out die with that (F8). */
	forgetInvites?: (person: string) => Promise<void>;
	/** Between 0 and 1; spreads who does a shared duty first. Keys and nonces never come from here. */
	random: () => number;
};

/** A random time between two, in milliseconds: the first to wake does the duty, the others see it done. */
export function between({ random }: Pick<Ports, 'random'>, least: number, most: number): number {
	return least + (most - least) * random();
}
