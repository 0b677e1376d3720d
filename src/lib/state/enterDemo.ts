import type { SealedRoom } from '#lib/sync/sealedRoom/SealedRoom.ts';
import { comeInBySheet, type SheetSettings } from '#lib/sync/sheet/comeInBySheet.ts';
import { parseSheetLink } from '#lib/sync/sheet/sheetLink.ts';
import type { RoomInfo } from './roomInfo.ts';
import { deviceLabel } from './thisDevice.ts';

/**
 * Through a door of the demo, which has the letters of the circle's sleutelblad behind `#`: in, without a press.
 * Undefined where they open nothing any more. Nobody's real page does this: there one scans, and says so.
 */
export async function enterDemo(
	fragment: string,
	{ me, room }: RoomInfo,
	settings: Omit<SheetSettings, 'hints'>
): Promise<SealedRoom | undefined> {
	const link = parseSheetLink(fragment);
	if (!link || !room) return undefined;
	const who = { person: me.id, name: me.name, label: deviceLabel() };
	const entry = await comeInBySheet(link.letters, who, { ...settings, hints: room.roomIds });
	return entry.ok ? entry.room : undefined;
}
