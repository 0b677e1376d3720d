import * as encoding from 'lib0/encoding';
import type { Bytes } from '../conventions/bytes.ts';
import { dom } from '../conventions/dom.ts';
import { write } from '../conventions/write.ts';

/** A row cannot be moved to another place of the store, nor to another room's store. */
export function rowData(roomId: Bytes, store: string, row: string): Bytes {
	return dom(
		'row',
		roomId,
		write((writer) => {
			encoding.writeVarString(writer, store);
			encoding.writeVarString(writer, row);
		})
	);
}
