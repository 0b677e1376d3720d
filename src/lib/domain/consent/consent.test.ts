import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerTopic } from './answerTopic.ts';
import { shows, showsTo } from './shows.ts';
import type { ConsentAnswer, Topic } from './topic.ts';

/** What Ilse wants to tell about the evenings; both parents have a say. */
const evenings: Topic = { professional: 'ilse', topic: 'avonden alleen', about: ['yara', 'ruben'], answers: [] };

function after(...answers: [string, ConsentAnswer][]): Topic {
	return answers.reduce<Topic>((topic, [by, answer]) => {
		const next = answerTopic(topic, by, answer);
		return next.ok ? next.value : topic;
	}, evenings);
}

describe('consent', () => {
	it('[CS1] it shows when both Yara and Ruben said yes, not with one of them', () => {
		expect(shows(after(['yara', 'yes']))).toBe(false);
		expect(shows(after(['yara', 'yes'], ['ruben', 'no']))).toBe(false);
		expect(shows(after(['yara', 'yes'], ['ruben', 'yes']))).toBe(true);
	});

	it('[CS1] Ruben takes it back: gone at once for all but Ilse', () => {
		const withdrawn = after(['yara', 'yes'], ['ruben', 'yes'], ['ruben', 'withdrawn']);
		expect(showsTo(withdrawn, 'yara')).toBe(false);
		expect(showsTo(withdrawn, 'ilse')).toBe(true);
		expect(shows(after(['yara', 'yes'], ['ruben', 'withdrawn'], ['ruben', 'yes']))).toBe(true);
	});

	it('[CS1] nobody answers for another, and only a yes can be withdrawn', () => {
		expect(answerTopic(evenings, 'riet', 'yes')).toEqual({ ok: false, rule: 'CS1' });
		expect(answerTopic(evenings, 'ilse', 'yes')).toEqual({ ok: false, rule: 'CS1' });
		expect(answerTopic(evenings, 'yara', 'withdrawn')).toEqual({ ok: false, rule: 'CS1' });
	});

	it('[CS1] a topic about nobody was agreed to by nobody', () => {
		expect(shows({ about: [], answers: [] })).toBe(false);
	});

	it('[CS1] whatever is answered in whatever order, it shows only if everybody\'s last word is yes', () => {
		const word = fc.tuple(
			fc.constantFrom('yara', 'ruben', 'riet', 'ilse'),
			fc.constantFrom<ConsentAnswer>('yes', 'no', 'withdrawn')
		);
		fc.assert(
			fc.property(fc.array(word), (words) => {
				const last = (who: string) => words.findLast(([by]) => by === who)?.[1];
				const expected = last('yara') === 'yes' && last('ruben') === 'yes';
				expect(shows(after(...words))).toBe(expected);
			})
		);
	});
});
