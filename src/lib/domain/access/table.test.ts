import { describe, expect, it } from 'vitest';
import { Phase } from '../conference/phase.ts';
import { type Grant, grants } from './access.ts';
import type { Role } from './role.ts';
import { Thing } from './thing.ts';
import { ACCESS_TABLE, type Column, readableByOperator } from './table.ts';

const COLUMNS: Column[] = [
	'centralPerson', 'circle', 'asked', 'coordinator', 'setter', 'informationGiver', 'referrer', 'regionManager'
];

/**
 * The table of the method a second time, written as its cells are written on paper and read by code of its
 * own. First whether it is open to the operator or sealed, then the eight columns. R read, W write, L relay;
 * then the letters of the phases, `*` for every phase; then how much of it, where it is not all.
 */
const ROWS: Record<Thing, [operator: string, ...EightCells]> = {
	application: ['open', 'W a own; R apivsf; W a representing', 'W a representing', '-', 'R apivsf', '-', '-', 'W a own', 'R a'],
	coordination: [
		'open', 'R pivsf; W pivsf asking; W pivsf own; W pivsf representing', 'W pivsf representing', '-',
		'R pivsf; W pivsf asking', '-', '-', '-', 'W pivsf offering'
	],
	circleList: [
		'open', 'W pivsf; R * own; R * representing', 'R pivsf names; R * own; R * representing',
		'R * own; R * beside; R a representing', 'W pivs; R f; R * own',
		'R * own; R sf beside', 'R * own; R sf beside', 'R * own', 'R apivsf coordination'
	],
	networkMap: ['open', 'W pi', 'R * own', '-', 'W pivs', '-', '-', '-', '-'],
	contactData: [
		'open', 'W * own; R * ticked', 'W * own; R * ticked', 'W * own', 'W pivs; R f; W * own', 'W * own', 'W * own',
		'W * own', '-'
	],
	needs: [
		'open', 'W * own; W * onBehalf', 'W * own; W * onBehalf', 'W * ownDates', 'W pivs', 'W * ownDates',
		'W * ownDates', '-', '-'
	],
	briefing: ['open', 'R * own', 'R * own', 'R * own', 'W pivs', 'R * own', 'R * own', '-', '-'],
	safety: ['open', 'R * named', 'R * named', '-', 'W pivs', '-', '-', '-', '-'],
	agenda: ['open', 'W pi; R vsf', 'R pivsf', 'R p', 'W pi; R s', 'R pivs', 'R pivs', '-', '-'],
	question: [
		'open', 'W pi; R vsf', 'R pivsf', 'R * question', 'W pi; R s', 'R ivs question', 'R ivs question', '-', '-'
	],
	contribution: [
		'open', 'R pivsf consented', 'R ivsf consented', '-', 'R p state; R ivs consented', 'W pi own', 'W pi own',
		'-', '-'
	],
	consent: [
		'open', 'R * aboutSelf; W * own; W * representing', 'R * aboutSelf; W * own; W * representing', '-', 'R pivs state', 'R * ownTopics',
		'R * ownTopics', '-', '-'
	],
	messageOfAbsent: [
		'open', 'R * chosen; W * own; W * onBehalf', 'R * chosen; W * own; W * onBehalf', 'W * own', 'R is chosen',
		'R is chosen', 'R is chosen', '-', '-'
	],
	requirement: [
		'open', 'R pivsf final', 'R pivsf final', '-', 'R pivsf', 'W pi own; W vsf addOrReplace', 'R sf answered',
		'-', '-'
	],
	privateRoom: ['sealed', 'L pivsfc', 'L pivsfc if let in', '-', '-', '-', '-', '-', '-'],
	door: [
		'open', 'R * state; R * inside; W pivsf knocking; W pivsf own if let in; W pivsf minding if let in; W pivsf puttingOut',
		'R * state; R * inside; W pivsf knocking; W pivsf own if let in; W pivsf minding if let in', '-', 'R * state', 'R * state',
		'R * state', '-', '-'
	],
	questionOut: ['open', 'W v', 'W v', '-', 'W v asked', 'W v asked', 'W v asked', '-', '-'],
	presentedPlan: [
		'open', 'R vsfc; W sfc sharing', 'R vsfc; W sfc sharing', 'R * own', 'R sf; W f delivering', 'R sf concerns; R sf whenShared',
		'R sf concerns', 'R * outcome', 'R * counts'
	],
	look: ['open', 'R vsfc', 'R vsfc', '-', 'R sf', 'W sf own', '-', '-', '-'],
	agreementYes: [
		'open', 'R *; W * own; W * onBehalf', 'R *; W * own; W * onBehalf', 'W * ownYes', 'R sf yeses',
		'W * own; R * statusWhenShared', 'W * own', '-', '-'
	],
	circleBook: ['sealed', 'L pivsfc', 'L pivsfc if let in', '-', '-', '-', '-', '-', '-'],
	thread: ['open', 'W f', 'W f', '-', '-', 'W f invited', 'W f invited', '-', '-'],
	reviewMeeting: ['open', 'W f', 'R f', '-', 'R f own if back', 'R * own', 'R * own', '-', '-'],
	evaluation: [
		'open', 'W * own', 'W * own', '-', 'R * ownWork', 'W * own', 'W * own', '-', 'R * counts'
	],
	accessLog: ['open', 'R *', 'R * aboutSelf; R * staff', '-', '-', '-', '-', '-', '-'],
	archive: ['open', 'R fc', 'R fc', 'R * own', '-', 'R * own', 'R * own', 'R * own', 'R * counts']
};

