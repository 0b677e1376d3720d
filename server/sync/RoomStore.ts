import { mkdir, open, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Pace } from './pace.ts';
import { Recent } from './Recent.ts';
import { readRoomFile, writeRoomFile } from './roomFile.ts';
import { RoomLog, readRoomLog, type LogEntry } from './roomLog.ts';

/** Somebody with updates to store. Asked for them when a batch is put together. */
export type Source = {
	/** What is new since the last call; `stored` is called once it is on the disk. */
	takeBatch(): { room: string; updates: Uint8Array[]; stored: () => void };
};

const BATCH_EVERY_MS = 50;
const RETRY_AFTER_MS = 1000;
const FOLD_AT = { bytes: 8 * 1024 * 1024, updates: 50_000 };

/**
 * What the rooms hold, on the disk:
 *
 *     journal/000001.log …   what was written lately, by all rooms together: one fsync per batch serves them all
 *     rooms/<room>.log       one room's whole state, "/" in its name written as "."; replaced at once, by rename
 *     erased/<room>          this room was erased; nothing is stored under its name again
 *
 * Now and then the journal is folded into the rooms' files. A journal stays until the fold after the one that made
 * it superfluous, so that a copy of the folder, made file by file while all this goes on, holds everything that was
 * stored when it began. Reading an update twice does no harm: that is what makes Yjs documents Yjs documents.
 */
export class RoomStore {
	readonly #folder: string;
	readonly #report: (problem: string) => void;
	readonly #dirty = new Set<Source>();
	readonly #pace = new Pace(BATCH_EVERY_MS, () => void this.flush());
	#erased: Set<string>;
	/** Updates that are in a journal and not yet in a room's file. */
	#recent = new Recent();
	/** The same, while they are being folded. */
	#folding = new Recent();
	#fold: Promise<void> | undefined;
	#writing: Promise<void> = Promise.resolve();
	#journal: RoomLog | undefined;
	#number: number;
	#failing = false;
	#stopping = false;

	private constructor(folder: string, erased: string[], number: number, report: (problem: string) => void) {
		this.#folder = folder;
		this.#erased = new Set(erased.map(fromFile));
		this.#number = number;
		this.#report = report;
	}

