import { pointing } from '../pages/hands.ts';
import { LAPTOP } from '../pages/Person.ts';
import { walkThrough } from '../story/walk.ts';

/** Everybody on a laptop. */
walkThrough({ name: 'laptops', screen: () => LAPTOP, hands: () => pointing, withoutWifi: 5 });
