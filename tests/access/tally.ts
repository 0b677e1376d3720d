import type { Phase } from '#lib/domain/conference/phase.ts';
import type { Thing } from '#lib/domain/access/thing.ts';

/** Who asks, in which phase, of which things. */
export type Cell = { who: string; phase: Phase; things: Thing[] };

/** Counts cells (who × phase × thing) that a surface was asked about, and keeps where it differs from the table. */
export class Tally {
	readonly wrong = new Set<string>();
	readonly #cells = new Set<string>();
	readonly #notHeld = new Set<string>();
	/** Single answers that were compared. */
	compared = 0;

	/** One answer of a surface to one question about these things. */
	compare({ who, phase, things }: Cell, expected: unknown, got: unknown, about = ''): void {
		this.compared++;
		for (const thing of things) this.#cells.add(`${who} ${phase} ${thing}`);
		if (expected === got) return;
		const where = `${who}, ${phase}, ${things.join(' or ')}, ${about}`;
		this.wrong.add(`${where}: ${String(expected)} expected, got ${String(got)}`);
	}

	/** The surface does not hold the thing: said, and not counted as an answer. */
	notHeld(who: string, phase: Phase, thing: Thing): void {
		this.#notHeld.add(`${who} ${phase} ${thing}`);
	}

	/** `2 980 cells PocketBase (432 n/a)` */
	of(surface: string): string {
		const grouped = (count: number) => String(count).replace(/\B(?=(\d{3})+$)/g, ' ');
		const none = this.#notHeld.size ? ` (${grouped(this.#notHeld.size)} n/a)` : '';
		// Part of an answer may belong to a thing that the surface does not hold as such.
		const held = [...this.#cells].filter((cell) => !this.#notHeld.has(cell));
		return `${grouped(held.length)} cells ${surface}${none}`;
	}
}
