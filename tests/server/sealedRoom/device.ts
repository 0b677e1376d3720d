import { WebSocket } from 'ws';
import { SYNC_PATH } from '#lib/sync/protocol.ts';
import { memoryStores } from '#lib/sync/localStore/memoryStore.ts';
import { memoryPins } from '#lib/sync/localStore/pins.ts';
import { ownLocks } from '#lib/sync/locks.ts';
import { timerScheduler } from '#lib/sync/scheduler.ts';
import { beginRoom } from '#lib/sync/sealedRoom/beginRoom.ts';
import { openRoom } from '#lib/sync/sealedRoom/openRoom.ts';
import { letIn } from '#lib/sync/sealedRoom/room.fixture.ts';
import type { SealedRoom } from '#lib/sync/sealedRoom/SealedRoom.ts';
import { connectOverWebSocket } from '#lib/sync/wire/connectOverWebSocket.ts';
import { CONFERENCE, type TestSync } from '../sync/startSync.ts';

/** Somebody's device in Node: the program's own, on a real socket, with somebody's session as its cookie. */
export class Device {
	readonly account: string;
	readonly name: string;
	readonly pins = memoryPins();
	readonly openStore = memoryStores();
	private readonly locks = ownLocks();
	private readonly sync: TestSync;
	room: SealedRoom | null = null;

	constructor(sync: TestSync, account: string, name: string) {
		this.sync = sync;
		this.account = account;
		this.name = name;
	}

	get who() {
		return { person: `p-${this.account}`, name: this.name, label: 'telefoon' };
	}

	connect() {
		const { sync, account } = this;
		const { origin, port } = sync;
		class OwnSocket extends WebSocket {
			constructor(url: string) {
				super(url, { origin, headers: { cookie: `rondom=${account}` } });
			}
		}
		return connectOverWebSocket({
			url: `ws://127.0.0.1:${port}${SYNC_PATH}`,
			random: Math.random,
			WebSocket: OwnSocket as unknown as typeof globalThis.WebSocket
		});
	}

	async page(): Promise<SealedRoom> {
		const { pins, openStore, locks } = this;
		const ports = { connect: this.connect(), locks, scheduler: timerScheduler(Date.now), random: Math.random };
		const room = await openRoom(CONFERENCE, this.who.person, { pins, openStore, ports });
		if (room === null) throw new Error(`${this.name} has no keys`);
		this.room = room;
		return room;
	}

	async begins(): Promise<SealedRoom> {
		await beginRoom(CONFERENCE, this.who, this);
		return this.page();
	}

	async isLetInBy(room: SealedRoom): Promise<SealedRoom> {
		await letIn(this, room);
		return this.page();
	}
}
