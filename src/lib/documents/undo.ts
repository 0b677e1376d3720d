import * as Y from 'yjs';
import { BY_HAND } from './origin.ts';

/**
 * Takes back what this person did on this page, never what somebody else wrote meanwhile. Typing within half a
 * second is one step. `parts` are the shared types to watch: `allParts(doc)` of a document's file.
 */
export function undoByHand(parts: Y.AbstractType<unknown>[]): Y.UndoManager {
	return new Y.UndoManager(parts, { trackedOrigins: new Set([BY_HAND]), captureTimeout: 500 });
}
