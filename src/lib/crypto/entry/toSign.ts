import * as encoding from 'lib0/encoding';
import { fromHex, type Bytes } from '../conventions/bytes.ts';
import { dom } from '../conventions/dom.ts';
import { write, writeText } from '../conventions/write.ts';
import type { GenerationId } from '../generation/generation.ts';
import type { Place } from './entry.ts';

function within(document: string, ...content: Uint8Array[]): Bytes {
	return write((writer) => {
		writeText(writer, document);
		for (const part of content) encoding.writeUint8Array(writer, part);
	});
}

/** What an entry's author signs. */
export function entryToSign({ roomId, document }: Place, generation: GenerationId, body: Bytes): Bytes {
	return dom('entry', roomId, within(document, fromHex(generation), body));
}

/** What an entry's seal covers without hiding it. */
export function entryData({ roomId, document }: Place, head: Bytes): Bytes {
	return dom('entry/seal', roomId, within(document, head));
}
