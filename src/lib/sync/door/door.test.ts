import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { answerAtOnce } from '#lib/crypto/promptCrypto.fixture.ts';
import { FLAG } from '#lib/crypto/roster/record.ts';
import { editText } from '#lib/documents/editText.ts';
import { planText } from '#lib/documents/planDraft.ts';
import { removeDevices } from '../removal/remove.ts';
import { pass, TestDevice, until } from '../sealedRoom/room.fixture.ts';
import { calls, closeAll, comesBack, comesIn, invites, keeperOf, yaraInside } from './door.fixture.ts';

beforeAll(answerAtOnce);
afterEach(closeAll);

const names = ({ circle }: { circle: { live: { name: string }[] } }) => circle.live.map(({ name }) => name).sort();

describe('a link, sent from Yara’s own phone', () => {
	it('[SR6] [SR8] lets Riet in after one tap, and she reads and writes', async () => {
		const { clock, riet, yarasRoom, keeper, server } = await yaraInside();
		const yaras = await yarasRoom.gathering('g1');
		editText(planText(yaras.text, 'freeText'), 'Riet slaapt hier op woensdag');
		const { invitation, link } = await invites(keeper, riet);
		expect(server.told).toContain('door p-Riet');
		const coming = await comesIn(riet, link);
		await until(clock, () => invitation.state.at === 'knocked');
		expect(invitation.state).toMatchObject({ at: 'knocked', label: 'telefoon', flags: 0 });
		await until(clock, () => coming.state.at === 'waiting' && coming.state.inviter === 'Yara');
		await pass(clock, 60);
		expect(names(yarasRoom)).toEqual(['Yara']);
		await invitation.yes();
		await until(clock, () => coming.state.at === 'in' && invitation.state.at === 'in');
		expect(names(yarasRoom)).toEqual(['Riet', 'Yara']);
		expect(server.told).toContain('in p-Riet');
		const rietsDraft = await coming.room!.gathering('g1');
		await until(clock, () => rietsDraft.isOpen && planText(rietsDraft.text, 'freeText').toString() !== '');
		editText(planText(rietsDraft.text, 'freeText'), 'Riet slaapt hier op woensdag en zondag');
		await until(clock, () => planText(yaras.text, 'freeText').toString().endsWith('zondag'));
		const riets = yarasRoom.circle.live.find(({ name }) => name === 'Riet');
		expect(riets).toMatchObject({ person: 'p-Riet', label: 'telefoon', how: 2, letInBy: yarasRoom.circle.device.id });
		expect(yarasRoom.unmet).toMatchObject([{ name: 'Riet' }]);
	});

	it('[SR7] works once: nothing of it is left on either device, and a second use hears nothing', async () => {
		const { clock, server, riet, yarasRoom, keeper } = await yaraInside();
		const { invitation, link } = await invites(keeper, riet);
		const coming = await comesIn(riet, link);
		await until(clock, () => invitation.state.at === 'knocked');
		await invitation.yes();
		await until(clock, () => coming.state.at === 'in' && invitation.state.at === 'in');
		expect(await yarasRoom.store.list('invite/')).toEqual([]);
		expect(await yarasRoom.store.readKey(`invite/${invitation.invite.key.id}`)).toBeNull();
		expect(await comesBack(riet)).toBeNull();
		const thief = await comesIn(new TestDevice('Riet', server, clock), link);
		await pass(clock, 60);
		expect(thief.state).toMatchObject({ at: 'waiting' });
		expect(names(yarasRoom)).toEqual(['Riet', 'Yara']);
	});

	it('[SR7] that is opened on two devices is void, and both are told to ask for a new one', async () => {
		const { clock, server, riet, yarasRoom, keeper } = await yaraInside();
		const { invitation, link } = await invites(keeper, riet);
		const first = await comesIn(riet, link);
		await until(clock, () => invitation.state.at === 'knocked');
		const second = await comesIn(new TestDevice('Riet', server, clock), link);
		await until(clock, () => invitation.state.at === 'over');
		expect(invitation.state).toEqual({ at: 'over', because: 'twoDevices' });
		await invitation.yes();
		const isVoid = ({ state }: typeof first) => state.at === 'over' && state.because === 'void';
		await until(clock, () => isVoid(first) && isVoid(second));
		expect(names(yarasRoom)).toEqual(['Yara']);
		expect(await comesBack(riet)).toBeNull();
	});

	it('[SR7] lasts 48 hours by Yara’s own clock, over a reload of her page', async () => {
		const { clock, yara, riet, yarasRoom, keeper } = await yaraInside();
		const { link } = await invites(keeper, riet);
		keeper.close();
		await yarasRoom.close();
		clock.advance(47 * 60 * 60_000);
		const again = await keeperOf(await yara.page());
		const coming = await comesIn(riet, link);
		await until(clock, () => again.invitations[0]?.state.at === 'knocked');
		clock.advance(60 * 60_000);
		await again.invitations[0]!.yes();
		await until(clock, () => again.invitations[0]!.state.at === 'over');
		expect(again.invitations[0]!.state).toEqual({ at: 'over', because: 'expired' });
		await until(clock, () => coming.state.at === 'over');
		expect(names(again.room)).toEqual(['Yara']);
	});

	it('[SR7] is refused by a no, and taken back before anybody knocked', async () => {
		const { clock, riet, bas, yarasRoom, keeper } = await yaraInside();
		const [forRiet, forBas] = [await invites(keeper, riet), await invites(keeper, bas)];
		const coming = await comesIn(riet, forRiet.link);
		await until(clock, () => forRiet.invitation.state.at === 'knocked');
		await forRiet.invitation.no();
		await forBas.invitation.withdraw();
		await until(clock, () => coming.state.at === 'over');
		const bass = await comesIn(bas, forBas.link);
		await until(clock, () => bass.state.at === 'over');
		expect(names(yarasRoom)).toEqual(['Yara']);
	});

	it('[SR6] knocked on by somebody else than whom it is for lets nobody in, and is told', async () => {
		const { clock, riet, bas, yarasRoom, keeper } = await yaraInside();
		const { invitation, link } = await invites(keeper, riet);
		const coming = await comesIn(bas, link);
		await until(clock, () => invitation.isUsedByAnother);
		await invitation.yes();
		await pass(clock, 30);
		expect(coming.state.at).toBe('waiting');
		expect(names(yarasRoom)).toEqual(['Yara']);
		// Riet opened it on a tablet where Bas was signed in, and now signs in herself.
		const own = await comesIn(riet, link);
		await until(clock, () => invitation.state.at === 'knocked');
		await invitation.yes();
		await until(clock, () => own.state.at === 'in');
	});

	it('[SR6] after the yes it goes on by itself, whenever either page is there again', async () => {
		const { clock, server, yara, riet, yarasRoom, keeper } = await yaraInside();
		const { invitation, link } = await invites(keeper, riet);
		const coming = await comesIn(riet, link);
		await until(clock, () => invitation.state.at === 'knocked');
		coming.close();
		// The server says nothing back: all of it is said, and nothing is known to have arrived.
		server.acknowledges = false;
		await invitation.yes();
		await until(clock, () => names(yarasRoom).includes('Riet'));
		await pass(clock, 10);
		expect(invitation.state.at).toBe('lettingIn');
		keeper.close();
		await yarasRoom.close();
		server.rooms.get('door/rustinhuis00001')!.getMap('door').clear();
		server.acknowledges = true;
		const room = await yara.page();
		const again = await keeperOf(room);
		const riets = (await comesBack(riet))!;
		await until(clock, () => riets.state.at === 'in');
		await until(clock, () => again.invitations[0]!.state.at === 'in');
		expect(room.devices.filter(({ name }) => name === 'Riet')).toHaveLength(1);
		room.close();
	});

	it('[SR7] knocks are the same after a reload of Riet’s page: one device stays one', async () => {
		const { clock, riet, keeper } = await yaraInside();
		const { invitation, link } = await invites(keeper, riet);
		const first = await comesIn(riet, link);
		await until(clock, () => invitation.state.at === 'knocked');
		first.close();
		const again = (await comesBack(riet))!;
		await comesIn(riet, link);
		await pass(clock, 30);
		expect(invitation.state.at).toBe('knocked');
		await invitation.yes();
		await until(clock, () => again.state.at === 'in');
	});

	it('[SR7] an invitation made for somebody dies when they are taken out; one made afterwards lives', async () => {
		const { clock, yara, bas, yarasRoom, keeper } = await yaraInside();
		const basRoom = await bas.isLetInBy(yarasRoom);
		const { invitation } = await invites(keeper, bas);
		await removeDevices(yarasRoom, [basRoom.circle.device.id]);
		await until(clock, () => yara.forgotten.includes('p-Bas'));
		await keeper.forget('p-Bas');
		expect(invitation.state).toEqual({ at: 'over', because: 'withdrawn' });
		const later = await invites(keeper, bas);
		await keeper.forget('p-Bas');
		expect(later.invitation.state.at).toBe('open');
		// Back on the same phone, which makes new keys (F7).
		await basRoom.close();
		const coming = await comesIn(bas, later.link);
		await until(clock, () => later.invitation.state.at === 'knocked');
		await later.invitation.yes();
		await until(clock, () => coming.state.at === 'in');
		const standings = yarasRoom.devices.filter(({ name }) => name === 'Bas').map(({ standing }) => standing);
		expect(standings.sort()).toEqual(['live', 'removed']);
	});
});

