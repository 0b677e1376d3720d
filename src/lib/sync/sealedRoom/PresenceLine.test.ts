import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { answerAtOnce } from '#lib/crypto/promptCrypto.fixture.ts';
import { sealPresence } from '#lib/crypto/presence/sealPresence.ts';
import { removeDevices } from '../removal/remove.ts';
import { pass, until } from './room.fixture.ts';
import { circleOfThree, closeRooms, type } from './story.fixture.ts';

beforeAll(answerAtOnce);
afterEach(closeRooms);

async function allHere() {
	const circle = await circleOfThree();
	const { clock, yaras } = circle;
	const here = () => yaras.presence.others.map(({ name }) => name).sort();
	await until(clock, () => here().length === 2, 'Yara sees both');
	const basWire = circle.bas.wires.find(({ room }) => room.endsWith('/g1'))!;
	return { ...circle, here, basWire };
}

describe('who is here', () => {
	it('[SR39] Bas is gone from the screen as soon as he is taken out, though the server still shows him', async () => {
		const { here, yarasRoom, basRoom, basWire } = await allHere();
		await removeDevices(yarasRoom, [basRoom.circle.device.id]);
		expect(basWire.awareness.getLocalState()).toHaveProperty('e');
		expect(here()).toEqual(['Hülya']);
	});

	it('[SR39] what Bas says after that with the key he still has, such as that he read on, counts for nothing', async () => {
		const { clock, yaras, yarasRoom, hulyas, basRoom, basWire } = await allHere();
		const { device, roster, keys, room } = basRoom.circle;
		const generation = roster.writeGeneration!;
		const key = (await keys.presenceKey(generation, roster, 'g1'))!;
		await removeDevices(yarasRoom, [device.id]);
		await until(clock, () => hulyas.isOpen && yaras.isOpen);
		type(yaras, 'Dit leest Bas niet');
		await until(clock, () => yaras.where.seenBy.includes('Hülya'));
		const json = JSON.stringify({ says: null, seen: [[yarasRoom.circle.device.id.slice(0, 16), 99]] });
		const said = { by: device.id, session: '00000000000000aa' as never, counter: 9, json };
		basWire.awareness.setLocalStateField('e', await sealPresence({ roomId: room, document: 'g1' }, generation, key, said));
		await pass(clock, 2);
		expect(yaras.where.seenBy).toEqual(['Hülya']);
	});

	it('[SR39] after 35 seconds without a word somebody is gone, and the screen is told', async () => {
		const { clock, server, here, yaras } = await allHere();
		server.relaysPresence = false;
		const shown: string[][] = [];
		yaras.presence.onChange(() => shown.push(here()));
		await pass(clock, 18);
		expect(here()).toEqual(['Bas', 'Hülya']);
		await pass(clock, 18);
		expect(shown.at(-1)).toEqual([]);
	});

	it('[SR39] whoever moves about all the time says so once a second, and last where they are now', async () => {
		const { clock, bass, basWire, yaras } = await allHere();
		await pass(clock, 2);
		const saidAt: number[] = [];
		basWire.awareness.on('change', () => saidAt.push(clock.now()));
		for (let i = 0; i < 40; i++) {
			bass.presence.say({ where: `agreement ${i}` });
			await pass(clock, 0.1);
		}
		await until(clock, () => JSON.stringify(yaras.presence.others).includes('agreement 39'));
		const pauses = saidAt.slice(1).map((at, i) => at - saidAt[i]!);
		expect(pauses.length).toBeGreaterThan(2);
		// A second, less what the clock moves on while one word is sealed.
		expect(Math.min(...pauses)).toBeGreaterThan(950);
	});
});
