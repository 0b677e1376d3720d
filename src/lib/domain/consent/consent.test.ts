import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerTopic } from './answerTopic.ts';
import { shows, showsTo } from './shows.ts';
import type { ConsentAnswer, Subject, Topic } from './topic.ts';

const yara: Subject = { id: 'yara', age: 34, hasLogin: true, representative: '' };
const ruben: Subject = { id: 'ruben', age: 37, hasLogin: true, representative: '' };
const joop: Subject = { id: 'joop', age: null, hasLogin: false, representative: 'hulya' };
const fenna: Subject = { id: 'fenna', age: 6, hasLogin: false, representative: 'yara' };
const sem: Subject = { id: 'sem', age: 13, hasLogin: true, representative: 'yara' };

/** What Ilse wants to tell about the evenings; both parents have a say. */
const evenings: Topic = { professional: 'ilse', topic: 'avonden alleen', about: [yara, ruben], answers: [] };
const about = (...subjects: Subject[]): Topic => ({ ...evenings, about: subjects });

type Word = [by: string, answer: ConsentAnswer, participant?: string];

function say(topic: Topic, [by, answer, participant = by]: Word, barred = false) {
	return answerTopic(topic, { participant, by: { id: by, barred }, answer });
}

function after(topic: Topic, ...words: Word[]): Topic {
	return words.reduce((before, word) => {
		const next = say(before, word);
		return next.ok ? next.value : before;
	}, topic);
}

describe('consent', () => {
	it('[CS1] it shows when both Yara and Ruben said yes, not with one of them', () => {
		expect(shows(after(evenings, ['yara', 'yes']))).toBe(false);
		expect(shows(after(evenings, ['yara', 'yes'], ['ruben', 'no']))).toBe(false);
		expect(shows(after(evenings, ['yara', 'yes'], ['ruben', 'yes']))).toBe(true);
	});

	it('[CS1] Ruben takes it back: gone at once for all but Ilse', () => {
		const withdrawn = after(evenings, ['yara', 'yes'], ['ruben', 'yes'], ['ruben', 'withdrawn']);
		expect(showsTo(withdrawn, 'yara')).toBe(false);
		expect(showsTo(withdrawn, 'ilse')).toBe(true);
		expect(shows(after(evenings, ['yara', 'yes'], ['ruben', 'withdrawn'], ['ruben', 'yes']))).toBe(true);
	});

	it('[CS1] nobody answers for somebody grown with a login, and only a yes can be withdrawn', () => {
		for (const by of ['riet', 'ilse', 'ruben', '']) {
			expect(say(evenings, [by, 'yes', 'yara']), by).toEqual({ ok: false, rule: 'CS1' });
		}
		const named = about({ ...yara, representative: 'hulya' });
		expect(say(named, ['hulya', 'yes', 'yara'])).toEqual({ ok: false, rule: 'CS1' });
		expect(say(evenings, ['yara', 'withdrawn'])).toEqual({ ok: false, rule: 'CS1' });
	});

	it('[CS1] a topic about nobody was agreed to by nobody', () => {
		expect(shows({ about: [], answers: [] })).toBe(false);
	});
});

describe('consent of somebody without a login, and of a child', () => {
	it('[CS1][IN2] for Joop, who has no login, Hülya answers, and it is marked', () => {
		const said = say(about(joop), ['hulya', 'yes', 'joop']);
		expect(said).toMatchObject({
			ok: true, value: { answers: [{ participant: 'joop', answer: 'yes', onBehalfBy: 'hulya' }] }
		});
		expect(said.ok && shows(said.value)).toBe(true);
		expect(say(about(joop), ['bas', 'yes', 'joop'])).toEqual({ ok: false, rule: 'CS1' });
		expect(say(about({ ...joop, representative: '' }), ['', 'yes', 'joop'])).toEqual({ ok: false, rule: 'CS1' });
	});

	it('[CS1] whoever answers takes it back, and gone it is', () => {
		expect(shows(after(about(joop), ['hulya', 'yes', 'joop'], ['hulya', 'withdrawn', 'joop']))).toBe(false);
	});

	it('[CS1] once Joop has a login only he answers: what was said for him stands until he says otherwise', () => {
		const before = after(about(joop), ['hulya', 'yes', 'joop']);
		const now = { ...before, about: [{ ...joop, hasLogin: true }] };
		expect(shows(now)).toBe(true);
		expect(say(now, ['hulya', 'withdrawn', 'joop'])).toEqual({ ok: false, rule: 'CS1' });
		expect(shows(after(now, ['joop', 'no']))).toBe(false);
	});

	it('[CS1] for Fenna, who is six, Yara answers; Fenna\'s own no counts, her own yes is not enough', () => {
		expect(shows(after(about(fenna), ['fenna', 'yes']))).toBe(false);
		expect(shows(after(about(fenna), ['yara', 'yes', 'fenna']))).toBe(true);
		expect(shows(after(about(fenna), ['yara', 'yes', 'fenna'], ['fenna', 'no']))).toBe(false);
	});

	it('[CS1] of Sem, who is thirteen, both he and Yara say yes', () => {
		expect(shows(after(about(sem), ['yara', 'yes', 'sem']))).toBe(false);
		expect(shows(after(about(sem), ['sem', 'yes']))).toBe(false);
		expect(shows(after(about(sem), ['sem', 'yes'], ['yara', 'yes', 'sem']))).toBe(true);
	});

	it('[CS1] never by a setter, giver of information or coordinator, even when they are named', () => {
		expect(say(about(joop), ['hulya', 'yes', 'joop'], true)).toEqual({ ok: false, rule: 'CS1' });
	});
});

describe('what must never happen', () => {
	const everybody = [yara, ruben, joop, fenna, sem];
	const word: fc.Arbitrary<Word> = fc.tuple(
		fc.constantFrom('yara', 'ruben', 'joop', 'fenna', 'sem', 'hulya', 'riet', 'ilse'),
		fc.constantFrom<ConsentAnswer>('yes', 'no', 'withdrawn'),
		fc.constantFrom('yara', 'ruben', 'joop', 'fenna', 'sem')
	);

	it('[CS1] whatever is answered in whatever order, it shows only if every needed last word is yes', () => {
		fc.assert(
			fc.property(fc.array(word, { maxLength: 40 }), (words) => {
				const last = (by: string, participant: string) =>
					words.findLast(([one, , other]) => one === by && other === participant)?.[1];
				const needed = [['yara', 'yara'], ['ruben', 'ruben'], ['yara', 'fenna'], ['yara', 'sem'], ['sem', 'sem']] as const;
				const isSaid = needed.every(([by, participant]) => last(by, participant) === 'yes');
				// A word is taken only where it may be said: of the others nothing is ever needed, nor heard.
				if (shows(after(about(...everybody), ...words))) expect(isSaid).toBe(true);
			})
		);
	});

	it('[CS1] no word by anybody else ever changes anything', () => {
		const stranger = fc.constantFrom('riet', 'ilse', '');
		fc.assert(
			fc.property(word, stranger, ([, answer, participant], by) => {
				expect(say(about(...everybody), [by, answer, participant]).ok).toBe(false);
			})
		);
	});
});
