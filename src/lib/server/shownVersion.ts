import type { OpenConference } from './conference.ts';
import { listVersions, type PlanVersion } from './planVersion.ts';

/** How a version stands: on the table now, carried out, or one of before. */
export type Standing = 'presented' | 'new' | 'inForce' | 'old';

export type Shown = {
	/** Id of the version that is shown; empty before the first. */
	id: string;
	standing: Standing;
	/** Every version the asking person may read whole, oldest first (VE1). */
	versions: PlanVersion[];
};

/**
 * Which version the page of the plan shows: the one asked for by its number, else the one presented last; but while a
 * gathering of the circle is among themselves again, the one in force (PH8). Who may not know of gatherings keeps to
 * the one presented last.
 */
export async function shownVersion(at: OpenConference, wanted: string | null): Promise<Shown> {
	const versions = await listVersions(at);
	const usual = at.gathering?.state === 'private' ? at.inForce : at.presented;
	const id = versions.find(({ number }) => String(number) === wanted)?.id ?? usual;
	return { id, versions, standing: standingOf(at, id) };
}

function standingOf({ presented, inForce }: OpenConference, id: string): Standing {
	if (id !== presented && id !== inForce) return 'old';
	if (inForce === '') return 'presented';
	return id === inForce ? 'inForce' : 'new';
}
