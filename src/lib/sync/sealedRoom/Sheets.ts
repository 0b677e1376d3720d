import type * as Y from 'yjs';
import { sameBytes } from '#lib/crypto/conventions/bytes.ts';
import type { RosterDevice } from '#lib/crypto/roster/evaluate.ts';
import { FLAG } from '#lib/crypto/roster/record.ts';
import { sheetIdOfBlob } from '#lib/crypto/sheet/sheet.ts';
import type { Circle } from './Circle.ts';
import type { EnvItem } from './EnvDuty.ts';

export function isSheet({ flags, sheetBlob }: Pick<RosterDevice, 'flags' | 'sheetBlob'>): boolean {
	return (flags & FLAG.isSheet) !== 0 && sheetBlob.length > 0;
}

/** How the keys of a sheet are called in `env`. */
export function sheetName({ sheetBlob }: Pick<RosterDevice, 'sheetBlob'>): string {
	return `s/${sheetIdOfBlob(sheetBlob)}`;
}

/** The wrapped keys of sheets in `env` of `book`, as the lines that admitted them have them. */
export class Sheets {
	private readonly circle: Circle;
	private readonly env: Y.Map<unknown>;

	constructor(circle: Circle, env: Y.Map<unknown>) {
		this.circle = circle;
		this.env = env;
	}

	/** Any device puts back what is missing or altered: it has the very bytes. */
	due(): EnvItem[] {
		return this.circle.live.filter(isSheet).map((sheet) => ({
			name: sheetName(sheet),
			isGood: (value) => value instanceof Uint8Array && sameBytes(value, sheet.sheetBlob),
			make: async () => sheet.sheetBlob,
			isDue: () => this.circle.roster.devices.get(sheet.id)?.standing === 'live'
		}));
	}

	/** The keys of sheets that were taken out. */
	stale(): string[] {
		const sheets = [...this.circle.roster.devices.values()].filter(isSheet);
		const names = new Set(sheets.filter(({ standing }) => standing === 'live').map(sheetName));
		const over = sheets.filter(({ standing }) => standing === 'removed').map(sheetName);
		return over.filter((name) => this.env.has(name) && !names.has(name));
	}
}
