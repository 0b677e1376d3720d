import { afterEach, expect, it } from 'vitest';
import { utf8 } from './conventions/bytes.ts';
import { randomBytes } from './conventions/random.ts';
import { createDevice } from './device/createDevice.ts';
import { sign } from './device/sign.ts';
import { verify } from './device/verify.ts';
import { commitTo } from './generation/commitTo.ts';
import { makeLockbox } from './lockbox/makeLockbox.ts';
import { openLockbox } from './lockbox/openLockbox.ts';
import { answerAsThePlatform, answerAtOnce } from './promptCrypto.fixture.ts';
import { beginRoster } from './roster/beginRoster.ts';
import { openSheet } from './sheet/openSheet.ts';
import { sealSheet } from './sheet/sealSheet.ts';

afterEach(answerAsThePlatform);

it('[SR27] the cryptography of tests that move the clock is the platform’s: each opens what the other sealed', async () => {
	const [roomId, key, code] = [randomBytes(32), randomBytes(32), randomBytes(16)];
	async function made() {
		const device = await createDevice({ extractable: true });
		const { generation } = await beginRoster(device, { person: 'p', name: 'Yara', label: '' });
		return {
			device,
			signed: await sign(device, utf8('soep')),
			box: await makeLockbox(roomId, generation, key, device),
			sheet: await sealSheet(code, roomId, device),
			commit: await commitTo(key, roomId)
		};
	}
	async function opens({ device, signed, box, sheet, commit }: Awaited<ReturnType<typeof made>>) {
		const opened = await openSheet(code, sheet);
		if (!opened.ok) throw new Error(opened.rule);
		expect(await verify(device.signPub, utf8('soep'), signed)).toBe(true);
		expect(await verify(device.signPub, utf8('brood'), signed)).toBe(false);
		expect(await openLockbox(roomId, box, opened.value.device)).toMatchObject({ ok: true, value: { key } });
		expect(await commitTo(key, roomId)).toEqual(commit);
		expect(await verify(device.signPub, utf8('zout'), await sign(opened.value.device, utf8('zout')))).toBe(true);
	}
	const byPlatform = await made();
	answerAtOnce();
	await opens(byPlatform);
	const byTest = await made();
	await opens(byTest);
	answerAsThePlatform();
	await opens(byTest);
});
