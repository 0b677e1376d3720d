import { proseOf, removeItem } from '#lib/documents/itemList.ts';
import {
	addAgendaPoint,
	addHouseRule,
	openList,
	openText,
	readAgenda,
	readHouseRules,
	readPractical,
	setPractical,
	type AgendaPoint,
	type HouseRule,
	type OpenList,
	type OpenText,
	type PracticalChoice
} from '#lib/documents/open.ts';
import { boundText } from './boundText.ts';
import { observed } from './observed.svelte.ts';
import { SharedPaper } from './SharedPaper.svelte.ts';

/** The day: agenda, place, practical things and house rules, for everybody who comes. */
export class OpenPaper {
	readonly paper: SharedPaper;
	readonly #texts: Record<OpenText, () => string>;
	readonly #practical: () => Record<PracticalChoice, string>;
	readonly #agenda: () => AgendaPoint[];
	readonly #houseRules: () => HouseRule[];

	constructor(conference: string) {
		this.paper = new SharedPaper({ kind: 'open', conference });
		const { doc } = this.paper;
		const text = (name: OpenText) => observed(openText(doc, name), () => openText(doc, name).toString());
		this.#texts = { place: text('place'), travel: text('travel'), food: text('food'), other: text('other') };
		this.#practical = observed(doc.getMap('practical'), () => ({
			day: readPractical(doc, 'day'),
			from: readPractical(doc, 'from')
		}));
		this.#agenda = observed(openList(doc, 'agenda'), () => readAgenda(doc).items);
		this.#houseRules = observed(openList(doc, 'houseRules'), () => readHouseRules(doc).items);
	}

	get agenda(): AgendaPoint[] {
		return this.#agenda();
	}
	get houseRules(): HouseRule[] {
		return this.#houseRules();
	}
	text(name: OpenText): string {
		return this.#texts[name]();
	}
	practical(choice: PracticalChoice): string {
		return this.#practical()[choice];
	}
	setPractical(choice: PracticalChoice, value: string): void {
		setPractical(this.paper.doc, choice, value);
	}
	/** Ties a text box to a loose text. */
	bind(name: OpenText) {
		return boundText(openText(this.paper.doc, name));
	}
	/** Ties a text box to one field of a line. */
	bindLine(list: OpenList, id: string, field: string) {
		const text = proseOf(openList(this.paper.doc, list), id, field);
		return text ? boundText(text) : undefined;
	}
	add(list: OpenList): string {
		return list === 'agenda' ? addAgendaPoint(this.paper.doc) : addHouseRule(this.paper.doc);
	}
	remove(list: OpenList, id: string): void {
		removeItem(openList(this.paper.doc, list), id);
	}
}
