import { pointing } from '../pages/hands.ts';
import { PHONE } from '../pages/Person.ts';
import { walkThrough } from '../story/walk.ts';

/** Everybody on a phone. */
walkThrough({ name: 'phones', screen: () => PHONE, hands: () => pointing, withoutWifi: 5 });
