import { createSubscriber } from 'svelte/reactivity';
import type * as Y from 'yjs';
import { choose, inOrder, name, proseOf, putAside, removeItem } from '#lib/documents/itemList.ts';
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
	readRecipients,
	readStrengths,
	setChoice,
	setRecipient,
	type DraftAgreement,
	type PlanChoice,
	type PlanList,
	type PlanText,
	type Which
} from '#lib/documents/planDraft.ts';
import { startFromPlan } from '#lib/documents/startFromPlan.ts';
import { toPlanContent } from '#lib/documents/toPlanContent.ts';
import { undoByHand } from '#lib/documents/undo.ts';
import type { PlanContent, RecipientPart } from '#lib/domain/plan/content.ts';
import { boundText } from './boundText.ts';
import { observed } from './observed.svelte.ts';

export type DraftedAgreement = DraftAgreement;
export type DraftList = PlanList;
/** The lines of one list: in the plan, put aside, and those to show. */
type Lines<T> = { here: T[]; aside: T[]; shown: T[] };

/** The plan while the circle writes it: what a screen shows and does, on top of the shared paper. */
export class PlanDraft {
	/** The line put aside last on this page, while it can still be taken back with one tap. */
	lastAside: { list: PlanList; id: string } | undefined = $state();
	/** The line in which this person is writing. It stays on the screen, also when somebody else puts it aside. */
	#writingIn = $state('');
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
		const list = <T extends { id: string }>(part: PlanList, read: (doc: Y.Doc, which: Which) => { items: T[] }) =>
			observed(planList(doc, part), () => this.#lines(part, read(doc, 'list').items, read(doc, 'aside').items));
		this.#read = {
			strengths: list('strengths', readStrengths),
			goals: list('goals', readGoals),
			agreements: list('agreements', readAgreements),
			planB: list('planB', readPlanB),
			notes: observed(planText(doc, 'notes'), () => planText(doc, 'notes').toString()),
			choice: observed(doc.getMap('chosen'), () => (choice: PlanChoice) => readChoice(doc, choice)),
			recipients: observed(doc.getMap('recipients'), () => readRecipients(doc)),
			content: observed(planParts(doc), () => toPlanContent(doc))
		};
	}

	get strengths() {
		return this.#read.strengths().shown;
	}
	get goals() {
		return this.#read.goals().shown;
	}
	get agreements() {
		return this.#read.agreements().shown;
	}
	get planB() {
		return this.#read.planB().shown;
	}
	get recipients() {
		return this.#read.recipients();
	}
	/** What is written beside the plan; it never leaves the room (PT2). */
	get notes(): string {
		return this.#read.notes();
	}
	/** Lines of all lists that were put aside, with what is written in them. */
	get aside(): { list: PlanList; id: string; text: string }[] {
		const { strengths, goals, agreements, planB } = this.#read;
		const of = (list: PlanList, lines: { id: string; text: string }[]) => lines.map(({ id, text }) => ({ list, id, text }));
		return [
			...of('strengths', strengths().aside),
			...of('goals', goals().aside),
			...of('agreements', agreements().aside.map(({ id, what }) => ({ id, text: what }))),
			...of('planB', planB().aside.map(({ id, trigger, then }) => ({ id, text: `${trigger} ${then}`.trim() })))
		];
	}

	/** The plan as plain data, as it would leave the room now (PT2). */
	get content(): PlanContent {
		return this.#read.content();
	}

	/** Nothing has been written yet, nor put aside. */
	get isEmpty(): boolean {
		const { strengths, goals, agreements, planB, freeText, nightCall } = this.content;
		const lines = [strengths, goals, agreements, planB, this.aside, this.agreements, this.strengths, this.goals];
		return lines.every(({ length }) => length === 0) && freeText + nightCall === '';
	}

	get canUndo(): boolean {
		this.#historyChanged();
		return this.#history.canUndo();
	}
	get canRedo(): boolean {
		this.#historyChanged();
		return this.#history.canRedo();
	}
	undo = (): void => void this.#history.undo();
	redo = (): void => void this.#history.redo();

	addStrength = () => addStrength(this.#doc);
	addGoal = () => addGoal(this.#doc);
	addAgreement = () => addAgreement(this.#doc);
	addPlanB = () => addPlanBLine(this.#doc);
	startFrom = (plan: PlanContent) => startFromPlan(this.#doc, plan);
	/** Writes the agreements' numbers down as they are shown; from presenting on they stay (AG1). */
	number = () => numberAgreements(this.#doc);

	choice(choice: PlanChoice): string {
		return this.#read.choice()(choice);
	}
	setChoice(choice: PlanChoice, value: string): void {
		setChoice(this.#doc, choice, value);
	}
	setRecipient(participant: string, part: RecipientPart | null): void {
		setRecipient(this.#doc, participant, part);
	}

	/** Ties a text box to one field of one line; looked at again when the list changes. */
	prose(list: PlanList, id: string, field: string) {
		this.#read[list]();
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

	/** Where this person is writing: `agreements/<id>`, or nowhere. */
	writeAt(place: string): void {
		this.#writingIn = place;
	}
	/** Whether a line that is still on the screen was put aside, by somebody else. */
	isAside(list: PlanList, id: string): boolean {
		return this.#read[list]().aside.some((line) => line.id === id);
	}

	/** Takes a line out of the plan. Nothing of it is gone: `takeBack`. */
	putAside(list: PlanList, id: string): void {
		this.#history.stopCapturing();
		putAside(planList(this.#doc, list), id, true);
		this.#history.stopCapturing();
		this.lastAside = { list, id };
		this.#writingIn = '';
	}
	takeBack(list: PlanList, id: string): void {
		putAside(planList(this.#doc, list), id, false);
		this.lastAside = undefined;
	}
	/** For good: also what somebody typed in it since. */
	throwAway(list: PlanList, id: string): void {
		removeItem(planList(this.#doc, list), id);
	}

	#lines<T extends { id: string }>(part: PlanList, here: T[], aside: T[]): Lines<T> {
		const held = aside.find(({ id }) => this.#writingIn === `${part}/${id}`);
		if (!held) return { here, aside, shown: here };
		const order = inOrder(planList(this.#doc, part));
		const shown = [...here, held].sort((one, other) => order.indexOf(one.id) - order.indexOf(other.id));
		return { here, aside, shown };
	}
}
