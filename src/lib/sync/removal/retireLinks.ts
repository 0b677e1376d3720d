import { isOldLink, OLD_LINK_ROWS } from '../sealedRoom/oldLink.ts';
import { between } from '../sealedRoom/ports.ts';
import type { SealedRoom } from '../sealedRoom/SealedRoom.ts';
import { removeDevices } from './remove.ts';

/**
 * Takes the links of an old room out, and what this device kept of them. Whoever came in by one has keys of their own
 * and stays.
 */
export async function retireLinks(room: SealedRoom): Promise<void> {
	const { book, circle, ports, store } = room;
	await store.change([], Object.values(OLD_LINK_ROWS));
	const links = () => circle.live.filter(isOldLink).map(({ id }) => id);
	let isDue = false;
	const stop = room.onChange(look);
	look();

	/** The first to wake does it; the others see it done. */
	function look(): void {
		if (isDue || !book.isOpen) return;
		isDue = true;
		ports.scheduler.after(between(ports, 1_000, 20_000), () => void retire());
	}
	async function retire(): Promise<void> {
		isDue = false;
		if (book.isOpen && (await removeDevices(room, links())) === 'removed') stop();
	}
}
