import { demoStations } from '$lib/server/demo';
import type { PageServerLoad } from './$types';

/** The first page; in the demo with its doors. While these are being made the browser asks again by itself. */
export const load: PageServerLoad = ({ setHeaders }) => {
	const stations = demoStations();
	if (stations?.length === 0) setHeaders({ refresh: '1' });
	return { stations };
};
