import { randomBytes } from '#lib/crypto/conventions/random.ts';
import { createDevice } from '#lib/crypto/device/createDevice.ts';
import type { DeviceId } from '#lib/crypto/device/device.ts';
import { FLAG, HOW } from '#lib/crypto/roster/record.ts';
import { SHEET_CODE_LENGTH, sheetLetters } from '#lib/crypto/sheet/sheetCode.ts';
import { sealSheet } from '#lib/crypto/sheet/sealSheet.ts';
import type { SealedRoom } from '../sealedRoom/SealedRoom.ts';
import { keepNote } from './notes.ts';

/** How a sheet is labelled among the devices of the circle. */
export const SHEET_LABEL = 'sleutelblad';

/** The 28 letters, which exist here and on paper and nowhere else, and the device that they are. */
export type MadeSheet = { letters: string; device: DeviceId };

/**
 * Makes a sleutelblad for this person to keep (F6): a device on paper, admitted like any other and shown to all. Its
 * keys lie at the server, wrapped with the code; nobody but who holds the paper can unwrap them. Null while this
 * device is not inside or cannot write.
 */
export async function makeSheet({ book, circle, store }: SealedRoom): Promise<MadeSheet | null> {
	const { me } = circle;
	if (!me || !book.parts.gate.maySeal) return null;
	const code = randomBytes(SHEET_CODE_LENGTH);
	const paper = await createDevice({ extractable: true });
	const { id, signPub, agreePub } = paper;
	const admit = await circle.sign({
		kind: 'admit',
		device: { id, signPub, agreePub },
		person: me.person,
		name: me.name,
		label: SHEET_LABEL,
		how: HOW.sheet,
		flags: FLAG.isSheet,
		sheetBlob: await sealSheet(code, circle.room, paper)
	});
	await keepNote(store, 'untried', id);
	await book.publishRecords([admit.bytes]);
	await book.duties!.writeEnv();
	return { letters: await sheetLetters(code), device: id };
}
