import { encode } from 'uqr';

/** A QR picture as the `d` of one SVG path, in a square of `size` by `size`. */
export type QrPicture = { size: number; path: string };

/** For a letter made on the server, so that it needs no script to be printed; for a secret on the device that has it. */
export function qrOf(text: string): QrPicture {
	const { size, data } = encode(text, { border: 2, ecc: 'M' });
	const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
	return { size, path };
}
