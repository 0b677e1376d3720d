import { toHex } from '#lib/crypto/conventions/bytes.ts';
import { randomBytes } from '#lib/crypto/conventions/random.ts';
import { shortDeviceId, type Head, type ShortDeviceId } from '#lib/crypto/entry/entry.ts';
import { openPresence } from '#lib/crypto/presence/openPresence.ts';
import { SESSION_ID_LENGTH, type Presence, type SessionId } from '#lib/crypto/presence/presence.ts';
import { sealPresence } from '#lib/crypto/presence/sealPresence.ts';
import type { Cancel, Scheduler } from '../scheduler.ts';
import type { Wire } from '../wire/wire.ts';
import type { Circle } from './Circle.ts';
import { Listeners } from './Listeners.ts';

const PACE_MS = 1000;
const HEARTBEAT_MS = 15_000;
const SILENCE_MS = 35_000;
const MOST_SEEN = 6;

/** Somebody who has the room open: which device, and what its page says of itself (unproven, to be validated). */
export type Present = { device: string; person: string; name: string; session: SessionId; says: unknown };

type Heard = Presence & { client: number; at: number; says: unknown };

export type PresenceHost = {
	/** Whether the room is connected, synced and judged. */
	isOpen(): boolean;
	/** How far this device has read, newest first: makes "gezien door" come without waiting for an entry. */
	seen(): Head[];
	hearSeen(by: ShortDeviceId, seen: Head[]): void;
};

/** Who is here and where, sealed in the awareness field `e` (SR39). It informs and never decides. */
export class PresenceLine {
	private readonly session: SessionId = toHex(randomBytes(SESSION_ID_LENGTH));
	private readonly circle: Circle;
	private readonly document: string;
	private readonly wire: Wire;
	private readonly scheduler: Scheduler;
	private readonly host: PresenceHost;
	private readonly listeners = new Listeners();
	private readonly heard = new Map<SessionId, Heard>();
	/** What has been understood, per page; the rest is looked at again when the circle changes. */
	private readonly understood = new Map<number, unknown>();
	private readonly stopWatching: () => void;
	private saying: unknown = null;
	private counter = 0;
	private saidAt = -Infinity;
	private nextAt: Cancel | null = null;
	private silenceAt: Cancel | null = null;

	constructor(circle: Circle, document: string, wire: Wire, scheduler: Scheduler, host: PresenceHost) {
		this.circle = circle;
		this.document = document;
		this.wire = wire;
		this.scheduler = scheduler;
		this.host = host;
		wire.awareness.on('change', () => void this.listen());
		// What could not be opened yet, or came from a device not known yet, is looked at again.
		this.stopWatching = circle.onChange(() => void this.listen());
	}

	/** The others who are here now, own other pages included. */
	get others(): Present[] {
		const { roster } = this.circle;
		return [...this.heard.values()].flatMap(({ by, session, at, says }) => {
			const device = roster.devices.get(by);
			if (device?.standing !== 'live' || this.scheduler.now() - at >= SILENCE_MS) return [];
			return [{ device: by, person: device.person, name: device.name, session, says }];
		});
	}

	onChange(listener: () => void): () => void {
		return this.listeners.add(listener);
	}

	/** What this page says of itself from now on, as plain data of at most some hundred bytes. */
	say(says: unknown): void {
		this.saying = says;
		this.saySoon();
	}

	/** The room is open, or something worth saying has changed: said at most once a second. */
	saySoon(): void {
		this.schedule(this.saidAt + PACE_MS - this.scheduler.now());
	}

	close(): void {
		this.stopWatching();
		this.nextAt?.();
		this.silenceAt?.();
	}

	private schedule(wait: number): void {
		this.nextAt?.();
		this.nextAt = this.scheduler.after(Math.max(0, wait), () => void this.speak());
	}

	private async speak(): Promise<void> {
		const { roster, keys, room, device } = this.circle;
		const generation = roster.writeGeneration;
		// Where there is nobody to say it to, the opening of the room says it.
		if (!this.host.isOpen() || generation === null) return;
		this.saidAt = this.scheduler.now();
		this.schedule(HEARTBEAT_MS);
		const key = await keys.presenceKey(generation, roster, this.document);
		if (key === null) return;
		const seen = this.host.seen().slice(0, MOST_SEEN).map((head) => [head.device, head.seq]);
		const json = JSON.stringify({ says: this.saying, seen });
		const said = { by: device.id, session: this.session, counter: ++this.counter, json };
		const place = { roomId: room, document: this.document };
		this.wire.awareness.setLocalStateField('e', await sealPresence(place, generation, key, said));
	}

	private async listen(): Promise<void> {
		const states = this.wire.awareness.getStates();
		for (const [session, { client }] of this.heard) if (!states.has(client)) this.heard.delete(session);
		const fresh = [...states].filter(([client, state]) => {
			return client !== this.wire.awareness.clientID && this.understood.get(client) !== state['e'];
		});
		await Promise.all(fresh.map(([client, state]) => this.hear(client, state['e'])));
		this.listeners.tell();
	}

	private async hear(client: number, field: unknown): Promise<void> {
		const { circle, document } = this;
		const place = { roomId: circle.room, document };
		const presence = await openPresence(
			place,
			async (generation) => circle.keys.presenceKey(generation, circle.roster, document),
			field
		);
		if (!presence.ok) return;
		const { session, counter, by } = presence.value;
		if (session !== this.session && circle.roster.devices.get(by)?.standing !== 'live') return;
		this.understood.set(client, field);
		if (session === this.session || counter <= (this.heard.get(session)?.counter ?? 0)) return;
		const { says, seen } = parse(presence.value.json);
		this.heard.set(session, { ...presence.value, client, at: this.scheduler.now(), says });
		this.host.hearSeen(shortDeviceId(by), seen);
		this.silenceAt?.();
		this.silenceAt = this.scheduler.after(SILENCE_MS, () => this.listeners.tell());
	}
}

function parse(json: string): { says: unknown; seen: Head[] } {
	try {
		const { says, seen } = JSON.parse(json) as { says: unknown; seen: unknown };
		const heads = (Array.isArray(seen) ? seen : []).flatMap((head: unknown) => {
			const [device, seq] = Array.isArray(head) ? (head as unknown[]) : [];
			const fits = typeof device === 'string' && /^[0-9a-f]{16}$/.test(device) && Number.isSafeInteger(seq);
			return fits ? [{ device: device as ShortDeviceId, seq: seq as number }] : [];
		});
		return { says, seen: heads };
	} catch {
		return { says: null, seen: [] };
	}
}
