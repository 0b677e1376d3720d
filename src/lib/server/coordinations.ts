import type { RecordModel } from 'pocketbase';
import type { Outcome } from '#lib/domain/outcome.ts';
import { CoordinatorChange } from './coordination.ts';
import { written } from './refusal.ts';
import { signedIn } from './signedIn.ts';

/** One conference that goes on in the region: who coordinates it, whoever is asked to, and what is wished. */
export type Coordination = {
	conference: string;
	title: string;
	/** Empty when nobody does. */
	coordinator: string;
	/** Was matched, and has not declared to be independent yet. */
	candidate: string;
	change: CoordinatorChange | undefined;
};

/** CO5: everything that goes on in the region of the asking region manager; first where something is to be done. */
export async function listCoordinations(locals: App.Locals): Promise<Coordination[]> {
	signedIn(locals);
	const [rows, changes] = await Promise.all([
		locals.pb.collection('coordinations').getFullList({ skipTotal: true }),
		locals.pb.collection('coordinator_changes').getFullList({ skipTotal: true })
	]);
	const conferences = Object.groupBy(rows, (row) => String(row.conference));
	const all = Object.entries(conferences).map(([conference, these = []]) => ({
		conference,
		title: String(these[0]?.title ?? ''),
		coordinator: nameIn(these, 'joined'),
		candidate: nameIn(these, 'asked'),
		change: changes.map((row) => CoordinatorChange.parse(row)).find((change) => change.conference === conference)
	}));
	const isWaiting = ({ coordinator, candidate, change }: Coordination) =>
		change ? change.state !== 'offered' : !coordinator && !candidate;
	return all.sort((a, b) => Number(isWaiting(b)) - Number(isWaiting(a)) || a.title.localeCompare(b.title));
}

/** CO5: offers somebody of the region; the central persons are asked next. */
export async function offerCoordinator(
	locals: App.Locals,
	offer: { conference: string; candidate: string; reason: CoordinatorChange['reason'] }
): Promise<Outcome<null>> {
	signedIn(locals);
	const changes = locals.pb.collection('coordinator_changes');
	const filter = locals.pb.filter('conference = {:conference}', { conference: offer.conference });
	const [before] = (await changes.getList(1, 1, { filter, skipTotal: true })).items;
	const row = { ...offer, state: 'offered' };
	return written(() => (before ? changes.update(before.id, row) : changes.create(row)));
}

function nameIn(rows: RecordModel[], state: string): string {
	return String(rows.find((row) => row.state === state)?.name ?? '');
}
