import type { Hat } from './hat.ts';

/** CO3: somebody who had a part in this and has none any more, as a coordinator who withdrew. */
export function hasLeft({ hats }: { hats: readonly Hat[] }): boolean {
	return hats.length > 0 && hats.every(({ ended }) => ended);
}
