import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from '../build.ts';
import { cast } from './cast.ts';
import { STATIONS } from './stations.ts';

/**
 * `npm run demo`: builds when needed, then starts the program with the fictional case in a folder that may go. The
 * program's own clock stands at the first day of the case, so that nothing made there is ever past; each door moves
 * the clock of the browser that goes through it on to that day (src/lib/server/clock.ts).
 */
await ensureBuilt();
process.env.DEMO = '1';
process.env.DATA_DIR ??= await mkdtemp(join(tmpdir(), 'rondom-demo-'));
process.env.DEMO_NOW ??= STATIONS[0]!.at;
console.log(`De verzonnen casus "Rust in huis" in ${cast.municipality} wordt klaargezet …`);
await import('../main.ts');
