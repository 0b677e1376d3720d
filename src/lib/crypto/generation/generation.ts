import type { Hex } from '../conventions/bytes.ts';

/**
 * Which of the room's keys: 16 bytes, the beginning of the id of the record that announced it. A new generation
 * comes when somebody was taken out, so that they cannot read on.
 */
export type GenerationId = Hex<'generation'>;
export const GENERATION_ID_LENGTH = 16;
