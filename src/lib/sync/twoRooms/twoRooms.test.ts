import { beforeAll, expect, it } from 'vitest';
import { answerAtOnce } from '#lib/crypto/promptCrypto.fixture.ts';
import { addBoardPost, readBoard } from '#lib/documents/circleBook.ts';
import { addStrength, readStrengths } from '#lib/documents/planDraft.ts';
import { createDevice } from '#lib/crypto/device/createDevice.ts';
import { Circle } from '../sealedRoom/Circle.ts';
import { CONFERENCE, HandClock, RelayServer, TestDevice, until } from '../sealedRoom/room.fixture.ts';
import { SealedRoom } from '../sealedRoom/SealedRoom.ts';
import { HOW } from '#lib/crypto/roster/record.ts';
import { bringOver } from './bringOver.ts';

beforeAll(answerAtOnce);

it('[SR1] two began: after a yes all that was written in the one is in the other, and the device holds to that', async () => {
	const clock = new HandClock();
	const server = new RelayServer();
	const [yara, bas] = [new TestDevice('Yara', server, clock), new TestDevice('Bas', server, clock)];
	const [theirs, own] = [await yara.begins(), await bas.begins()];
	const [hers, his] = [await theirs.gathering('g1'), await own.gathering('g1')];
	await until(clock, () => hers.isOpen && his.isOpen);
	addStrength(hers.text, 'Fenna kan al lezen');
	addStrength(his.text, 'Milan kookt graag');
	addBoardPost(own.book.text, { text: 'Wie kan zondag?', by: 'p-Bas', written: '2027-01-16T12:00:00.000Z' });
	await until(clock, () => his.where.state === 'sent' && own.book.where.state === 'sent');

	// Yara lets him in: he has keys for both rooms, and still holds to his own.
	const store = await bas.openStore(theirs.roomId, 'p-Bas');
	const device = await createDevice();
	await store.keepDevice(device);
	const generation = theirs.circle.roster.writeGeneration!;
	const key = theirs.circle.keys.proven(generation, theirs.circle.roster)!;
	await store.change([{ name: `generation/${generation}`, content: key }]);
	const admit = await theirs.circle.sign({ kind: 'admit', device, ...bas.who, how: HOW.link, flags: 0, sheetBlob: new Uint8Array(0) });
	await theirs.book.publishRecords([admit.bytes]);
	const circle = (await Circle.load(theirs.roomId, store))!;
	const settings = { conference: CONFERENCE, person: 'p-Bas', store, ports: bas.ports, pins: bas.pins };
	const other = await SealedRoom.open(circle, settings);
	expect(await bas.pins.read(CONFERENCE, 'p-Bas')).toBe(own.roomId);

	let outcome = '';
	void bringOver(own, other).then((done) => (outcome = done));
	await until(clock, () => outcome !== '');
	expect(outcome).toBe('broughtOver');
	await until(clock, () => readStrengths(hers.text).items.length === 2);
	await until(clock, () => readBoard(theirs.book.text).items.length === 1);
	expect(await bas.pins.read(CONFERENCE, 'p-Bas')).toBe(theirs.roomId);
	expect(await (await bas.openStore(own.roomId, 'p-Bas')).list('')).toEqual([]);
	await Promise.all([theirs.close(), other.close()]);
});