describe('a QR picture, held up in the room', () => {
	it('[SR7] lives in memory, ten minutes at most', async () => {
		const { clock, bas, yarasRoom, keeper } = await yaraInside();
		const { invitation, link } = await invites(keeper, bas, 'qr');
		expect(await yarasRoom.store.list('invite/')).toEqual([]);
		const coming = await comesIn(bas, link);
		await until(clock, () => invitation.state.at === 'knocked');
		await invitation.yes();
		await until(clock, () => coming.state.at === 'in');
		expect(yarasRoom.circle.live.find(({ name }) => name === 'Bas')?.how).toBe(1);
		const second = await invites(keeper, bas, 'qr');
		clock.advance(10 * 60_000 + 2);
		await until(clock, () => second.invitation.state.at === 'over');
		expect(second.invitation.state).toEqual({ at: 'over', because: 'expired' });
	});

	it('[SR9] a second device of one’s own is let in by oneself, and shown to all as one more (F5)', async () => {
		const { clock, server, yara, yarasRoom, keeper } = await yaraInside();
		const { invitation, link } = await invites(keeper, yara, 'qr');
		const tablet = await comesIn(new TestDevice('Yara', server, clock), link);
		await until(clock, () => invitation.state.at === 'knocked');
		expect(invitation.alreadyIn.map(({ id }) => id)).toEqual([yarasRoom.circle.device.id]);
		await invitation.yes();
		await until(clock, () => tablet.state.at === 'in');
		expect(names(yarasRoom)).toEqual(['Yara', 'Yara']);
		expect(yarasRoom.unmet).toHaveLength(1);
	});

	it('[PT4] who keeps nothing is listed as such, and has nothing to come back with', async () => {
		const { clock, riet, yarasRoom, keeper } = await yaraInside();
		riet.keepsNothing = true;
		const { invitation, link } = await invites(keeper, riet, 'qr');
		const coming = await comesIn(riet, link);
		await until(clock, () => invitation.state.at === 'knocked');
		expect(invitation.state).toMatchObject({ flags: FLAG.keepsNothing });
		await invitation.yes();
		await until(clock, () => coming.state.at === 'in');
		expect(yarasRoom.circle.live.find(({ name }) => name === 'Riet')?.flags).toBe(FLAG.keepsNothing);
	});
});

