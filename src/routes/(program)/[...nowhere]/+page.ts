import { error } from '@sveltejs/kit';
import type { PageLoad } from './$types';

/** An address that leads nowhere gets the program's own frame and the reader's own language. */
export const load: PageLoad = () => error(404);
