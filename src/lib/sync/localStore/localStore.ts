import type { Bytes } from '#lib/crypto/conventions/bytes.ts';
import type { Device } from '#lib/crypto/device/device.ts';

/** One row: a name such as `seq/g1`, and content. */
export type Row = { name: string; content: Bytes };
/** A key that no script can read out, beside or instead of a row of that name. */
export type KeyRow = { name: string; key: CryptoKey };

/**
 * What this device keeps of one room for one person (SR37). Rows are sealed before they are written; a row that
 * does not open again is treated as not there.
 *
 *   generation/<id>        a key K
 *   record/<id>            a line of the roster
 *   update/<doc>/<random>  text: one Yjs V2 update
 *   pending/<doc>/<random> the same, of one's own, not yet known to be at the server
 *   heads/<doc>            how far each device has been read
 *   seq/<doc>              this device's last number
 *   link                   while outside: the invitation in hand (in old rooms another link, see removal/retireLinks)
 *   welcome                while coming in: what must be here first (SR8)
 *   sheet/<note>           which sheet was made here and not typed back yet; with which this device came in
 *   invite/<id>            an open invitation of this device; its key under the same name
 *   met/, since/, heard/  by device: tapped away, first seen, last heard of
 *   mine/<device>          an own device from before this one, of which somebody said they have it still
 *   told                   what the page was told from outside last, to open without a network (state/lastTold)
 *   knock, tries           while outside, and how often the pictures were tried lately (sync/door)
 */
export type LocalStore = {
	readDevice(): Promise<Device | null>;
	keepDevice(device: Device): Promise<void>;
	read(name: string): Promise<Bytes | null>;
	readKey(name: string): Promise<CryptoKey | null>;
	/** All rows whose name begins so. */
	list(prefix: string): Promise<Row[]>;
	/** All of it or nothing. Resolves when it is on the device. What is removed goes with its key. */
	change(put: (Row | KeyRow)[], remove?: string[]): Promise<void>;
	close(): void;
	/** Leaves nothing of this room and person. */
	wipe(): Promise<void>;
};
