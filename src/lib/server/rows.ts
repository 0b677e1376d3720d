import type { RecordModel } from 'pocketbase';
import { grants } from '#lib/domain/access/access.ts';
import type { Portion } from '#lib/domain/access/portion.ts';
import type { Thing } from '#lib/domain/access/thing.ts';
import { expanded, type OpenConference } from './conference.ts';

/** What hangs on a conference and is read by several pages: of which thing of the table it is a part. */
const KEPT = {
	plan_versions: 'presentedPlan',
	agreements: 'presentedPlan',
	agreement_names: 'circleList',
	contributions: 'contribution',
	help_on_offer: 'contribution',
	requirements: 'requirement',
	looks: 'look',
	yeses: 'agreementYes',
	statuses: 'agreementYes',
	shared_contacts: 'contactData',
	review_meetings: 'reviewMeeting'
} as const satisfies Record<string, Thing>;
export type Kept = keyof typeof KEPT;

/** Portions of a thing that are none of these rows. */
const ELSEWHERE: Partial<Record<Kept, readonly Portion[]>> = {
	plan_versions: ['own', 'concerns', 'thatAgreement', 'outcome', 'counts', 'delivering'],
	agreements: ['outcome', 'counts', 'delivering'],
	agreement_names: ['all', 'names', 'own', 'coordination'],
	contributions: ['state'],
	help_on_offer: ['state'],
	statuses: ['yeses', 'ownYes'],
	shared_contacts: ['own', 'adding']
};

type Asked = { collections: Set<Kept>; answer: Promise<Map<Kept, RecordModel[]>> };
const waiting = new WeakMap<OpenConference, Asked>();

/**
 * The rows of one collection in this conference, as far as the asking person may see them, in no order. What is
 * asked for in one go comes in one call; what the table does not grant is not asked for.
 */
export async function rowsOf(at: OpenConference, collection: Kept): Promise<RecordModel[]> {
	let asked = waiting.get(at);
	if (!asked) {
		const collections = new Set<Kept>();
		// After everybody who asks in this same turn.
		asked = { collections, answer: Promise.resolve().then(() => (waiting.delete(at), fetchRows(at, [...collections]))) };
		waiting.set(at, asked);
	}
	asked.collections.add(collection);
	return (await asked.answer).get(collection) ?? [];
}

async function fetchRows(at: OpenConference, wanted: Kept[]): Promise<Map<Kept, RecordModel[]>> {
	const open = wanted.filter((collection) => holdsAny(at, collection));
	if (!open.length) return new Map();
	if (at.seesConference && open.length > 1) return fetchTogether(at, open);
	const filter = at.pb.filter('conference = {:id}', { id: at.id });
	const found = open.map(async (one) => [one, await at.pb.collection(one).getFullList({ filter, skipTotal: true })] as const);
	return new Map(await Promise.all(found));
}

/** PocketBase sends along what hangs on a row, each as far as the asking person may see it; a thousand at most. */
async function fetchTogether({ pb, id }: OpenConference, open: Kept[]): Promise<Map<Kept, RecordModel[]>> {
	const expand = open.map((one) => `${one}_via_conference`).join(',');
	const row = await pb.collection('conferences').getOne(id, { expand, fields: 'expand' });
	return new Map(open.map((one) => [one, expanded(row, `${one}_via_conference`)]));
}

function holdsAny({ standing, phase }: OpenConference, collection: Kept): boolean {
	const elsewhere = ELSEWHERE[collection] ?? [];
	return grants(standing, phase, KEPT[collection]).some(({ portion }) => !elsewhere.includes(portion));
}
