import * as Y from 'yjs';
import { sameBytes, type Bytes } from '#lib/crypto/conventions/bytes.ts';
import { AT_DOOR, formatRoom, LIMITS } from '../protocol.ts';
import type { Cancel, Scheduler } from '../scheduler.ts';
import { Listeners } from '../sealedRoom/Listeners.ts';
import type { Connect, Wire, WireState } from '../wire/wire.ts';

const PUT_AGAIN_MS = 5_000;

/**
 * What lies at the door of one conference's room, over the wire. Anybody who may knock can take away or replace
 * anything here, and so can the server; so nothing is believed that does not prove itself, and what this device
 * said is put there again for as long as it is to be heard.
 */
export class DoorLine {
	private readonly doc = new Y.Doc();
	private readonly things: Y.Map<unknown> = this.doc.getMap(AT_DOOR.things);
	private readonly wire: Wire;
	private readonly scheduler: Scheduler;
	private readonly own = new Map<string, Bytes>();
	private readonly listeners = new Listeners();
	private readonly stop: (() => void)[];
	private storedClock = 0;
	private nextPut = 0;
	private putAt: Cancel | null = null;
	private isClosed = false;

	constructor(conference: string, { connect, scheduler }: { connect: Connect; scheduler: Scheduler }) {
		this.scheduler = scheduler;
		this.wire = connect(formatRoom({ kind: 'door', conference }), this.doc);
		const look = () => {
			this.putWhatLacks();
			this.listeners.tell();
		};
		this.doc.on('update', look);
		this.stop = [
			this.wire.onState(look),
			this.wire.onStored((vector) => {
				this.storedClock = Math.max(this.storedClock, vector.get(this.doc.clientID) ?? 0);
				this.listeners.tell();
			})
		];
	}

	get state(): WireState {
		return this.wire.state;
	}

	/** 4401: sign in again. 4403: not for this person; a guest must be invited first. Else null. */
	get refusal(): number | null {
		return this.wire.refusal;
	}

	/** All that this device has to say lies there, as far as the server's word goes. */
	get isStored(): boolean {
		const isThere = [...this.own].every(([name, thing]) => this.has(name, thing));
		return isThere && this.state === 'synced' && this.storedClock >= Y.getState(this.doc.store, this.doc.clientID);
	}

	/** What lies there under this name; null for nothing, and for what nobody should read. */
	read(name: string): Bytes | null {
		const thing = this.things.get(name);
		return thing instanceof Uint8Array && thing.length <= LIMITS.doorThingBytes ? new Uint8Array(thing) : null;
	}

	/** The names that begin so. */
	names(prefix: string): string[] {
		return [...this.things.keys()].filter((name) => name.startsWith(prefix));
	}

	/** Says something, until `take`. */
	put(name: string, thing: Bytes): void {
		this.own.set(name, thing);
		this.putAt?.();
		this.putAt = null;
		this.nextPut = 0;
		this.putWhatLacks();
	}

	/** What this device said, or what was said to it, is no longer needed. */
	take(...names: string[]): void {
		for (const name of names) this.own.delete(name);
		if (this.state === 'synced') this.doc.transact(() => names.forEach((name) => this.things.delete(name)));
	}

	/** State, or what lies there, may have changed. */
	onChange(listener: () => void): () => void {
		return this.listeners.add(listener);
	}

	retry(): void {
		this.wire.retry();
	}

	close(): void {
		if (this.isClosed) return;
		this.isClosed = true;
		this.putAt?.();
		for (const stop of this.stop) stop();
		this.wire.close();
		this.doc.destroy();
	}

	private has(name: string, thing: Bytes): boolean {
		const lying = this.read(name);
		return lying !== null && sameBytes(lying, thing);
	}

	/** Not faster than every five seconds: somebody may be taking it away as often. */
	private putWhatLacks(): void {
		if (this.state !== 'synced' || this.putAt) return;
		const lacking = [...this.own].filter(([name, thing]) => !this.has(name, thing));
		if (lacking.length === 0) return;
		const wait = this.nextPut - this.scheduler.now();
		if (wait > 0) {
			this.putAt = this.scheduler.after(wait, () => {
				this.putAt = null;
				this.putWhatLacks();
			});
			return;
		}
		this.nextPut = this.scheduler.now() + PUT_AGAIN_MS;
		this.doc.transact(() => {
			for (const [name, thing] of lacking) this.things.set(name, thing);
		});
	}
}
