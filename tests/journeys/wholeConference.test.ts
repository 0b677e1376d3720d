import { pointing } from './pages/hands.ts';
import { LAPTOP, PHONE, TABLET } from './pages/Person.ts';
import { walkThrough } from './story/walk.ts';

/** As on the day itself: phones, a tablet and laptops mixed. `walks/` has the others, for `npm run test:all`. */
const onLaptop = new Set(['karin', 'amina', 'ilse', 'bas', 'tarik', 'wouter']);
walkThrough({
	name: 'mixed',
	screen: (who) => (who === 'tablet' ? TABLET : onLaptop.has(who) ? LAPTOP : PHONE),
	hands: () => pointing,
	withoutWifi: 60
});