	/** Opens the store in `folder`, made if need be, and reads what a former run left in its journals. */
	static async open(folder: string, report: (problem: string) => void = console.error): Promise<RoomStore> {
		for (const part of ['journal', 'rooms', 'erased']) {
			await mkdir(join(folder, part), { recursive: true, mode: 0o700 });
		}
		const journals = (await readdir(join(folder, 'journal'))).sort();
		const last = Number.parseInt(journals.at(-1) ?? '0', 10);
		const store = new RoomStore(folder, await readdir(join(folder, 'erased')), last, report);
		for (const journal of journals) {
			const { entries, torn } = await readRoomLog(join(folder, 'journal', journal));
			if (torn) report(`sync: ${journal} ends in ${torn} bytes of an unfinished batch, which are left out`);
			for (const entry of entries) store.#remember(entry);
		}
		await store.#beginJournal();
		if (store.#recent.count) store.#startFold();
		return store;
	}

	/** False while the disk refuses what is written. Nothing is acknowledged meanwhile. */
	get healthy(): boolean {
		return !this.#failing;
	}

	isErased(room: string): boolean {
		return this.#erased.has(room);
	}

	/** The updates that together are the state of `room`; none for a new one. Throws if its file is damaged. */
	async load(room: string): Promise<Uint8Array[]> {
		// Taken before the file is read: a fold that ends in between has put them into the file as well.
		const since = [...this.#folding.of(room), ...this.#recent.of(room)];
		return [...(await readRoomFile(this.#roomFile(room))), ...since];
	}

	/** The names of all rooms that are stored and begin so. */
	async names(prefix: string): Promise<string[]> {
		const files = (await readdir(join(this.#folder, 'rooms'))).filter((file) => file.endsWith('.log'));
		const named = files.map((file) => fromFile(file.slice(0, -'.log'.length)));
		const all = new Set([...named, ...this.#folding.rooms, ...this.#recent.rooms]);
		return [...all].filter((name) => name.startsWith(prefix));
	}

	/** Asks `source` for its updates when the next batch is made. */
	write(source: Source): void {
		this.#dirty.add(source);
		this.#pace.ask();
	}

	/** Resolves when everything that was announced with `write` is on the disk. */
	flush(): Promise<void> {
		this.#writing = this.#writing.then(() => this.#storeBatch());
		return this.#writing;
	}

	/** Removes `room` for good, from its file and from every journal. Nobody may have it open. */
	async erase(room: string): Promise<void> {
		await writeFile(join(this.#folder, 'erased', toFile(room)), '');
		this.#erased.add(room);
		await this.fold();
		await this.fold();
		await rm(this.#roomFile(room), { force: true });
	}

	/** Folds what is in the journal into the rooms' files, and removes the journals that were folded before. */
	async fold(): Promise<void> {
		await this.#fold;
		await this.#startFold();
	}

	async close(): Promise<void> {
		this.#stopping = true;
		this.#pace.stop();
		await this.flush();
		await this.#fold;
		await this.#journal?.close();
	}

	async #storeBatch(): Promise<void> {
		if (!this.#dirty.size) return;
		const batches = [...this.#dirty].map((source) => source.takeBatch());
		this.#dirty.clear();
		const entries = batches.flatMap(({ room, updates }) => updates.map((update) => ({ room, update })));
		if (entries.length) {
			const stored = await this.#append(entries);
			if (!stored) return;
			for (const entry of stored) this.#remember(entry);
		}
		for (const batch of batches) batch.stored();
		const full = this.#journal!.size > FOLD_AT.bytes || this.#recent.count > FOLD_AT.updates;
		if (full && !this.#fold) this.#startFold();
	}

	/** Tries until it works, each time in a new journal: what a failed write left behind cannot be trusted. */
	async #append(entries: LogEntry[]): Promise<LogEntry[] | undefined> {
		for (;;) {
			try {
				if (!this.#journal) await this.#beginJournal();
				const stored = await this.#journal!.append(entries);
				this.#failing = false;
				return stored;
			} catch (error) {
				if (!this.#failing) this.#report(`sync: cannot store, trying on: ${(error as Error).message}`);
				this.#failing = true;
				await this.#journal?.close().catch(() => undefined);
				this.#journal = undefined;
				if (this.#stopping) return undefined;
				await new Promise((resolve) => setTimeout(resolve, RETRY_AFTER_MS));
			}
		}
	}

	#remember(entry: LogEntry): void {
		if (!this.#erased.has(entry.room)) this.#recent.add(entry);
	}

	async #beginJournal(): Promise<void> {
		const name = `${String(++this.#number).padStart(6, '0')}.log`;
		this.#journal = await RoomLog.create(join(this.#folder, 'journal', name));
		await this.#syncFolder('journal');
	}

	#startFold(): Promise<void> {
		this.#fold = this.#foldJournal()
			.catch((error: Error) => {
				this.#report(`sync: cannot fold the journal, trying again later: ${error.message}`);
				for (const room of this.#folding.rooms) {
					for (const update of this.#folding.of(room)) this.#remember({ room, update });
				}
				this.#folding = new Recent();
			})
			.finally(() => (this.#fold = undefined));
		return this.#fold;
	}

	async #foldJournal(): Promise<void> {
		const folded = await this.#swapJournal();
		for (const room of this.#folding.rooms) {
			if (this.#erased.has(room)) continue;
			const path = this.#roomFile(room);
			await writeRoomFile(path, room, [...(await readRoomFile(path)), ...this.#folding.of(room)]);
		}
		await this.#syncFolder('rooms');
		this.#folding = new Recent();
		for (const name of await readdir(join(this.#folder, 'journal'))) {
			if (Number.parseInt(name, 10) < folded) await rm(join(this.#folder, 'journal', name));
		}
	}

	/** Begins a new journal between two batches; answers with the number of the one that is now complete. */
	async #swapJournal(): Promise<number> {
		let folded = this.#number;
		const swap = this.#writing.then(async () => {
			folded = this.#number;
			const full = this.#journal;
			await this.#beginJournal();
			await full?.close();
			this.#folding = this.#recent;
			this.#recent = new Recent();
		});
		this.#writing = swap.catch(() => undefined);
		await swap;
		return folded;
	}

	#roomFile(room: string): string {
		return join(this.#folder, 'rooms', `${toFile(room)}.log`);
	}

	/** A new or renamed file is only surely there once its folder is on the disk as well. */
	async #syncFolder(part: string): Promise<void> {
		const folder = await open(join(this.#folder, part));
		await folder.sync().finally(() => folder.close());
	}
}

function toFile(room: string): string {
	return room.replaceAll('/', '.');
}

function fromFile(name: string): string {
	return name.replaceAll('.', '/');
}
