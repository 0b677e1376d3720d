import { inRealTime } from './sealed/realTime.ts';
import { openCold, weighStored } from './sealed/open.ts';
import { write } from './sealed/write.ts';
import type { Table } from './table.ts';

const KEYS = Number(process.env.BENCH_KEYS ?? 10_000);
const SECONDS = Number(process.env.BENCH_SECONDS ?? 40);

/** The sealed room's row of the measures: a fixed trace, sealed and plain in the same run. */
export async function bench(): Promise<Table[]> {
	const written = await write(KEYS);
	const { traffic, loose } = written;
	return [traffic, weighStored(written), await openCold(written), await inRealTime(loose.plain, SECONDS)];
}
