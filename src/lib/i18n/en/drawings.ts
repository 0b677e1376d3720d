import type { Words } from '../nl.ts';

export const drawings: Pick<Words, 'drawings'> = {
	drawings: [
		...['house', 'tree', 'sun', 'moon', 'star', 'fish', 'cat', 'bird'],
		...['tulip', 'bicycle', 'car', 'boat', 'train', 'umbrella', 'hat', 'shoe'],
		...['glasses', 'clock', 'candle', 'chair', 'table', 'door', 'bridge', 'stairs'],
		...['hammer', 'scissors', 'pencil', 'book', 'letter', 'cup', 'spoon', 'fork'],
		...['knife', 'bottle', 'apple', 'pear', 'lemon', 'grapes', 'carrot', 'bread'],
		...['windmill', 'egg', 'cake', 'ice cream', 'heart', 'anchor', 'eye', 'crown'],
		...['bow', 'flag', 'rocket', 'balloon', 'kite', 'drum', 'guitar', 'bell'],
		...['mountain', 'waves', 'cloud', 'drop', 'fire', 'leaf', 'mushroom', 'snail']
	]
};