type EightCells = [string, string, string, string, string, string, string, string];

/** Beside the table, in the same writing; a thing that is not named is none. */
const BESIDE: Partial<Record<Role, Partial<Record<Thing, string>>>> = {
	interpreter: {
		circleList: 'R * own; R s beside', contactData: 'W * own', briefing: 'R * own',
		agenda: 'R ivs', question: 'R ivs question', privateRoom: 'L pivsfc if let in', presentedPlan: 'R s',
		circleBook: 'L pivsfc if let in', door: 'W pivsf knocking if opened; W pivsf own if let in'
	},
	outsideSupportPerson: {
		circleList: 'R * own; R s beside', contactData: 'W * own', briefing: 'R * own',
		agenda: 'R ivs', question: 'R ivs question', privateRoom: 'L pivsfc if let in', presentedPlan: 'R s',
		circleBook: 'L pivsfc if let in', door: 'W pivsf knocking if opened; W pivsf own if let in'
	},
	candidate: { application: 'R pivsf wishes', circleList: 'R pivsf names' },
	askedFor: { application: 'R a wishes', circleList: 'R a names' },
	guest: { circleList: 'R * own; R * beside', contactData: 'W * own', presentedPlan: 'R * thatAgreement' },
	contactPerson: {
		circleList: 'W f', contactData: 'W f adding', presentedPlan: 'W f delivering', reviewMeeting: 'W f'
	}
};

/** What a cell on paper gives in one phase: to somebody favoured (let in, invited back …), or to somebody who is not. */
function readCell(cell: string, phase: Phase, favoured: boolean): string[] {
	if (cell === '-') return [];
	return cell.split('; ').flatMap((right) => {
		const [plain = '', condition] = right.split(' if ');
		const [letter = '', marks = '', portion = 'all'] = plain.split(' ');
		const mark = phase === 'privateTime' ? 'v' : phase === 'presentation' ? 's' : phase[0]!;
		if (condition && !favoured) return [];
		if (marks !== '*' && !marks.includes(mark)) return [];
		const level = { R: 'read', W: phase === 'closed' ? 'read' : 'write', L: 'relay' }[letter];
		return [`${level} ${portion}`];
	});
}

function inWords(found: Grant[]): string[] {
	return found.map((grant) => `${grant.level} ${grant.portion}`).sort();
}

function standing(role: Role, favoured: boolean) {
	const invitedBack = favoured && role === 'coordinator';
	return { roles: new Set([role]), barred: false, letIn: favoured, doorOpened: favoured, invitedBack };
}

const cells = Thing.options.flatMap((thing) => [
	...COLUMNS.map((role, column) => ({ role: role as Role, thing, cell: ROWS[thing][column + 1]! })),
	{ role: 'child' as Role, thing, cell: ROWS[thing][2]! },
	...(Object.keys(BESIDE) as Role[]).map((role) => ({ role, thing, cell: BESIDE[role]?.[thing] ?? '-' }))
]);

describe('the access table', () => {
	it.each(cells)('[AC3] $thing, $role: $cell', ({ role, thing, cell }) => {
		for (const phase of Phase.options) {
			for (const favoured of [true, false]) {
				const expected = [...new Set(readCell(cell, phase, favoured))].sort();
				const note = `${phase}, ${favoured ? 'favoured' : 'not favoured'}`;
				expect(inWords(grants(standing(role, favoured), phase, thing)), note).toEqual(expected);
			}
		}
	});

	it.each(Thing.options)('[AC7] %s says whether the operator could read it', (thing) => {
		expect(readableByOperator(thing)).toBe(ROWS[thing][0] === 'open');
	});

	it('[AC7] a sealed thing grants relay and nothing else, a readable thing never relay', () => {
		for (const thing of Thing.options) {
			const levels = Object.values(ACCESS_TABLE[thing]).flat().map((right) => right.level);
			expect(levels.every((level) => (level === 'relay') === !readableByOperator(thing)), thing).toBe(true);
		}
	});
});
