import type { Family } from './family.ts';

/** An id in PocketBase's form, so that rows of one batch can name each other. */
export const newId = () =>
	Array.from({ length: 15 }, () => 'abcdefghijkmnpqrstuvwxyz'[Math.floor(Math.random() * 24)]).join('');

/** A final requirement of Ilse's. */
export const requirement = (f: Family, more: object = {}) => ({
	conference: f.id,
	setter: f.ilse.participant,
	label: 'B1',
	text: 'An adult at night',
	why: 'because',
	test: 'a name per night',
	final: true,
	...more
});

/** The circle presents in one go: version, agreements, frozen, and the phase or the gathering. Answers with the ids. */
export async function present(f: Family, agreements: object[], version = newId(), gathering?: string) {
	const batch = f.bas.client.createBatch();
	const ids = agreements.map(newId);
	batch.collection('plan_versions').create({ id: version, conference: f.id, content: { freeText: 'ours' } });
	agreements.forEach((agreement, index) => {
		const row = { id: ids[index], conference: f.id, version, number: index + 1, what: 'w', ...agreement };
		batch.collection('agreements').create(row);
	});
	batch.collection('plan_versions').update(version, { frozen: true });
	if (gathering) batch.collection('gatherings').update(gathering, { state: 'presenting' });
	else batch.collection('conferences').update(f.id, { phase: 'presentation' });
	await batch.send();
	return { version, agreements: ids as [string, ...string[]] };
}
