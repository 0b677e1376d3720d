import { fromHex, type Bytes } from '#lib/crypto/conventions/bytes.ts';
import type { Device } from '#lib/crypto/device/device.ts';
import type { GenerationId } from '#lib/crypto/generation/generation.ts';
import { evaluate, type Roster, type RosterDevice } from '#lib/crypto/roster/evaluate.ts';
import type { RecordContent, RoomId, RosterRecord } from '#lib/crypto/roster/record.ts';
import { RecordSet } from '#lib/crypto/roster/RecordSet.ts';
import { signRecord } from '#lib/crypto/roster/signRecord.ts';
import type { LocalStore } from '../localStore/localStore.ts';
import { Keyring } from './Keyring.ts';
import { Listeners } from './Listeners.ts';

const RECORD = 'record/';
const GENERATION = 'generation/';

/** Who is in and which keys there are: one per room, shared by its documents (`book`, `g1` …). */
export class Circle {
	readonly roomId: RoomId;
	/** The same as bytes, as the locks want it. */
	readonly room: Bytes;
	readonly device: Device;
	readonly keys: Keyring;
	private readonly store: LocalStore;
	private readonly records: RecordSet;
	private readonly listeners = new Listeners();
	roster: Roster;

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
		const [records, keys] = await Promise.all([store.list(RECORD), store.list(GENERATION)]);
		await circle.records.add(records.map(({ content }) => content));
		circle.roster = evaluate(roomId, circle.records.records);
		for (const { name, content } of keys) {
			await circle.keys.add(name.slice(GENERATION.length) as GenerationId, content);
		}
		return circle;
	}

	/** How this device stands; undefined while it was never let in. */
	get me(): RosterDevice | undefined {
		return this.roster.devices.get(this.device.id);
	}

	get isLive(): boolean {
		return this.me?.standing === 'live';
	}

	/** Lines that wait for others, or for their author, to come in (SR3). */
	get waitingRecords(): number {
		return this.roster.waiting + this.records.waitingForAuthor;
	}

	onChange(listener: () => void): () => void {
		return this.listeners.add(listener);
	}

	/** Takes in lines of the roster from wherever; they prove themselves. */
	async learnRecords(incoming: readonly Bytes[]): Promise<void> {
		const before = new Set(this.records.records);
		if (!(await this.records.add(incoming))) return;
		const fresh = this.records.records.filter((record) => !before.has(record));
		await this.store.change(fresh.map(({ id, bytes }) => ({ name: RECORD + id, content: bytes })));
		this.roster = evaluate(this.roomId, this.records.records);
		this.listeners.tell();
	}

	async learnKey(generation: GenerationId, key: Bytes): Promise<void> {
		if (!(await this.keys.add(generation, key))) return;
		await this.store.change([{ name: GENERATION + generation, content: key }]);
		this.listeners.tell();
	}

	/** A new record after all that is known here (SR5). `author` is this device unless a link or sheet signs. */
	async sign(content: RecordContent, author: Pick<Device, 'id' | 'signKey'> = this.device): Promise<RosterRecord> {
		if (this.roster.devices.get(author.id)?.standing !== 'live') throw new Error('SR5: not live, signs nothing');
		const record = await signRecord(this.room, author, this.roster.heads, content);
		await this.learnRecords([record.bytes]);
		return record;
	}
}
