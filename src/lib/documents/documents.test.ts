import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import * as Y from 'yjs';
import { copyForPresenting } from '#lib/domain/plan/copyForPresenting.ts';
import { addBoardPost, keepNotes, readBoard, readKeptNotes } from './circleBook.ts';
import { editText } from './editText.ts';
import { addFamilyPoint, familyText, readFamilyPoints } from './family.ts';
import { choose, moveItem, name, proseOf, putAside, removeItem } from './itemList.ts';
import { addAgendaPoint, addHouseRule, readAgenda, readHouseRules, readPractical, setPractical } from './open.ts';
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
	readPlanB,
	readStrengths,
	setChoice,
	setRecipient
} from './planDraft.ts';
import { startFromPlan } from './startFromPlan.ts';
import { toPlanContent } from './toPlanContent.ts';
import { undoByHand } from './undo.ts';

/** Both know what the other knows. */
function meet(a: Y.Doc, b: Y.Doc): void {
	Y.applyUpdate(a, Y.encodeStateAsUpdate(b));
	Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
}

function draftOfTwo(): { yara: Y.Doc; bas: Y.Doc; id: string } {
	const [yara, bas] = [new Y.Doc(), new Y.Doc()];
	const id = addAgreement(yara, { what: 'Bas brengt de kinderen' });
	meet(yara, bas);
	return { yara, bas, id };
}

