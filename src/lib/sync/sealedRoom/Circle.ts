import { fromHex, type Bytes } from '#lib/crypto/conventions/bytes.ts';
import type { Device } from '#lib/crypto/device/device.ts';
import type { GenerationId } from '#lib/crypto/generation/generation.ts';
import { evaluate, type Roster, type RosterDevice } from '#lib/crypto/roster/evaluate.ts';
import type { RecordContent, RoomId, RosterRecord } from '#lib/crypto/roster/record.ts';
import { RecordSet } from '#lib/crypto/roster/RecordSet.ts';
import { signRecord } from '#lib/crypto/roster/signRecord.ts';
import type { LocalStore, Row } from '../localStore/localStore.ts';
import { InUse } from './InUse.ts';
import { Keyring } from './Keyring.ts';
import { Listeners } from './Listeners.ts';
import { isKept, PROMISE_ROW, readPromise, type WelcomePromise } from './welcomePromise.ts';

const RECORD = 'record/';
const GENERATION = 'generation/';

/** Records signed on top of `base`, and how the circle stands once they are taken up. */
export type Draft = { base: Roster; roster: Roster; records: RosterRecord[] };
/** This device, or the sheet that lets it in. */
type Author = Pick<Device, 'id' | 'signKey'>;

function recordRow({ id, bytes }: RosterRecord): Row {
	return { name: RECORD + id, content: bytes };
}

/** Who is in and which keys there are: one per room, shared by its documents (`book`, `g1` …). */
export class Circle {
	readonly roomId: RoomId;
	/** The same as bytes, as the locks want it. */
	readonly room: Bytes;
	readonly device: Device;
	readonly keys: Keyring;
	readonly inUse = new InUse();
	private readonly store: LocalStore;
	private readonly records: RecordSet;
	private readonly listeners = new Listeners();
	roster: Roster;
	/** SR8: while this device is coming in, what its welcome said and is not all here yet. */
	promise: WelcomePromise | null = null;

	private constructor(roomId: RoomId, device: Device, store: LocalStore) {
		this.roomId = roomId;
		this.room = fromHex(roomId);
		this.device = device;
		this.store = store;
		this.keys = new Keyring(this.room);
		this.records = new RecordSet(roomId);
		this.roster = evaluate(roomId, []);
	}

	/** As this device left it. Null when it has no keys for this room. */
	static async load(roomId: RoomId, store: LocalStore): Promise<Circle | null> {
		const device = await store.readDevice();
		if (device === null) return null;
		const circle = new Circle(roomId, device, store);
		const [records, keys, promise] = await Promise.all([
			store.list(RECORD),
			store.list(GENERATION),
			store.read(PROMISE_ROW)
		]);
		circle.promise = promise && readPromise(promise);
		await circle.records.add(records.map(({ content }) => content));
		circle.roster = evaluate(roomId, circle.records.records);
		for (const { name, content } of keys) {
			await circle.keys.add(name.slice(GENERATION.length) as GenerationId, content);
		}
		await circle.lookAtPromise();
		return circle;
	}

	/** How this device stands; undefined while it was never let in. */
	get me(): RosterDevice | undefined {
		return this.roster.devices.get(this.device.id);
	}

	/** Inside: let in, not taken out, and shown all that the welcome promised. */
	get isLive(): boolean {
		return this.promise === null && this.me?.standing === 'live';
	}

	/** Every device that may read and write now, sheets included. */
	get live(): RosterDevice[] {
		return [...this.roster.devices.values()].filter(({ standing }) => standing === 'live');
	}

	/** Lines that wait for others, or for their author, to come in (SR3). */
	get waitingRecords(): number {
		return this.roster.waiting + this.records.waitingForAuthor;
	}

	/** More lines than anybody writes: some may be missing here, so nothing is sent any more (SR42). */
	get isFull(): boolean {
		return this.records.isFull;
	}

	onChange(listener: () => void): () => void {
		return this.listeners.add(listener);
	}

	/** Takes in lines of the roster from wherever; they prove themselves. */
	async learnRecords(incoming: readonly Bytes[]): Promise<void> {
		const before = new Set(this.records.records);
		if (!(await this.records.add(incoming))) return;
		const fresh = this.records.records.filter((record) => !before.has(record));
		await this.store.change(fresh.map(recordRow));
		this.roster = evaluate(this.roomId, this.records.records);
		await this.lookAtPromise();
		this.listeners.tell();
	}

	async learnKey(generation: GenerationId, key: Bytes): Promise<void> {
		if (!(await this.keys.add(generation, key))) return;
		await this.store.change([{ name: GENERATION + generation, content: key }]);
		await this.lookAtPromise();
		this.listeners.tell();
	}

	/**
	 * New records after all that is known here and after one another (SR5), signed and judged, but not taken up.
	 * Throws when the author is not live.
	 */
	async draft(contents: readonly RecordContent[], author: Author = this.device): Promise<Draft> {
		const base = this.roster;
		const isComingIn = author === this.device && this.promise !== null;
		if (isComingIn || base.devices.get(author.id)?.standing !== 'live') throw new Error('SR5: not live, signs nothing');
		const records: RosterRecord[] = [];
		let roster = base;
		for (const content of contents) {
			records.push(await signRecord(this.room, author, roster.heads, content));
			roster = evaluate(this.roomId, [...this.records.records, ...records]);
		}
		return { base, roster, records };
	}

	/** Takes a draft up in one step. False when there was other news meanwhile, and nothing is taken up then. */
	takeUp({ base, roster, records }: Draft): boolean {
		if (this.roster !== base) return false;
		this.records.addOwn(records);
		this.roster = roster;
		return true;
	}

	/** Keeps on this device what was taken up, and tells everybody on the page. */
	async keep(records: readonly RosterRecord[], made: { generation: GenerationId; key: Bytes }[] = []): Promise<void> {
		const keys = made.map(({ generation, key }) => ({ name: GENERATION + generation, content: key }));
		await this.store.change([...records.map(recordRow), ...keys]);
		this.listeners.tell();
	}

	private async lookAtPromise(): Promise<void> {
		if (this.promise === null || this.me?.standing !== 'live') return;
		if (!isKept(this.promise, this.roster, this.keys)) return;
		this.promise = null;
		await this.store.change([], [PROMISE_ROW]);
	}

	/** One new record, taken up and kept. */
	async sign(content: RecordContent, author?: Author): Promise<RosterRecord> {
		for (;;) {
			const draft = await this.draft([content], author);
			if (!this.takeUp(draft)) continue;
			await this.keep(draft.records);
			return draft.records[0]!;
		}
	}
}
