import { describe, expect, it } from 'vitest';
import { utf8 } from '#lib/crypto/conventions/bytes.ts';
import type { DeviceId } from '#lib/crypto/device/device.ts';
import { shortDeviceId, type Head } from '#lib/crypto/entry/entry.ts';
import { Heads } from './Heads.ts';
import type { Reading } from './LogReader.ts';

const [yara, bas] = ['a', 'b'].map((letter) => letter.repeat(32) as DeviceId) as [DeviceId, DeviceId];
const circle = { roster: { devices: new Map([yara, bas].map((id) => [id, { id, standing: 'live' }])) } } as never;

function entry(by: DeviceId, seq: number, { kind = 'edit', seen = [] as Head[], words = '' } = {}): Reading {
	return { entry: { kind, by, seq, seen, signed: utf8(`${by}${seq}${words}`) } } as never;
}
const head = (device: DeviceId, seq: number): Head => ({ device: shortDeviceId(device), seq });
const found = (heads: Heads, log: Reading[]) => {
	const { gaps, omissions, twoVersions } = heads.update(log, circle);
	return { gaps: gaps.size, omissions: omissions.size, twoVersions: twoVersions.size };
};

describe('what the numbers tell', () => {
	it('[SR22] a number that is left out is a gap until it comes, or a state covers it', () => {
		const log = [entry(yara, 1), entry(yara, 3)];
		expect(found(new Heads(), log)).toMatchObject({ gaps: 1 });
		expect(found(new Heads(), [...log, entry(yara, 2)])).toMatchObject({ gaps: 0 });
		const state = entry(bas, 1, { kind: 'state', seen: [head(yara, 3)] });
		expect(found(new Heads(), [...log, state])).toMatchObject({ gaps: 0 });
		expect(found(new Heads(), [state, entry(yara, 4)])).toMatchObject({ gaps: 0 });
		expect(found(new Heads(), [state, entry(yara, 5)])).toMatchObject({ gaps: 1 });
	});

	it('[SR23] what others have seen, or this device remembers, and the log lacks, is an omission', () => {
		expect(found(new Heads(), [entry(bas, 1, { seen: [head(yara, 4)] }), entry(yara, 4)])).toMatchObject({ omissions: 0 });
		expect(found(new Heads(), [entry(bas, 1, { seen: [head(yara, 4)] })])).toMatchObject({ omissions: 1 });
		expect(found(new Heads([head(yara, 7)]), [entry(yara, 6)])).toMatchObject({ omissions: 1 });
		expect(found(new Heads([head(yara, 7)]), [entry(bas, 2, { kind: 'state', seen: [head(yara, 7)] })])).toMatchObject({
			omissions: 0
		});
	});

	it('[SR21] the same entry twice is one; two contents under one number are two versions', () => {
		expect(found(new Heads(), [entry(yara, 1), entry(yara, 1)])).toMatchObject({ twoVersions: 0 });
		expect(found(new Heads(), [entry(yara, 1), entry(yara, 1, { words: 'anders' })])).toMatchObject({ twoVersions: 1 });
	});

	it('[SR26] says at most four heads that moved, and what others say of one is remembered', () => {
		const heads = new Heads();
		const devices = ['1', '2', '3', '4', '5'].map((digit) => digit.repeat(32) as DeviceId);
		heads.update(devices.map((device) => entry(device, 1)), circle);
		const first = heads.moved();
		expect(first).toHaveLength(4);
		heads.markSaid(first);
		expect(heads.moved()).toHaveLength(1);
		expect(heads.all).toHaveLength(5);
		heads.hear(shortDeviceId(bas), [head(yara, 3)]);
		expect(heads.whoHasSeen(shortDeviceId(yara), 3)).toEqual([shortDeviceId(bas)]);
		expect(heads.whoHasSeen(shortDeviceId(yara), 4)).toEqual([]);
	});
});
