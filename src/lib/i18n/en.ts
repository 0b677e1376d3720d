import { conference } from './en/conference.ts';
import { entering } from './en/entering.ts';
import { general } from './en/general.ts';
import { room } from './en/room.ts';
import { nl, type Words } from './nl.ts';

/** English, beside the Dutch source. Parts that still move are read in Dutch. */
export const en: Words = { ...nl, ...general, ...entering, ...conference, ...room };
