import { concat, type Bytes } from './bytes.ts';

const STEPS = [192, 384, 768];

/**
 * The length to which content is filled up (SR28), so that it does not tell how long a typed phrase was:
 * 192, 384, 768, and above that Padmé (Nikitin et al. 2019), which adds 12 % at most.
 */
export function paddedLength(length: number): number {
	const step = STEPS.find((size) => length <= size);
	if (step !== undefined) return step;
	const exponent = Math.floor(Math.log2(length));
	const free = exponent - (Math.floor(Math.log2(exponent)) + 1);
	const grain = 2 ** free;
	return Math.ceil(length / grain) * grain;
}

/** `content` followed by zeros up to `length`. */
export function pad(content: Uint8Array, length: number): Bytes {
	return concat(content, new Uint8Array(length - content.length));
}

/** True when nothing but zeros follows from `start`. */
export function isPadding(bytes: Uint8Array, start: number): boolean {
	return bytes.subarray(start).every((byte) => byte === 0);
}
