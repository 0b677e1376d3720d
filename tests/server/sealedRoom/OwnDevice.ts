import { WebSocket } from 'ws';
import { SYNC_PATH } from '#lib/sync/protocol.ts';
import { admissionOverHttp } from '#lib/sync/admissionOverHttp.ts';
import type { JoinSettings } from '#lib/sync/door/moveIn.ts';
import { memoryStores } from '#lib/sync/localStore/memoryStore.ts';
import { memoryPins } from '#lib/sync/localStore/pins.ts';
import { ownLocks } from '#lib/sync/locks.ts';
import { timerScheduler } from '#lib/sync/scheduler.ts';
import { beginRoom } from '#lib/sync/sealedRoom/beginRoom.ts';
import { openRoom } from '#lib/sync/sealedRoom/openRoom.ts';
import type { Ports } from '#lib/sync/sealedRoom/ports.ts';
import type { SealedRoom } from '#lib/sync/sealedRoom/SealedRoom.ts';
import { wireRoomId } from '#lib/sync/sealedRoom/wireRoomId.ts';
import { connectOverWebSocket } from '#lib/sync/wire/connectOverWebSocket.ts';
import type { Visitor } from '#tests/setup/Visitor.ts';

type Told = { me: { id: string; name: string }; people: { id: string; name: string }[]; room?: { inside: string[] } };

/** A device of somebody in Node that talks to the whole real program: its pages, its sockets, with their session. */
export class OwnDevice {
	readonly visitor: Visitor;
	readonly url: string;
	readonly conference: string;
	readonly told: Told;
	readonly pins = memoryPins();
	readonly openStore = memoryStores();
	readonly keepsNothing = false;
	readonly ports: Ports;

	private constructor(visitor: Visitor, at: { url: string; conference: string; told: Told }) {
		this.visitor = visitor;
		this.url = at.url;
		this.conference = at.conference;
		this.told = at.told;
		this.ports = {
			connect: this.connect(),
			locks: ownLocks(),
			scheduler: timerScheduler(Date.now),
			random: Math.random,
			admission: admissionOverHttp(this.conference, async (path, { method, body }) => {
				const { status } = await visitor.ask(method!, path, JSON.parse(String(body)));
				return new Response(null, { status });
			})
		};
	}

	/** `me` for who is told nothing of the room (PT1) and tries all the same. */
	static async of(visitor: Visitor, url: string, conference: string, me?: Told['me']): Promise<OwnDevice> {
		if (me) return new OwnDevice(visitor, { url, conference, told: { me, people: [] } });
		const { text } = await visitor.ask('GET', `/conference/${conference}/room`);
		return new OwnDevice(visitor, { url, conference, told: JSON.parse(text) as Told });
	}

	get who() {
		return { person: this.told.me.id, name: this.told.me.name, label: 'telefoon' };
	}

	get settings(): JoinSettings {
		const { conference, who, pins, openStore, ports, keepsNothing } = this;
		return { conference, who, pins, openStore, ports, keepsNothing };
	}

	/** Whom the program says are inside, as it tells this person now. */
	async inside(): Promise<string[]> {
		const { text } = await this.visitor.ask('GET', `/conference/${this.conference}/room`);
		const { people, room } = JSON.parse(text) as Told;
		return people.filter(({ id }) => room?.inside.includes(id)).map(({ name }) => name).sort();
	}

	idOf(name: string): string {
		return this.told.people.find((person) => person.name.startsWith(name))!.id;
	}

	/** Asks the program what a device inside asks; the status. */
	async minds(verb: string, person: string): Promise<number> {
		return (await this.visitor.ask('PATCH', `/conference/${this.conference}/room`, { verb, person })).status;
	}

	async begins(): Promise<SealedRoom> {
		const begun = (await beginRoom(this.conference, this.who, this))!;
		const path = `/conference/${this.conference}/room`;
		const { status } = await this.visitor.ask('POST', path, { roomId: wireRoomId(begun.roomId) });
		if (status !== 204) throw new Error(`not begun: ${status}`);
		return (await openRoom(this.conference, this.who.person, this))!;
	}

	connect(): Ports['connect'] {
		const cookie = `rondom=${this.visitor.cookies.get('rondom')}`;
		const origin = this.url;
		class OwnSocket extends WebSocket {
			constructor(url: string) {
				super(url, { origin, headers: { cookie } });
			}
		}
		return connectOverWebSocket({
			url: `${this.url.replace('http', 'ws')}${SYNC_PATH.slice(0, -1)}`,
			random: Math.random,
			WebSocket: OwnSocket as unknown as typeof globalThis.WebSocket
		});
	}
}
