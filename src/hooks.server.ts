import { sequence } from '@sveltejs/kit/hooks';
import { readPreferences, keepPrivate, openPersonSession } from '$lib/server/request';

export const handle = sequence(readPreferences, openPersonSession, keepPrivate);
