import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from '../build.ts';
import { cast, dayOf } from './cast.ts';

/** `npm run demo`: builds when needed, then starts the program with the fictional case in a folder that may go. */
await ensureBuilt();
process.env.DEMO = '1';
process.env.DATA_DIR ??= await mkdtemp(join(tmpdir(), 'rondom-demo-'));
process.env.DEMO_NOW ??= new Date(dayOf(0).getTime() + 14 * 3_600_000).toISOString();
console.log(`De verzonnen casus "Rust in huis" in ${cast.municipality} wordt klaargezet …`);
await import('../main.ts');
