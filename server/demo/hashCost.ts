import type { CollectionField, default as PocketBase } from 'pocketbase';

/** The least that bcrypt does, and what PocketBase does when nobody says (10). */
export const CHEAP = 4;
export const USUAL = 0;

/** How slowly passwords are hashed from now on, for people who exist nowhere: a demo, a story of the tests. */
export async function setHashCost(pb: PocketBase, cost: number): Promise<void> {
	const { fields } = await pb.collections.getOne('accounts');
	await pb.collections.update('accounts', {
		fields: fields.map((field: CollectionField) => (field.name === 'password' ? { ...field, cost } : field))
	});
}
