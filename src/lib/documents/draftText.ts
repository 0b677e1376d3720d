import { z } from 'zod';

/** Prose in a document: wider than any plan may be, so that nobody's line vanishes for being long; not endless. */
export const Prose = z.string().max(50_000);
/** An id, a day, or one choice out of a few. */
export const Word = z.string().max(200);
export const Names = z.array(Word).max(200);
