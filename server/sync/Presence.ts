import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { CLOSE, LIMITS } from '#lib/sync/protocol.ts';
import { Refusal } from './Refusal.ts';

/** Who speaks: one connection. Its account tells who may take up a state that a lost connection left. */
export type Speaker = { readonly account: string };

type State = { speaker: Speaker | undefined; account: string; clock: number; json: string };

const GONE = 'null';
/** Tabs of one person make one client each; a tab that reloads its document makes another. */
const CLIENTS_PER_SPEAKER = 4;
const GONE_REMEMBERED = 200;

/**
 * Who is in a room and where their cursor stands, by Yjs client id; the latest word counts.
 * A client id belongs to the connection that spoke of it first: y-websocket sends everything it hears back to the
 * server, so what comes in about others is normal, and is passed over.
 */
export class Presence {
	readonly #states = new Map<number, State>();
	readonly #news = new Set<number>();

	/** Takes in an awareness update of `speaker`; true when the others should hear of it. */
	hear(speaker: Speaker, update: Uint8Array): boolean {
		const decoder = decoding.createDecoder(update);
		for (let count = decoding.readVarUint(decoder); count > 0; count--) {
			const client = decoding.readVarUint(decoder);
			const clock = decoding.readVarUint(decoder);
			const json = decoding.readVarString(decoder);
			if (!this.#mayTell(speaker, client, clock, json)) continue;
			if (json.length > LIMITS.presenceBytes) throw new Refusal(CLOSE.tooLarge);
			if (typeof JSON.parse(json) !== 'object') throw new Refusal(CLOSE.malformed);
			this.#states.set(client, { speaker, account: speaker.account, clock, json });
			this.#news.add(client);
		}
		return this.#news.size > 0;
	}

	/** Says goodbye for `speaker`; true when the others should hear of it. */
	leave(speaker: Speaker): boolean {
		for (const [client, state] of this.#states) {
			if (state.speaker !== speaker) continue;
			// Put back at the end: the longest gone are forgotten first.
			this.#states.delete(client);
			this.#states.set(client, { ...state, speaker: undefined, json: GONE });
			this.#news.add(client);
		}
		this.#forgetOldest();
		return this.#news.size > 0;
	}

	/** An awareness update with everything new since the last call. */
	news(): Uint8Array {
		const update = this.#encode([...this.#news]);
		this.#news.clear();
		return update;
	}

	/** An awareness update about everybody present; undefined when there is nobody. */
	all(): Uint8Array | undefined {
		const present = [...this.#states.keys()].filter((client) => this.#states.get(client)!.json !== GONE);
		return present.length ? this.#encode(present) : undefined;
	}

	#mayTell(speaker: Speaker, client: number, clock: number, json: string): boolean {
		const known = this.#states.get(client);
		if (known?.speaker === speaker) return clock > known.clock || (clock === known.clock && json === GONE);
		if (json === GONE || known?.speaker) return false;
		if (known && (known.account !== speaker.account || clock < known.clock)) return false;
		let own = 0;
		for (const state of this.#states.values()) if (state.speaker === speaker) own++;
		return own < CLIENTS_PER_SPEAKER;
	}

	#encode(clients: number[]): Uint8Array {
		const known = clients.filter((client) => this.#states.has(client));
		const encoder = encoding.createEncoder();
		encoding.writeVarUint(encoder, known.length);
		for (const client of known) {
			const { clock, json } = this.#states.get(client)!;
			encoding.writeVarUint(encoder, client);
			encoding.writeVarUint(encoder, clock);
			encoding.writeVarString(encoder, json);
		}
		return encoding.toUint8Array(encoder);
	}

	#forgetOldest(): void {
		let gone = [...this.#states.values()].filter((state) => state.json === GONE && !state.speaker).length;
		for (const [client, state] of this.#states) {
			if (gone <= GONE_REMEMBERED) return;
			if (state.json !== GONE || state.speaker || this.#news.has(client)) continue;
			this.#states.delete(client);
			gone--;
		}
	}
}