describe('the shared paper', () => {
	it('[PT5] two people typing in one sentence both keep their words', () => {
		const { yara, bas, id } = draftOfTwo();
		const text = (doc: Y.Doc) => proseOf(planList(doc, 'agreements'), id, 'what')!;
		editText(text(yara), 'Bas brengt Milan en Fenna, de kinderen');
		editText(text(bas), 'Bas brengt de kinderen op maandag');
		meet(yara, bas);
		expect(text(yara).toString()).toBe('Bas brengt Milan en Fenna, de kinderen op maandag');
		expect(text(bas).toString()).toBe(text(yara).toString());
	});

	it('[PT5] moving a line while somebody types in it loses nothing', () => {
		const { yara, bas, id } = draftOfTwo();
		const second = addAgreement(yara, { what: 'Riet slaapt hier' });
		meet(yara, bas);
		moveItem(planList(yara, 'agreements'), second, id);
		editText(proseOf(planList(bas, 'agreements'), second, 'what')!, 'Riet slaapt hier op woensdag');
		meet(yara, bas);
		expect(readAgreements(bas).items.map(({ what }) => what)).toEqual(['Riet slaapt hier op woensdag', 'Bas brengt de kinderen']);
	});

	it('a line can be moved between the same two a hundred times', () => {
		const doc = new Y.Doc();
		const [a, b, c] = ['a', 'b', 'c'].map((text) => addStrength(doc, text)) as [string, string, string];
		const list = planList(doc, 'strengths');
		const order = () => readStrengths(doc).items.map(({ text }) => text).join('');
		for (let i = 0; i < 100; i++) {
			moveItem(list, c, b);
			expect(order()).toBe('acb');
			moveItem(list, b, c);
			expect(order()).toBe('abc');
		}
		moveItem(list, a, null);
		expect(order()).toBe('bca');
		removeItem(list, b);
		expect(order()).toBe('ca');
	});

	it('[AG1] two agreements written at the same moment get numbers of their own, and keep them', () => {
		const { yara, bas } = draftOfTwo();
		addAgreement(yara, { what: 'Riet slaapt hier' });
		addAgreement(bas, { what: 'Joop loopt mee' });
		meet(yara, bas);
		const numbers = (doc: Y.Doc) => Object.fromEntries(readAgreements(doc).items.map(({ what, number }) => [what, number]));
		expect(Object.values(numbers(yara)).sort()).toEqual([1, 2, 3]);
		expect(numbers(bas)).toEqual(numbers(yara));
		const shown = numbers(yara);
		numberAgreements(yara);
		meet(yara, bas);
		removeItem(planList(bas, 'agreements'), readAgreements(bas).items.find(({ number }) => number === 2)!.id);
		const third = Object.keys(shown).find((what) => shown[what] === 3)!;
		expect(numbers(bas)[third]).toBe(3);
	});

	it('[AG1] however many write at the same moment, the numbers have no gaps', () => {
		const device = fc.nat({ max: 3 });
		const step = fc.oneof(fc.record({ writes: device }), fc.record({ hears: device, from: device }));
		fc.assert(
			fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
				const devices = Array.from({ length: 4 }, () => new Y.Doc());
				for (const done of steps) {
					if ('writes' in done) addAgreement(devices[done.writes]!);
					else meet(devices[done.hears]!, devices[done.from]!);
				}
				for (const one of devices) meet(devices[0]!, one);
				const numbers = readAgreements(devices[0]!).items.map(({ number }) => number).sort((a, b) => a - b);
				expect(numbers).toEqual(numbers.map((_, index) => index + 1));
			})
		);
	});

	it('[SR29] a value that makes no sense is skipped and counted, and the rest is read', () => {
		const doc = new Y.Doc();
		addAgreement(doc, { what: 'Gino haalt Milan op' });
		const bad = addAgreement(doc, { what: 'x' });
		planList(doc, 'agreements').get(bad)!.set('carrier', 'jeugdzorg');
		(planList(doc, 'agreements') as Y.Map<unknown>).set('no item', 7);
		planList(doc, 'agreements').set('no fields', new Y.Map());
		setChoice(doc, 'reviewDate', 'ergens in april');
		expect(readAgreements(doc)).toMatchObject({ items: [{ what: 'Gino haalt Milan op' }], unreadable: 3 });
		expect(readChoice(doc, 'reviewDate')).toBe('');
		expect(toPlanContent(doc).agreements).toHaveLength(1);
	});

	it('undo takes back what this person typed, and leaves what Bas wrote meanwhile', () => {
		const { yara, bas } = draftOfTwo();
		const undo = undoByHand(planParts(yara));
		addStrength(yara, 'Yara vroeg zelf om hulp.');
		addStrength(bas, 'Veel familie woont dichtbij.');
		meet(yara, bas);
		undo.undo();
		expect(readStrengths(yara).items.map(({ text }) => text)).toEqual(['Veel familie woont dichtbij.']);
	});

	it('[PT5] a line put aside keeps what Bas typed in it without network, and is taken back with it', () => {
		const { yara, bas, id } = draftOfTwo();
		const undo = undoByHand(planParts(yara));
		putAside(planList(yara, 'agreements'), id, true);
		editText(proseOf(planList(bas, 'agreements'), id, 'what')!, 'Bas brengt de kinderen op maandag');
		meet(yara, bas);
		for (const doc of [yara, bas]) {
			expect(readAgreements(doc).items).toEqual([]);
			expect(readAgreements(doc, 'aside').items[0]!.what).toBe('Bas brengt de kinderen op maandag');
			expect(toPlanContent(doc).agreements).toEqual([]);
		}
		undo.undo();
		meet(yara, bas);
		expect(readAgreements(bas).items[0]!.what).toBe('Bas brengt de kinderen op maandag');
		expect(readAgreements(bas, 'aside').items).toEqual([]);
	});

	it('[AG1] a number whose agreement was put aside may be given again, and coming back finds one of its own', () => {
		const { yara, id } = draftOfTwo();
		putAside(planList(yara, 'agreements'), id, true);
		addAgreement(yara, { what: 'Riet slaapt hier' });
		putAside(planList(yara, 'agreements'), id, false);
		expect(readAgreements(yara).items.map(({ number }) => number).sort()).toEqual([1, 2]);
	});

	it('[PH8] the next gathering goes on from the plan there is; two who begin at once make one plan', () => {
		const { yara, id } = draftOfTwo();
		addAgreement(yara, { what: 'Riet slaapt hier', responsible: 'riet', helpers: ['joop'], requirements: ['b1'] });
		removeItem(planList(yara, 'agreements'), id);
		addStrength(yara, 'Yara vroeg zelf om hulp.');
		addGoal(yara, 'Rust in huis.', 'stability');
		addPlanBLine(yara, { trigger: 'Riet kan niet.', then: 'Bel Marleen.', agreements: [readAgreements(yara).items[0]!.id] });
		editText(planText(yara, 'freeText'), 'We helpen elkaar.');
		setChoice(yara, 'contactPerson', 'marleen');
		setRecipient(yara, 'ilse', 'whole');
		const plan = toPlanContent(yara);
		const next = new Y.Doc();
		startFromPlan(next, plan);
		expect(toPlanContent(next)).toEqual({ ...plan, reviewDate: '' });
		expect(readAgreements(next).items[0]).toMatchObject({ number: 2, what: 'Riet slaapt hier' });
		const [one, other] = [new Y.Doc(), new Y.Doc()];
		startFromPlan(one, plan);
		startFromPlan(other, plan);
		meet(one, other);
		expect(toPlanContent(one)).toEqual({ ...plan, reviewDate: '' });
		expect(toPlanContent(one)).toEqual(toPlanContent(other));
	});

	it('[PH8] what either typed after beginning from it stays, and who took it back may begin from it again', () => {
		const { yara } = draftOfTwo();
		editText(planText(yara, 'freeText'), 'We helpen elkaar.');
		const plan = toPlanContent(yara);
		const [one, other] = [new Y.Doc(), new Y.Doc()];
		const undo = undoByHand(planParts(one));
		for (const paper of [one, other]) startFromPlan(paper, plan);
		const line = (paper: Y.Doc) => proseOf(planList(paper, 'agreements'), readAgreements(paper).items[0]!.id, 'what')!;
		editText(line(one), 'Elke maandag: Bas brengt de kinderen');
		editText(line(other), 'Bas brengt de kinderen naar school');
		meet(one, other);
		for (const paper of [one, other]) expect(line(paper).toString()).toBe('Elke maandag: Bas brengt de kinderen naar school');
		while (undo.canUndo()) undo.undo();
		expect(readAgreements(one).items).toEqual([]);
		startFromPlan(one, plan);
		expect(toPlanContent(one)).toEqual({ ...plan, reviewDate: '' });
	});

	it('[PT2] what is presented is plain data: plan-B points at numbers, and the notes stay behind', () => {
		const { yara, id } = draftOfTwo();
		const list = planList(yara, 'agreements');
		choose(list, id, 'responsible', 'bas');
		choose(list, id, 'carrier', 'family');
		name(list, id, 'helpers', 'joop', true);
		name(list, id, 'helpers', 'bas', true);
		name(list, id, 'helpers', 'gino', true);
		name(list, id, 'helpers', 'gino', false);
		name(list, id, 'requirements', 'b2', true);
		addGoal(yara, 'Elke dag op tijd op school.');
		addPlanBLine(yara, { trigger: 'Bas kan niet.', then: 'Bel Marleen.', agreements: [id, 'gone'] });
		addPlanBLine(yara);
		editText(planText(yara, 'notes'), 'Ruben mag dit niet weten');
		editText(planText(yara, 'freeText'), 'We helpen elkaar.');
		setChoice(yara, 'contactPerson', 'marleen');
		setChoice(yara, 'reviewDate', '2027-04-17');
		setRecipient(yara, 'ilse', 'whole');
		const content = toPlanContent(yara);
		expect(content).toMatchObject({
			agreements: [{ number: 1, responsible: 'bas', helpers: ['joop'], requirements: ['b2'], carrier: 'family', by: '' }],
			planB: [{ trigger: 'Bas kan niet.', then: 'Bel Marleen.', agreements: [1] }],
			contactPerson: 'marleen',
			reviewDate: '2027-04-17',
			recipients: [{ participant: 'ilse', part: 'whole' }],
			freeText: 'We helpen elkaar.'
		});
		expect(readPlanB(yara).items).toHaveLength(2);
		expect(JSON.stringify(content)).not.toContain('Ruben');
		expect(copyForPresenting(content)).toEqual({ ok: true, value: content });
		expect(structuredClone(content)).toEqual(content);
	});

	it('[AC6] the question stands where the server looks for it; agenda, house rules and points read back', () => {
		const doc = new Y.Doc();
		editText(familyText(doc, 'question'), 'Wat is er nodig?');
		addFamilyPoint(doc, 'strengths', 'Fenna kan al lezen.');
		expect(doc.getText('question').toString()).toBe('Wat is er nodig?');
		expect(readFamilyPoints(doc, 'strengths').items[0]!.text).toBe('Fenna kan al lezen.');
		expect(readFamilyPoints(doc, 'worries')).toEqual({ items: [], unreadable: 0 });
		const open = new Y.Doc();
		addAgendaPoint(open, { time: '13.00', what: 'Inloop met soep en brood', who: 'iedereen' });
		addHouseRule(open, 'We laten elkaar uitpraten.');
		setPractical(open, 'day', '2027-01-16');
		setPractical(open, 'from', '13:00');
		expect(readAgenda(open).items[0]).toMatchObject({ time: '13.00', who: 'iedereen' });
		expect(readHouseRules(open).items[0]!.text).toBe('We laten elkaar uitpraten.');
		expect([readPractical(open, 'day'), readPractical(open, 'from')]).toEqual(['2027-01-16', '13:00']);
	});

	it('[RT1] the kringboek keeps posts, and the notes of a gathering when the circle says so', () => {
		const book = new Y.Doc();
		addBoardPost(book, { text: 'Wie kan zondag?', by: 'hulya', written: '2027-02-01T10:00:00.000Z' });
		expect(readBoard(book).items[0]).toMatchObject({ text: 'Wie kan zondag?', by: 'hulya' });
		expect(readKeptNotes(book, 'g1')).toBeNull();
		keepNotes(book, 'g1', 'Soep was lekker.');
		expect(readKeptNotes(book, 'g1')).toBe('Soep was lekker.');
	});
});
