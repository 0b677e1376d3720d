import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { answerAtOnce } from '#lib/crypto/promptCrypto.fixture.ts';
import { readStrengths } from '#lib/documents/planDraft.ts';
import { basBeganToo, calls, closeAll, comesBack, comesIn } from '../door/door.fixture.ts';
import { CONFERENCE, pass, until } from '../sealedRoom/room.fixture.ts';

beforeAll(answerAtOnce);
afterEach(closeAll);

/** Bas at Yara's door with her link, let in, and asked. */
async function basIsAsked() {
	const story = await basBeganToo();
	const coming = await comesIn(story.bas, story.link);
	await until(story.clock, () => story.invitation.state.at === 'knocked');
	await story.invitation.yes();
	await until(story.clock, () => coming.state.at === 'twoRooms');
	return { ...story, coming };
}

describe('[SR1] who holds to one room and is let into another', () => {
	it('is asked first: meanwhile the device keeps nothing of the other room', async () => {
		const { clock, bas, yarasRoom, ownRoom, coming } = await basIsAsked();
		await pass(clock, 60);
		expect(coming.state).toEqual({ at: 'twoRooms', isLate: false });
		expect(coming.room).toBeNull();
		expect(await bas.pins.read(CONFERENCE, 'p-Bas')).toBe(ownRoom);
		expect(await (await bas.openStore(yarasRoom.roomId, 'p-Bas')).list('')).toEqual([]);
	});

	it('brings along what was written there after a yes, and holds to the other room from then on', async () => {
		const { clock, bas, yarasRoom, ownRoom, coming } = await basIsAsked();
		void coming.bringOver();
		expect(coming.state.at).toBe('bringing');
		await until(clock, () => coming.state.at === 'in');
		const paper = await yarasRoom.gathering('g1');
		await until(clock, () => readStrengths(paper.text).items.length === 1);
		expect(readStrengths(paper.text).items).toMatchObject([{ text: 'Milan kookt graag' }]);
		expect(await bas.pins.read(CONFERENCE, 'p-Bas')).toBe(yarasRoom.roomId);
		expect(await (await bas.openStore(ownRoom, 'p-Bas')).list('')).toEqual([]);
		expect(await comesBack(bas)).toBeNull();
	});

	it('changes nothing by a no, and is asked again when the page is opened later', async () => {
		const { clock, bas, ownRoom, coming } = await basIsAsked();
		coming.close();
		const own = await bas.page();
		expect(own.roomId).toBe(ownRoom);
		const paper = await own.gathering('g1');
		expect(readStrengths(paper.text).items).toHaveLength(1);
		await own.close();
		const later = (await comesBack(bas))!;
		await until(clock, () => later.state.at === 'twoRooms');
		void later.bringOver();
		await until(clock, () => later.state.at === 'in');
	});

	it('keeps all it has where not everything could be brought over, and may try again', async () => {
		const { clock, server, bas, ownRoom, coming } = await basIsAsked();
		server.acknowledges = false;
		void coming.bringOver();
		await until(clock, () => coming.state.at === 'twoRooms');
		expect(coming.state).toEqual({ at: 'twoRooms', isLate: true });
		expect(await bas.pins.read(CONFERENCE, 'p-Bas')).toBe(ownRoom);
		server.acknowledges = true;
		void coming.bringOver();
		await until(clock, () => coming.state.at === 'in');
	});

	it('has nothing to bring where its keys are lost, and still says yes first', async () => {
		const { clock, bas, yarasRoom, ownRoom, coming } = await basIsAsked();
		await (await bas.openStore(ownRoom, 'p-Bas')).wipe();
		void coming.bringOver();
		await until(clock, () => coming.state.at === 'in');
		expect(await bas.pins.read(CONFERENCE, 'p-Bas')).toBe(yarasRoom.roomId);
	});

	it('is asked on the phone with pictures too', async () => {
		const { clock, yara, bas, keeper, yarasRoom } = await basBeganToo();
		const calling = (await calls(bas, yara))!;
		await until(clock, () => keeper.rings.length === 1);
		const ring = keeper.rings[0]!;
		await ring.answer();
		await until(clock, () => calling.state.at === 'pictures' && ring.state.at === 'rows');
		const pictures = calling.state.at === 'pictures' ? calling.state.pictures : [];
		const rows = ring.state.at === 'rows' ? ring.state.rows : [];
		await ring.pick(rows.find((row) => String(row) === String(pictures))!, 'Bas');
		await calling.same();
		await until(clock, () => calling.state.at === 'twoRooms');
		void calling.bringOver();
		await until(clock, () => calling.state.at === 'in');
		expect(await bas.pins.read(CONFERENCE, 'p-Bas')).toBe(yarasRoom.roomId);
	});
});
