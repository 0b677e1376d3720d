import type { TestPocketBase } from '#tests/server/pocketbase/startForTest.ts';
import { CAST } from '../cast.ts';
import { inTurns } from '../inTurns.ts';

export type Answer = { status: number; text: string };

/** PocketBase over HTTP, as each person of the cast with their own token. */
export class PocketBaseSurface {
	readonly url: string;
	readonly tokens: Record<string, string> = {};
	/** Every collection that is not PocketBase's own. */
	collections: Collection[] = [];
	/** How many requests were made. */
	asked = 0;

	private constructor(url: string) {
		this.url = url;
	}

	static async of(pb: TestPocketBase, accounts: Record<string, string>): Promise<PocketBaseSurface> {
		const surface = new PocketBaseSurface(pb.url);
		await inTurns(Object.keys(accounts), async (name) => {
			surface.tokens[name] = (await pb.as(accounts[name]!)).authStore.token;
		});
		surface.tokens.superuser = pb.su.authStore.token;
		const all = (await pb.su.collections.getFullList()) as unknown as (Collection & { system: boolean })[];
		surface.collections = all.filter(({ system }) => !system);
		return surface;
	}

	/** All rows of a collection that this person is given, as the answer's very text. */
	async list(who: string, collection: string, query = ''): Promise<Answer> {
		return this.ask(who, 'GET', `/api/collections/${collection}/records?perPage=1000&skipTotal=1${query}`);
	}

	async view(who: string, collection: string, id: string): Promise<Answer> {
		return this.ask(who, 'GET', `/api/collections/${collection}/records/${id}`);
	}

	async ask(who: string, method: string, path: string, body?: object): Promise<Answer> {
		this.asked++;
		const token = this.tokens[who];
		if (!token && CAST[who]?.login !== false) throw new Error(`${who} has no token`);
		const headers = { ...(token && { Authorization: token }), ...(body && { 'content-type': 'application/json' }) };
		const answer = await fetch(this.url + path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
		return { status: answer.status, text: await answer.text() };
	}

	/** Names of everything that can be expanded from a collection: its relations, and what points at it. */
	relationsOf({ id, fields }: Collection): string[] {
		const out = fields.filter(({ type }) => type === 'relation').map(({ name }) => name);
		const back = this.collections.flatMap((other) =>
			other.fields
				.filter((field) => field.type === 'relation' && field.collectionId === id)
				.map((field) => `${other.name}_via_${field.name}`)
		);
		return [...out, ...back];
	}

	collection(name: string): Collection {
		return this.collections.find((one) => one.name === name)!;
	}
}

export type Collection = {
	id: string;
	name: string;
	type: string;
	listRule: string | null;
	viewRule: string | null;
	fields: { name: string; type: string; collectionId?: string; hidden?: boolean }[];
};
