import type * as Y from 'yjs';
import { rotate } from '../removal/rotate.ts';
import type { Cancel } from '../scheduler.ts';
import { EnvDuty } from './EnvDuty.ts';
import type { DocumentParts } from './parts.ts';
import { between, type Ports } from './ports.ts';
import { Sheets } from './Sheets.ts';

/** What every device sees to in `book`, beside its text: boxes, sheets, and that there is a key to write under. */
export class BookDuties {
	private readonly parts: DocumentParts;
	private readonly ports: Ports;
	private readonly env: EnvDuty;
	private readonly stop: () => void;
	private rotateAt: Cancel | null = null;

	constructor(parts: DocumentParts, env: Y.Map<unknown>, ports: Ports) {
		this.parts = parts;
		this.ports = ports;
		const sources = [parts.boxes!, new Sheets(parts.circle, env)];
		this.env = new EnvDuty(env, sources, ports, () => parts.gate.maySeal);
		this.stop = parts.circle.inUse.onChange(() => this.watch());
	}

	/** After every reading. */
	watch(): void {
		this.env.watch();
		this.watchGeneration();
	}

	/** Boxes and sheets that this device itself has just made necessary. */
	async writeEnv(): Promise<void> {
		await this.env.write();
	}

	close(): void {
		this.stop();
		this.env.close();
		this.rotateAt?.();
	}

	/** SR12: after a removal that came without a key nobody is stuck; the first to wake makes one. */
	private watchGeneration(): void {
		if (this.rotateAt || !this.lacksGeneration) return;
		this.rotateAt = this.ports.scheduler.after(between(this.ports, 1_000, 5_000), () => {
			const after = () => {
				this.rotateAt = null;
				this.watchGeneration();
			};
			void (this.lacksGeneration ? rotate(this.parts).catch(() => false) : Promise.resolve()).then(after);
		});
	}

	private get lacksGeneration(): boolean {
		const { circle, gate } = this.parts;
		return gate.mayAct && !gate.isAtRest && circle.roster.writeGeneration === null;
	}
}
