import { deviceIdOf } from '#lib/crypto/device/deviceIdOf.ts';
import { importSignKey } from '#lib/crypto/device/carrySignKey.ts';
import { HOW, type Belonging } from '#lib/crypto/roster/record.ts';
import type { SealedRoom } from '../sealedRoom/SealedRoom.ts';
import { parseLink, type Link } from './link.ts';

export const ENTERING_ROW = 'link';

type Step = { link: Link; who: Belonging };

async function readStep(room: SealedRoom): Promise<Step | null> {
	const row = await room.store.read(ENTERING_ROW);
	if (row === null) return null;
	const { link, who } = JSON.parse(new TextDecoder().decode(row)) as { link: string; who: Belonging };
	const parsed = parseLink(link);
	return parsed && { link: parsed, who };
}

async function admitSelf(room: SealedRoom, { link, who }: Step): Promise<void> {
	const { circle, book } = room;
	const linkId = await deviceIdOf(link.signPub, link.agreePub);
	const signKey = await importSignKey(link.signSecret, link.signPub);
	const { id, signPub, agreePub } = circle.device;
	const admit = await circle.sign(
		{
			kind: 'admit',
			device: { id, signPub, agreePub },
			...who,
			how: HOW.link,
			flags: 0,
			sheetBlob: new Uint8Array(0)
		},
		{ id: linkId, signKey }
	);
	await book.publishRecords([admit.bytes]);
}

/**
 * Where this device is coming in by a link: as soon as the room is here, the link's device is live and the key is
 * proven (SR8), it admits itself with the link's signing key, writes that down for all, and forgets the link.
 */
export async function continueEntering(room: SealedRoom): Promise<void> {
	const step = await readStep(room);
	if (step === null) return;
	const { circle, book } = room;
	let isBusy = false;

	async function tryNow(): Promise<void> {
		if (isBusy || !book.isUpToDate) return;
		isBusy = true;
		try {
			const { roster, keys } = circle;
			const linkId = await deviceIdOf(step!.link.signPub, step!.link.agreePub);
			const isProven = keys.proven(step!.link.generation, roster) !== null;
			const mayAdmit = isProven && roster.devices.get(linkId)?.standing === 'live';
			if (circle.me === undefined && mayAdmit) await admitSelf(room, step!);
			if (circle.me === undefined) return;
			stop();
			await room.store.change([], [ENTERING_ROW]);
		} finally {
			isBusy = false;
		}
	}

	const stop = room.onChange(() => void tryNow());
	await tryNow();
}
