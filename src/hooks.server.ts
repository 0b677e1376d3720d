import { sequence } from '@sveltejs/kit/hooks';
import { chooseLanguage, keepPrivate, openPersonSession } from '$lib/server/request';

export const handle = sequence(chooseLanguage, openPersonSession, keepPrivate);
