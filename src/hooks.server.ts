import { sequence } from '@sveltejs/kit/hooks';
import { keepApart, keepPrivate, openPersonSession, readPreferences } from '$lib/server/request';

export const handle = sequence(readPreferences, openPersonSession, keepApart, keepPrivate);
