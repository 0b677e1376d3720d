import { createSubscriber } from 'svelte/reactivity';
import type * as Y from 'yjs';
import { choose, name, proseOf, removeItem } from '#lib/documents/itemList.ts';
import {
	addAgreement,
	addGoal,
	addPlanBLine,
	addStrength,
	numberAgreements,
	planList,
	planParts,
	planText,
	readAgreements,
	readChoice,
	readGoals,
	readPlanB,
	readStrengths,
	setChoice,
	setRecipient,
	readRecipients,
	type PlanChoice,
	type PlanList,
	type PlanText
} from '#lib/documents/planDraft.ts';
import { undoByHand } from '#lib/documents/undo.ts';
import { toPlanContent } from '#lib/documents/toPlanContent.ts';
import type { RecipientPart } from '#lib/domain/plan/content.ts';
import { boundText } from './boundText.ts';
import { observed } from './observed.svelte.ts';

/** The plan while the circle writes it: what a screen shows and does, on top of the shared paper. */
export class PlanDraft {
	readonly #doc: Y.Doc;
	readonly #read;
	readonly #history: Y.UndoManager;
	readonly #historyChanged: () => void;

	constructor(doc: Y.Doc) {
		this.#doc = doc;
		this.#history = undoByHand(planParts(doc));
		this.#historyChanged = createSubscriber((changed) => {
			const events = ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const;
			for (const event of events) this.#history.on(event, changed);
			return () => events.forEach((event) => this.#history.off(event, changed));
		});
		const list = <T>(part: PlanList, read: () => T) => observed(planList(doc, part), read);
		this.#read = {
			strengths: list('strengths', () => readStrengths(doc).items),
			goals: list('goals', () => readGoals(doc).items),
			agreements: list('agreements', () => readAgreements(doc).items),
			planB: list('planB', () => readPlanB(doc).items),
			choice: observed(doc.getMap('chosen'), () => (choice: PlanChoice) => readChoice(doc, choice)),
			recipients: observed(doc.getMap('recipients'), () => readRecipients(doc))
		};
	}

	get strengths() {
		return this.#read.strengths();
	}
	get goals() {
		return this.#read.goals();
	}
	get agreements() {
		return this.#read.agreements();
	}
	get planB() {
		return this.#read.planB();
	}
	get recipients() {
		return this.#read.recipients();
	}

	get canUndo(): boolean {
		this.#historyChanged();
		return this.#history.canUndo();
	}
	get canRedo(): boolean {
		this.#historyChanged();
		return this.#history.canRedo();
	}
	undo = () => void this.#history.undo();
	redo = () => void this.#history.redo();

	addStrength = () => addStrength(this.#doc);
	addGoal = () => addGoal(this.#doc);
	addAgreement = () => addAgreement(this.#doc);
	addPlanB = () => addPlanBLine(this.#doc);

	choice(choice: PlanChoice): string {
		return this.#read.choice()(choice);
	}
	setChoice(choice: PlanChoice, value: string): void {
		setChoice(this.#doc, choice, value);
	}
	setRecipient(participant: string, part: RecipientPart | null): void {
		setRecipient(this.#doc, participant, part);
	}

	/** Ties a text box to one field of one line. */
	prose(list: PlanList, id: string, field: string) {
		const text = proseOf(planList(this.#doc, list), id, field);
		return text ? boundText(text) : undefined;
	}
	/** Ties a text box to one of the loose texts. */
	text(text: PlanText) {
		return boundText(planText(this.#doc, text));
	}
	choose(list: PlanList, id: string, field: string, value: string): void {
		choose(planList(this.#doc, list), id, field, value);
	}
	/** Names somebody or something in a line (a helper, a requirement), or takes the name out. */
	name(list: PlanList, id: string, field: string, named: string, isNamed: boolean): void {
		name(planList(this.#doc, list), id, field, named, isNamed);
	}
	remove(list: PlanList, id: string): void {
		removeItem(planList(this.#doc, list), id);
	}

	/** The plan as plain data, for presenting (PT2). Numbers are written down first and stay. */
	content() {
		numberAgreements(this.#doc);
		return toPlanContent(this.#doc);
	}
}