describe('four pictures, over the phone', () => {
	async function onThePhone() {
		const story = await yaraInside();
		const calling = (await calls(story.riet, story.yara))!;
		await until(story.clock, () => story.keeper.rings.length === 1);
		return { ...story, calling, ring: story.keeper.rings[0]! };
	}
	const rowsOf = ({ state }: Awaited<ReturnType<typeof onThePhone>>['ring']) => (state.at === 'rows' ? state.rows : []);

	it('[SR6] [SR8] the right row and Riet’s own yes let her in', async () => {
		const { clock, ring, calling, yarasRoom } = await onThePhone();
		expect(ring.person).toBe('p-Riet');
		await ring.answer();
		await until(clock, () => ring.state.at === 'rows' && calling.state.at === 'pictures');
		const { pictures } = calling.state as { pictures: readonly number[] };
		const row = rowsOf(ring).find((one) => String(one) === String(pictures))!;
		expect(rowsOf(ring)).toHaveLength(3);
		await ring.pick(row, 'Oma Riet');
		await until(clock, () => ring.state.at === 'in');
		await pass(clock, 30);
		// Yara's yes alone takes nobody anywhere.
		expect(calling.state.at).toBe('pictures');
		expect(calling.room).toBeNull();
		await calling.same();
		await until(clock, () => calling.state.at === 'in');
		const riets = yarasRoom.circle.live.find(({ person }) => person === 'p-Riet');
		expect(riets).toMatchObject({ name: 'Oma Riet', how: 3 });
	});

	it('[SR6] another row, or none, lets nobody in', async () => {
		const { clock, ring, calling, yarasRoom } = await onThePhone();
		await ring.answer();
		await until(clock, () => ring.state.at === 'rows' && calling.state.at === 'pictures');
		const { pictures } = calling.state as { pictures: readonly number[] };
		const wrong = rowsOf(ring).find((one) => String(one) !== String(pictures))!;
		await ring.pick(wrong, 'Riet');
		expect(ring.state).toEqual({ at: 'over', because: 'different' });
		await calling.same();
		await pass(clock, 30);
		expect(calling.state.at).toBe('pictures');
		expect(names(yarasRoom)).toEqual(['Yara']);
	});

	it('[SR6] rings only for who is called, three times an hour, for ten minutes', async () => {
		const { clock, server, yara, bas, riet, yarasRoom, keeper, ring, calling } = await onThePhone();
		const basRoom = await bas.isLetInBy(yarasRoom);
		const bass = await keeperOf(basRoom);
		await pass(clock, 5);
		expect(bass.rings).toEqual([]);
		clock.advance(10 * 60_000 + 1);
		expect(ring.state).toEqual({ at: 'over', because: 'expired' });
		expect(calling.state).toEqual({ at: 'over', because: 'expired' });
		for (let i = 0; i < 2; i++) (await calls(riet, yara))!.close();
		expect(await calls(riet, yara)).toBeNull();
		// On Yara's side too, whoever it is that calls.
		for (let i = 0; i < 4; i++) {
			await calls(new TestDevice(`Gino${i}`, server, clock), yara);
			await until(clock, () => keeper.rings.some(({ person }) => person === `p-Gino${i}`));
			await keeper.rings.find(({ person }) => person === `p-Gino${i}`)!.answer();
		}
		const states = keeper.rings.filter(({ person }) => person.startsWith('p-Gino')).map(({ state }) => state);
		expect(states.map(({ at }) => at)).toEqual(['rows', 'rows', 'rows', 'over']);
		expect(states[3]).toMatchObject({ because: 'tooManyTries' });
		clock.advance(60 * 60_000);
		expect(await calls(riet, yara)).not.toBeNull();
		await basRoom.close();
	});

	it('[SR6] answered on one of Yara’s devices, it rings no longer on the other', async () => {
		const { clock, server, yarasRoom, ring } = await onThePhone();
		const tablet = await new TestDevice('Yara', server, clock).isLetInBy(yarasRoom);
		const other = await keeperOf(tablet);
		await until(clock, () => tablet.circle.isLive && other.rings.length === 1);
		await ring.answer();
		await until(clock, () => other.rings[0]!.state.at === 'over');
		expect(other.rings[0]!.state).toEqual({ at: 'over', because: 'elsewhere' });
		await tablet.close();
	});
});
