import type { GenerationId } from '#lib/crypto/generation/generation.ts';
import { Listeners } from './Listeners.ts';

/** Under which generations the entries of the room's documents are sealed, as far as they are open here. */
export class InUse {
	private readonly byDocument = new Map<string, ReadonlySet<GenerationId>>();
	private readonly listeners = new Listeners();
	/** All documents of the room; those that are not open here may hold entries of any generation. */
	documents: () => string[] = () => [];

	/** After every reading; null when it is no longer known. */
	report(document: string, generations: ReadonlySet<GenerationId> | null): void {
		const text = (set?: ReadonlySet<GenerationId> | null) => set && [...set].sort().join();
		if (text(this.byDocument.get(document)) === text(generations)) return;
		if (generations === null) this.byDocument.delete(document);
		else this.byDocument.set(document, generations);
		this.listeners.tell();
	}

	onChange(listener: () => void): () => void {
		return this.listeners.add(listener);
	}

	all(): Set<GenerationId> {
		return new Set([...this.byDocument.values()].flatMap((generations) => [...generations]));
	}

	/** Whether every document of the room has been looked at. */
	get isComplete(): boolean {
		const documents = this.documents();
		return documents.length > 0 && documents.every((document) => this.byDocument.has(document));
	}
}
