import { FLAG, HOW, type Belonging } from '#lib/crypto/roster/record.ts';
import type { SheetDevice } from '#lib/crypto/sheet/openSheet.ts';
import type { SealedRoom } from '../sealedRoom/SealedRoom.ts';
import { waitFor } from '../waitFor.ts';

const PATIENCE_MS = 30_000;

/**
 * The sheet lets this device in: once the room is here, the sheet is live in it, and its key is proven against the
 * roster (SR8, SR10). Nobody has to tap, for it is the paper that says yes (SR6).
 */
export async function admitBySheet(
	{ book, circle, ports }: SealedRoom,
	sheet: SheetDevice,
	who: Belonging,
	keepsNothing: boolean
): Promise<'in' | 'takenOut' | 'incomplete'> {
	const standing = () => circle.roster.devices.get(sheet.id)?.standing;
	const isProven = () => {
		const { writeGeneration } = circle.roster;
		return writeGeneration === null || circle.keys.proven(writeGeneration, circle.roster) !== null;
	};
	const isReady = () => book.isUpToDate && (standing() === 'removed' || (standing() === 'live' && isProven()));
	if (!(await waitFor(isReady, [book, circle], ports.scheduler, PATIENCE_MS))) return 'incomplete';
	if (standing() !== 'live') return 'takenOut';
	if (circle.me === undefined) {
		const { id, signPub, agreePub } = circle.device;
		const flags = keepsNothing ? FLAG.keepsNothing : 0;
		const device = { id, signPub, agreePub };
		const content = { kind: 'admit' as const, device, ...who, how: HOW.sheet, flags, sheetBlob: new Uint8Array(0) };
		const admit = await circle.sign(content, sheet);
		await book.publishRecords([admit.bytes]);
	}
	return circle.isLive ? 'in' : 'incomplete';
}
