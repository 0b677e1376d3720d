import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from '#server/build.ts';

const main = fileURLToPath(new URL('../../server/main.ts', import.meta.url));

/** The whole real program in a process of its own, on a free loopback port, in a folder of its own. */
export class Program {
	readonly folder: string;
	readonly settings: Record<string, string>;
	url = '';
	/** Everything it printed. */
	said = '';
	process!: ChildProcess;

	private constructor(folder: string, settings: Record<string, string>) {
		this.folder = folder;
		this.settings = settings;
	}

	/**
	 * Starts it in an empty folder. A demo gets a copy of the one that was filled for the whole run (tests/run.ts),
	 * where there is one: filling takes eight seconds. `from: 'nothing'` fills it here all the same.
	 */
	static async start(settings: Record<string, string> = {}, { from = '' } = {}): Promise<Program> {
		await ensureBuilt();
		const folder = await mkdtemp(join(tmpdir(), 'rondom-'));
		const { FILLED_DEMO: filled } = process.env;
		if (filled && settings.DEMO && !settings.POCKETBASE_URL && from !== 'nothing') await cp(filled, folder, { recursive: true });
		const program = new Program(folder, { PORT: '0', ...settings });
		await program.begin();
		return program;
	}

	/** Starts (again), on the port it had before. Resolves once every page answers. */
	async begin(): Promise<void> {
		const { PATH, HOME } = process.env;
		const env = { PATH, HOME, DATA_DIR: this.folder, ...this.settings } as NodeJS.ProcessEnv;
		const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] });
		this.process = child;
		await new Promise<void>((resolve, reject) => {
			const hear = (data: Buffer) => {
				this.said += data;
				const address = /Rondom luistert op (\S+)/.exec(this.said)?.[1];
				if (address) {
					this.url = address;
					resolve();
				}
			};
			child.stdout!.on('data', hear);
			child.stderr!.on('data', hear);
			child.once('exit', (code) => reject(new Error(`the program ended (${code}) before it listened:\n${this.said}`)));
		});
		this.settings.PORT = new URL(this.url).port;
	}

	/** Asks it to stop in order and waits for it. */
	async stop(): Promise<void> {
		await this.end('SIGTERM');
	}

	/** Ends it in the middle of whatever it was doing. */
	async kill(): Promise<void> {
		await this.end('SIGKILL');
	}

	private async end(signal: NodeJS.Signals): Promise<void> {
		const { process: child } = this;
		if (child.exitCode !== null || child.signalCode !== null) return;
		const gone = once(child, 'exit');
		child.kill(signal);
		await gone;
		this.said = '';
	}

	async [Symbol.asyncDispose](): Promise<void> {
		await this.stop();
		await rm(this.folder, { recursive: true, force: true });
	}
}
