import { keyboard } from '../pages/keyboard.ts';
import { LAPTOP } from '../pages/Person.ts';
import { walkThrough } from '../story/walk.ts';

/** Everybody with nothing but a keyboard. */
walkThrough({ name: 'keyboard', screen: () => LAPTOP, hands: () => keyboard, withoutWifi: 5 });
