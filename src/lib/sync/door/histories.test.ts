import { randomInt } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import type * as Y from 'yjs';
import type { Bytes } from '#lib/crypto/conventions/bytes.ts';
import { randomBytes } from '#lib/crypto/conventions/random.ts';
import { createDevice } from '#lib/crypto/device/createDevice.ts';
import type { DeviceId } from '#lib/crypto/device/device.ts';
import { inviteKey } from '#lib/crypto/invite/inviteKey.ts';
import { makeKnock } from '#lib/crypto/knock/makeKnock.ts';
import { answerAtOnce } from '#lib/crypto/promptCrypto.fixture.ts';
import { readPictureKnock, writePictureKnock } from '#lib/crypto/pictures/pictureKnock.ts';
import { pass, TestDevice } from '../sealedRoom/room.fixture.ts';
import type { Calling } from './Calling.ts';
import type { ComingIn } from './ComingIn.ts';
import { calls, closeAll, comesBack, comesIn, invites, keeperOf, yaraInside } from './door.fixture.ts';
import type { InviteHow } from './invite.ts';

beforeAll(answerAtOnce);

/*
 * Whatever order people, pages and a lying server do their things in: nobody is in without a tap by somebody inside on
 * that very knock, nobody is in by pictures without their own yes, and nobody is in another room. The server here
 * has every byte that ever lay at the door, and no secret. HISTORIES sets how many stories are tried, SEED which.
 */
const RUNS = Number(process.env.HISTORIES ?? (process.env.LONG_TESTS ? 1000 : 30));
const SEED = Number(process.env.SEED ?? randomInt(2 ** 31));

class Story {
	private readonly world: Awaited<ReturnType<typeof yaraInside>>;
	private readonly joiners: TestDevice[];
	private readonly links: string[] = [];
	private readonly comings: { by: TestDevice; page: ComingIn }[] = [];
	private readonly callings: { page: Calling; isSame: boolean }[] = [];
	/** Everything that the server has seen at the door. */
	private readonly seen = new Map<string, Bytes>();
	/** Devices for whom somebody inside tapped. */
	readonly tapped = new Set<DeviceId>();

	constructor(world: Awaited<ReturnType<typeof yaraInside>>) {
		this.world = world;
		const { server, clock, riet, bas } = world;
		this.joiners = [riet, bas, new TestDevice('Riet', server, clock)];
		this.door.observe(() => {
			for (const [name, thing] of this.door) if (thing instanceof Uint8Array) this.seen.set(name, thing);
		});
	}

	get door(): Y.Map<Bytes> {
		return this.world.server.doc('door/rustinhuis00001').getMap('door');
	}

	private pick<T>(all: readonly T[], which: number): T | undefined {
		return all[which % Math.max(1, all.length)];
	}

	/** Lets everybody's work be done. */
	async rests(): Promise<void> {
		await pass(this.world.clock, 0.3);
	}

	async invites(which: number, how: InviteHow): Promise<void> {
		const { link } = await invites(this.world.keeper, this.pick(this.joiners, which)!, how);
		this.links.push(link);
	}

	async opens(which: number, link: number): Promise<void> {
		const by = this.pick(this.joiners, which)!;
		const text = this.pick(this.links, link);
		if (text) this.comings.push({ by, page: await comesIn(by, text) });
	}

	async reloads(which: number): Promise<void> {
		const coming = this.pick(this.comings, which);
		if (!coming) return;
		coming.page.close();
		const page = await comesBack(coming.by);
		if (page) this.comings.push({ by: coming.by, page });
	}

	async says(which: number, yes: boolean): Promise<void> {
		const invitation = this.pick(this.world.keeper.invitations, which);
		if (invitation?.state.at !== 'knocked') return;
		if (!yes) return invitation.no();
		// What is on the screen at the tap is what the tap is for.
		this.tapped.add(invitation.state.device);
		await invitation.yes();
	}

	async calls(which: number): Promise<void> {
		const page = await calls(this.pick(this.joiners, which)!, this.world.yara);
		if (page) this.callings.push({ page, isSame: false });
	}

	async answers(which: number): Promise<void> {
		await this.pick(this.world.keeper.rings, which)?.answer();
	}

	/** Yara listens: the row is that of whom she has on the phone, or none. */
	async picks(which: number, whose: number): Promise<void> {
		const ring = this.pick(this.world.keeper.rings, which);
		const spoken = this.pick(this.callings, whose)?.page.state;
		if (ring?.state.at !== 'rows' || spoken?.at !== 'pictures') return;
		const row = ring.state.rows.find((one) => String(one) === String(spoken.pictures));
		if (row) this.tapped.add(ring.heard.knock.device.id);
		await ring.pick(row ?? null, 'Riet');
	}

	async same(which: number): Promise<void> {
		const calling = this.pick(this.callings, which);
		if (calling?.page.state.at !== 'pictures') return;
		calling.isSame = true;
		await calling.page.same();
	}

	async yarasPageDies(): Promise<void> {
		const { keeper, yara, yarasRoom } = this.world;
		keeper.close();
		await yarasRoom.close();
		this.world.yarasRoom = await yara.page();
		this.world.keeper = await keeperOf(this.world.yarasRoom);
		await this.rests();
	}

