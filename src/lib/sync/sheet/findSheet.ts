import type { Bytes } from '#lib/crypto/conventions/bytes.ts';
import { openSheet, type SheetDevice } from '#lib/crypto/sheet/openSheet.ts';
import { sheetIdOf } from '#lib/crypto/sheet/sheet.ts';
import { nearCodes, readSheetCode, type SheetCode, type SheetCodeRead } from '#lib/crypto/sheet/sheetCode.ts';
import type { RoomId } from '#lib/crypto/roster/record.ts';

/**
 * Why a typed code opens nothing. `letter`: the one at `at` cannot be right, counted from 0. `slip`: that letter
 * must be another, for then it is a sheet of this room. `check`: one or more are wrong, and it cannot be told
 * which. `unknown`: the letters are right, and there is no such sheet here.
 */
export type SheetMiss =
	| Exclude<SheetCodeRead, { ok: true }>
	| { ok: false; why: 'slip'; at: number }
	| { ok: false; why: 'unknown' };
export type FoundSheet = { ok: true; roomId: RoomId; device: SheetDevice };

/** Where the wrapped keys of sheets lie: `env` of `book`. */
type Env = (name: string) => unknown;

async function blobOf(code: SheetCode, env: Env): Promise<Bytes | null> {
	const blob = env(`s/${await sheetIdOf(code)}`);
	return blob instanceof Uint8Array ? new Uint8Array(blob) : null;
}

/** The sheet whose code was typed, out of its wrapping; or, as exactly as can be told, what is wrong. */
export async function findSheet(typed: string, env: Env): Promise<FoundSheet | SheetMiss> {
	const read = await readSheetCode(typed);
	if (!read.ok) return read.why === 'check' ? slipIn(typed, env) : read;
	const blob = await blobOf(read.code, env);
	const opened = blob && (await openSheet(read.code, blob));
	if (!opened?.ok) return { ok: false, why: 'unknown' };
	return { ok: true, ...opened.value };
}

/** The one letter that makes it a sheet of this room; somebody who has the paper may be told where to look. */
async function slipIn(typed: string, env: Env): Promise<SheetMiss> {
	for (const { at, code } of await nearCodes(typed)) {
		const blob = await blobOf(code, env);
		if (blob && (await openSheet(code, blob)).ok) return { ok: false, why: 'slip', at };
	}
	return { ok: false, why: 'check' };
}
