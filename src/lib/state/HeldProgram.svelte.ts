import { compareHeld } from '#lib/program/compareHeld.ts';
import { fetchProgramFiles } from '#lib/program/fetchProgramFiles.ts';
import { heldVersion } from '#lib/program/heldVersion.ts';
import { holdVersion } from '#lib/program/holdVersion.ts';
import type { ProgramFiles } from '#lib/program/programFiles.ts';
import { registerWorker } from '#lib/program/registerWorker.ts';

/** How the version this device said yes to stands against the one that is offered. */
export type Standing = 'looking' | 'nothingHeld' | 'same' | 'newer' | 'notReached' | 'cannot';

/** The version of the program on this device: looked at freely, changed only on the person's yes. */
export class HeldProgram {
	standing: Standing = $state('looking');
	offered: ProgramFiles | null = $state.raw(null);
	held: string | null = $state(null);
	/** Files that are not what the list says: kept on this device, or just offered. */
	wrong: string[] = $state.raw([]);
	busy = $state(false);

	/** Asks what is offered, and whether what is kept here still fits its list. */
	look = async (): Promise<void> => {
		if (!('caches' in globalThis) || !navigator.serviceWorker) return void (this.standing = 'cannot');
		this.held = await heldVersion(caches);
		this.offered = await fetchProgramFiles(fetch.bind(globalThis));
		const { held, offered } = this;
		if (!offered) return void (this.standing = 'notReached');
		if (held === offered.version) this.wrong = await compareHeld(offered, caches);
		this.standing = !held ? 'nothingHeld' : held === offered.version ? 'same' : 'newer';
	};

	/** The person's yes to what is offered. Answers true when it is now the version of this device. */
	use = async (): Promise<boolean> => {
		if (!this.offered || this.busy) return false;
		this.busy = true;
		const held = await holdVersion(this.offered, caches, fetch.bind(globalThis));
		this.busy = false;
		if (!held.ok) {
			if (held.because === 'wrongFile') this.wrong = [held.path];
			else this.standing = 'notReached';
			return false;
		}
		await registerWorker(navigator.serviceWorker);
		await this.look();
		return true;
	};

	/** On a device that keeps its keys: the first version is the one that is running; later ones wait for a yes. */
	begin = async (): Promise<void> => {
		await this.look();
		if (this.standing === 'nothingHeld') await this.use();
		else if (this.held) await registerWorker(navigator.serviceWorker);
	};
}
