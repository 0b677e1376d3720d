import {
	addFamilyPoint,
	familyList,
	familyText,
	readFamilyPoints,
	type FamilyList,
	type FamilyPoint,
	type FamilyText
} from '#lib/documents/family.ts';
import { proseOf, removeItem } from '#lib/documents/itemList.ts';
import { boundText } from './boundText.ts';
import { observed } from './observed.svelte.ts';
import { SharedPaper } from './SharedPaper.svelte.ts';

/** What the family brings: the question, what goes well, worries, and what happens if there is no plan. */
export class FamilyPaper {
	readonly paper: SharedPaper;
	readonly #texts: Record<FamilyText, () => string>;
	readonly #lists: Record<FamilyList, () => FamilyPoint[]>;

	constructor(conference: string) {
		this.paper = new SharedPaper({ kind: 'family', conference });
		const { doc } = this.paper;
		const text = (name: FamilyText) => observed(familyText(doc, name), () => familyText(doc, name).toString());
		const list = (name: FamilyList) => observed(familyList(doc, name), () => readFamilyPoints(doc, name).items);
		this.#texts = { question: text('question'), ifNoPlan: text('ifNoPlan') };
		this.#lists = { strengths: list('strengths'), worries: list('worries') };
	}

	text(name: FamilyText): string {
		return this.#texts[name]();
	}
	points(name: FamilyList): FamilyPoint[] {
		return this.#lists[name]();
	}
	/** Ties a text box to a loose text. */
	bind(name: FamilyText) {
		return boundText(familyText(this.paper.doc, name));
	}
	/** Ties a text box to one point. */
	bindPoint(list: FamilyList, id: string) {
		const text = proseOf(familyList(this.paper.doc, list), id, 'text');
		return text ? boundText(text) : undefined;
	}
	add(list: FamilyList): string {
		return addFamilyPoint(this.paper.doc, list);
	}
	remove(list: FamilyList, id: string): void {
		removeItem(familyList(this.paper.doc, list), id);
	}
}