	async serverLies(how: number, one: number, other: number): Promise<void> {
		const names = [...this.seen.keys()];
		const [name, from] = [this.pick(names, one), this.pick(names, other)];
		if (!name || !from) return;
		const lies = [
			() => void this.door.delete(name),
			() => void this.door.set(name, this.seen.get(from)!),
			() => void this.door.set(name, this.seen.get(name)!),
			() => void this.door.set(from.replace(/^k/, 'w'), this.seen.get(name)!),
			() => void this.door.set(name, randomBytes(1 + (other % 400))),
			() => this.flips(name, other),
			() => this.knocksItself(from),
			() => this.callsItself(from)
		];
		await lies[how % lies.length]!();
	}

	private flips(name: string, bit: number): void {
		const bytes = this.seen.get(name)!.slice();
		const at = bit % (bytes.length * 8);
		bytes[at >>> 3]! ^= 1 << (at & 7);
		this.door.set(name, bytes);
	}

	private async knocksItself(name: string): Promise<void> {
		const device = await createDevice();
		const key = { id: (name.split('/')[1] ?? '').slice(0, 16) as never, mac: (await inviteKey(randomBytes(16))).mac };
		const knock = await makeKnock(key, { device, person: 'p-Riet', label: 'telefoon', flags: 0 });
		this.door.set(`k/${key.id}/${device.id}`, knock);
	}

	/** In the name and with the commit of somebody who calls, with a device of its own. */
	private async callsItself(name: string): Promise<void> {
		const read = await readPictureKnock(this.seen.get(name)!);
		if (!read.ok) return;
		const knock = writePictureKnock({ ...read.value, device: await createDevice() });
		this.door.set(`p/${Buffer.from(randomBytes(8)).toString('hex')}/1`, knock);
	}

	async passes(minutes: number): Promise<void> {
		this.world.clock.advance(minutes * 60_000);
		await this.rests();
	}

	check(): void {
		const { yarasRoom } = this.world;
		const { circle } = yarasRoom;
		const others = circle.live.filter(({ letInBy }) => letInBy !== null);
		expect(others.filter(({ id }) => !this.tapped.has(id))).toEqual([]);
		const pages = [...this.comings.map(({ page }) => page), ...this.callings.map(({ page }) => page)];
		for (const { room } of pages) if (room) expect(room.roomId).toBe(circle.roomId);
		for (const page of pages.filter(({ state }) => state.at === 'in')) {
			expect(this.tapped.has(page.room!.circle.device.id)).toBe(true);
		}
		for (const { page, isSame } of this.callings) if (!isSame) expect(page.room).toBeNull();
	}
}

type Act = (story: Story) => Promise<void>;
const n = fc.nat(999);
const act: fc.Arbitrary<[string, Act]> = fc.oneof(
	{ weight: 3, arbitrary: fc.tuple(n, fc.constantFrom<InviteHow>('qr', 'link')).map(([a, how]) => [`invites ${a} ${how}`, (s: Story) => s.invites(a, how)] as [string, Act]) },
	{ weight: 4, arbitrary: fc.tuple(n, n).map(([a, b]) => [`opens ${a} ${b}`, (s: Story) => s.opens(a, b)] as [string, Act]) },
	{ weight: 2, arbitrary: n.map((a) => [`reloads ${a}`, (s: Story) => s.reloads(a)] as [string, Act]) },
	{ weight: 4, arbitrary: fc.tuple(n, fc.boolean()).map(([a, yes]) => [`says ${a} ${yes}`, (s: Story) => s.says(a, yes)] as [string, Act]) },
	{ weight: 2, arbitrary: n.map((a) => [`calls ${a}`, (s: Story) => s.calls(a)] as [string, Act]) },
	{ weight: 3, arbitrary: n.map((a) => [`answers ${a}`, (s: Story) => s.answers(a)] as [string, Act]) },
	{ weight: 3, arbitrary: fc.tuple(n, n).map(([a, b]) => [`picks ${a} ${b}`, (s: Story) => s.picks(a, b)] as [string, Act]) },
	{ weight: 3, arbitrary: n.map((a) => [`same ${a}`, (s: Story) => s.same(a)] as [string, Act]) },
	{ weight: 1, arbitrary: fc.constant(['yara’s page dies', (s: Story) => s.yarasPageDies()] as [string, Act]) },
	{ weight: 6, arbitrary: fc.tuple(n, n, n).map(([a, b, c]) => [`lies ${a} ${b} ${c}`, (s: Story) => s.serverLies(a, b, c)] as [string, Act]) },
	{ weight: 1, arbitrary: fc.constantFrom(1, 9, 60, 3000).map((m) => [`passes ${m}`, (s: Story) => s.passes(m)] as [string, Act]) }
);

const title = `over ${RUNS} stories with a server that lies: in by a tap on that knock, by one’s own yes, in the true room`;

it(`[SR6] [SR7] [SR8] ${title} (SEED=${SEED})`, async () => {
	let inside = 0;
	await fc.assert(
		fc.asyncProperty(fc.array(act, { minLength: 10, maxLength: 40 }), async (acts) => {
			const story = new Story(await yaraInside());
			try {
				for (const [, does] of acts) {
					await does(story);
					await story.rests();
					story.check();
				}
				inside += story.tapped.size;
			} finally {
				await closeAll();
			}
		}),
		{ numRuns: RUNS, seed: SEED }
	);
	// Or nothing was shown.
	expect(inside).toBeGreaterThan(0);
}, 3_600_000);
