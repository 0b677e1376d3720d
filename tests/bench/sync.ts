import { execFileSync, fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Load, Measured } from './processes/load.ts';
import type { Table } from './table.ts';

type Contender = { name: string; file: string; dialect: Load['dialect'] };
type Figures = { cpu: number; core: number; p50: number; p99: number; memory: number; lost: number };
type Usage = { cpu: number; memory: number };

const PEERS = join(import.meta.dirname, 'peers');
const RONDOM: Contender = { name: 'Rondom', file: 'processes/rondom.ts', dialect: 'y-websocket' };
const CONTENDERS: Contender[] = [
	{ name: 'reference @y/websocket-server 0.1', file: 'peers/reference.js', dialect: 'y-websocket' },
	{ name: 'Hocuspocus 4.7', file: 'peers/hocuspocus.js', dialect: 'hocuspocus' },
	RONDOM
];

const ROOMS = number('BENCH_ROOMS', 300);
const PEOPLE = number('BENCH_PEOPLE', 12);
const SECONDS = number('BENCH_SECONDS', 15);
const ROUNDS = number('BENCH_ROUNDS', 3);
const UPDATES_A_SECOND = 5;
const WARM_UP_MS = 3000;

/** The sync rows of the measures: CPU, delay and memory against the peers, under the same load in the same run. */
export async function bench(): Promise<Table[]> {
	if (!existsSync(join(PEERS, 'node_modules'))) {
		execFileSync('npm', ['install', '--no-audit', '--no-fund'], { cwd: PEERS, stdio: 'inherit' });
	}
	return [await compare(ROOMS), await compare(Math.max(1, Math.round(ROOMS / 3)))];
}

async function compare(rooms: number): Promise<Table> {
	const found = new Map<Contender, Figures[]>();
	// Round by round, so that a slow spell of the machine meets all of them.
	for (let round = 0; round < ROUNDS; round++) {
		for (const contender of CONTENDERS) {
			found.set(contender, [...(found.get(contender) ?? []), await measure(contender, rooms)]);
		}
	}
	const figures = new Map([...found].map(([contender, rounds]) => [contender, median(rounds)]));
	return table(`${rooms} rooms × ${PEOPLE} people, ${UPDATES_A_SECOND} updates/s a room`, figures);
}

async function measure(contender: Contender, rooms: number): Promise<Figures> {
	const server = start(contender.file, ['--expose-gc']);
	const load = start('processes/load.ts', []);
	try {
		const { port } = await heard<{ port: number }>(server);
		const empty = await asked<Usage>(server, 'usage');
		await asked(load, { open: { port, dialect: contender.dialect, rooms, people: PEOPLE } });
		const full = await asked<Usage>(server, 'usage');
		await asked(load, { write: UPDATES_A_SECOND });
		await pause(WARM_UP_MS);
		await asked(load, 'reset');
		const before = await asked<Usage>(server, 'usage');
		await pause(SECONDS * 1000);
		const after = await asked<Usage>(server, 'usage');
		const { sent, delivered, p50, p99 } = await asked<Measured>(load, 'report');
		return {
			cpu: (after.cpu - before.cpu) / delivered,
			core: (after.cpu - before.cpu) / (SECONDS * 1e6),
			p50,
			p99,
			memory: (full.memory - empty.memory) / (rooms * PEOPLE) / 1024,
			lost: Math.max(0, 1 - delivered / (sent * (PEOPLE - 1)))
		};
	} finally {
		load.kill();
		server.kill();
	}
}

function table(title: string, figures: Map<Contender, Figures>): Table {
	const peers = [...figures].filter(([contender]) => contender !== RONDOM).map(([, figure]) => figure);
	const columns = ['server', 'CPU µs/delivery', 'of a core', 'delay p50 ms', 'p99 ms', 'KB/connection'];
	const rows = [...figures].map(([contender, { cpu, core, p50, p99, memory }]) => [
		contender.name,
		...[cpu, core, p50, p99, memory].map((figure) => figure.toFixed(2))
	]);
	const own = figures.get(RONDOM)!;
	const ratio = (of: keyof Figures): string => (own[of] / Math.min(...peers.map((peer) => peer[of]))).toFixed(2);
	rows.push(['Rondom / the better peer', ratio('cpu'), ratio('core'), ratio('p50'), ratio('p99'), ratio('memory')]);
	return { title, columns, rows };
}

function median(rounds: Figures[]): Figures {
	const of = (key: keyof Figures): number => rounds.map((round) => round[key]).sort((a, b) => a - b)[rounds.length >> 1]!;
	return { cpu: of('cpu'), core: of('core'), p50: of('p50'), p99: of('p99'), memory: of('memory'), lost: of('lost') };
}

function start(file: string, execArgv: string[]): ChildProcess {
	return fork(join(import.meta.dirname, file), { execArgv });
}

async function heard<T>(child: ChildProcess): Promise<T> {
	const gone = once(child, 'exit').then(([code]) => Promise.reject(new Error(`${child.spawnargs.at(-1)} ended (${code})`)));
	const [message] = (await Promise.race([once(child, 'message'), gone])) as [T];
	return message;
}

function asked<T>(child: ChildProcess, question: object | string): Promise<T> {
	child.send(question);
	return heard<T>(child);
}

function pause(ms: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, ms));
}

function number(name: string, otherwise: number): number {
	return Number(process.env[name] ?? otherwise);
}
