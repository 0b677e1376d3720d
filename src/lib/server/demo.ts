import { z } from 'zod';
import { serverSettings } from './settings.ts';

const Station = z.object({
	name: z.enum(['application', 'preparation', 'privateTime', 'presentation', 'followThrough', 'review']),
	/** Where its clock stands, ISO 8601. */
	at: z.string(),
	doors: z.array(
		z.object({
			id: z.string(),
			name: z.string(),
			role: z.string(),
			group: z.enum(['family', 'coordinator', 'professional', 'beside', 'region']),
			url: z.string()
		})
	)
});
export type DemoStation = z.infer<typeof Station>;

/**
 * The stations of the demo with their doors, as server/demo/tellWelcomePage.ts left them in this process. Empty
 * while they are being made; undefined when this is no demo.
 */
export function demoStations(): DemoStation[] | undefined {
	if (serverSettings().DEMO !== '1') return undefined;
	const left = (globalThis as Record<symbol, unknown>)[Symbol.for('rondom.demo')];
	return z.array(Station).safeParse(left).data ?? [];
}
