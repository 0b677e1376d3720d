import { beforeAll, expect, it } from 'vitest';
import { utf8 } from '#lib/crypto/conventions/bytes.ts';
import { createDevice } from '#lib/crypto/device/createDevice.ts';
import { shortDeviceId } from '#lib/crypto/entry/entry.ts';
import { entryKey } from '#lib/crypto/generation/entryKey.ts';
import { answerAtOnce } from '#lib/crypto/promptCrypto.fixture.ts';
import { memoryStore } from '../localStore/memoryStore.ts';
import { ownLocks } from '../locks.ts';
import { EntryWriter } from './EntryWriter.ts';
import { Heads } from './Heads.ts';

beforeAll(answerAtOnce);

async function numbersAfter({ stored, inLog }: { stored: number; inLog: number }) {
	const device = await createDevice();
	const room = new Uint8Array(32);
	const store = memoryStore();
	await store.change([{ name: 'seq/g1', content: utf8(String(stored)) }]);
	const heads = new Heads();
	const entry = { kind: 'edit', by: device.id, seq: inLog, seen: [], signed: room };
	heads.update([{ entry }] as never, { roster: { devices: new Map() } } as never);
	expect(heads.of(shortDeviceId(device.id))).toBe(inLog);
	const writer = new EntryWriter({ device, room, roomId: '' } as never, 'g1', heads, { store, locks: ownLocks() });
	const generation = '1'.repeat(32) as never;
	const under = { generation, key: await entryKey(room, room, generation, 'g1') };
	const seal = () => writer.seal({ kind: 'edit', update: room }, [], under);
	return (await Promise.all([seal(), seal()])).map(({ seq }) => seq);
}

it.each([
	['the device has forgotten some, and the log still shows them', { stored: 3, inLog: 7 }, [8, 9]],
	['the server hides some that the device has given out', { stored: 12, inLog: 7 }, [13, 14]]
])('[SR20] numbers go on after the higher one: %s', async (_, known, next) => {
	expect(await numbersAfter(known)).toEqual(next);
});
