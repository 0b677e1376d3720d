import type { TestPocketBase } from '#tests/server/pocketbase/startForTest.ts';
import { CAST } from '../cast.ts';
import type { Attempt } from '../attempts.ts';
import { inTurns } from '../inTurns.ts';

export type Answer = { status: number; text: string };

/** PocketBase over HTTP, as each person of the cast with their own token. */
export class PocketBaseSurface {
	readonly url: string;
	readonly tokens: Record<string, string> = {};
	/** Every collection that is not PocketBase's own. */
	collections: Collection[] = [];
	/** Ids of those that are planted here. */
	conferences: string[] = [];

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

	/** A surface that takes one person for another, to see that it is noticed. */
	mistaking(who: string, forWhom: string): PocketBaseSurface {
		const mistaken = new PocketBaseSurface(this.url);
		mistaken.collections = this.collections;
		Object.assign(mistaken.tokens, this.tokens, { [who]: this.tokens[forWhom] });
		return mistaken;
	}

	/** All rows of a collection that this person is given, as the answer's very text. */
	async list(who: string, collection: string, query = ''): Promise<Answer> {
		return this.ask(who, 'GET', `/api/collections/${collection}/records?perPage=1000&skipTotal=1${query}`);
	}

	async view(who: string, collection: string, id: string): Promise<Answer> {
		return this.ask(who, 'GET', `/api/collections/${collection}/records/${id}`);
	}

	async ask(who: string, method: string, path: string, body?: object): Promise<Answer> {
		const token = this.tokens[who];
		if (!token && CAST[who]?.login !== false) throw new Error(`${who} has no token`);
		const headers = { ...(token && { Authorization: token }), ...(body && { 'content-type': 'application/json' }) };
		const answer = await fetch(this.url + path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
		return { status: answer.status, text: await answer.text() };
	}

	/**
	 * Tries to write. What is expected to succeed is tried in a batch whose last request cannot, so that it is all
	 * undone. Answers 'allowed' or 'refused'; anything else is an attempt that is wrong in itself.
	 */
	async attempt(who: string, { method, collection, id, body }: Attempt, undone: boolean): Promise<string> {
		const url = `/api/collections/${collection}/records${id && `/${id}`}`;
		if (!undone) {
			const answer = await this.ask(who, method, url, body);
			return answer.status < 300 ? 'allowed' : refusal(answer.status, JSON.parse(answer.text));
		}
		const requests = [{ method, url, body }, { method: 'DELETE', url: '/api/collections/regions/records/x' }];
		const answer = JSON.parse((await this.ask(who, 'POST', '/api/batch', { requests })).text);
		const [at, failed] = Object.entries<{ response: Refused }>(answer.data.requests)[0]!;
		return at === '1' ? 'allowed' : refusal(failed.response.status ?? 400, failed.response);
	}

	/**
	 * Names of everything that can be expanded from a collection: its relations, and what points at it. Everything
	 * points at conference and participant, so there, and only there, the way back is long. Views are listed by themselves.
	 */
	relationsOf({ id, name: of, fields }: Collection): string[] {
		const everywhere = ['participants', 'my_conferences'].includes(of) ? [] : ['conference', 'participant'];
		const relations = fields.filter(({ type, name }) => type === 'relation' && !everywhere.includes(name));
		const out = relations.map(({ name }) => name);
		const tables = this.collections.filter(({ type }) => type !== 'view');
		const back = tables.flatMap((other) =>
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

type Refused = { status?: number; message?: string; data?: Record<string, unknown> };

/** A rule refuses without a word about fields, a hook with the rule's id; what else is said is about the body. */
function refusal(status: number, { data = {}, message }: Refused): string {
	const said = Object.keys(data);
	const isRefused = [403, 404].includes(status) || (status === 400 && (!said.length || said[0] === 'rule'));
	return isRefused ? 'refused' : `${status} ${message} ${JSON.stringify(data)}`;
}

export type Collection = {
	id: string;
	name: string;
	type: string;
	listRule: string | null;
	viewRule: string | null;
	fields: { name: string; type: string; collectionId?: string; hidden?: boolean }[];
};
