import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Role } from '../access/role.ts';
import type { ActorRole } from './actor.ts';
import { Conference } from './conference.ts';
import { IN, PLAY, actor } from './play.fixture.ts';
import type { Verb } from './verbs.ts';

const anyVerb = fc.constantFrom(...(Object.keys(PLAY) as Verb[]));
const anyRoles = fc.subarray<ActorRole>([...Role.options, 'clock', 'anyone'], { minLength: 1 });
const FAMILY: readonly ActorRole[] = ['centralPerson', 'circle', 'child'];

/** The steps of a story; what is refused changes nothing. */
function tell(start: Conference, steps: readonly { verb: Verb; roles: ActorRole[] }[]): Conference[] {
	const chapters = [start];
	for (const { verb, roles } of steps) {
		const answer = PLAY[verb](chapters.at(-1)!, actor(...roles));
		if (answer.ok && 'phase' in answer.value) chapters.push(answer.value);
	}
	return chapters;
}

const story = fc.array(fc.record({ verb: anyVerb, roles: anyRoles }), { maxLength: 60 });
const start = fc.constantFrom(...Object.values(IN));
const outsiders = fc.array(
	fc.record({
		verb: anyVerb,
		roles: anyRoles.map((roles) => roles.filter((role) => !FAMILY.includes(role)))
	}),
	{ maxLength: 60 }
);

describe('what must never happen to a conference', () => {
	it('[PH4] no sequence of verbs by coordinator, professionals, region or clock ends private time', () => {
		fc.assert(
			fc.property(outsiders, (steps) => {
				expect(tell(IN.privateTime, steps).every((one) => one.phase === 'privateTime')).toBe(true);
			})
		);
	});

	it('[PH4] nor by a professional who also wears the hat of the circle', () => {
		const both = fc.array(
			fc.record({
				verb: anyVerb,
				roles: fc.constantFrom<ActorRole[]>(['circle', 'setter'], ['circle', 'informationGiver', 'contactPerson'])
			}),
			{ maxLength: 40 }
		);
		fc.assert(
			fc.property(both, (steps) => tell(IN.privateTime, steps).every((one) => one.phase === 'privateTime'))
		);
	});

	it('[PH7] no closed conference moves again', () => {
		fc.assert(
			fc.property(story, (steps) => {
				expect(tell(IN.closed, steps)).toEqual([IN.closed]);
			})
		);
	});

	it('[PH6] whatever is done, every state can be written, and a follow-through has contact person and date', () => {
		fc.assert(
			fc.property(start, story, (first, steps) => {
				for (const chapter of tell(first, steps)) {
					expect(Conference.parse(chapter)).toEqual(chapter);
					if (chapter.phase === 'followThrough') {
						expect(chapter.contactPerson && chapter.reviewDate).toBeTruthy();
					}
				}
			})
		);
	});

	it('[PH6] a follow-through without contact person or date cannot be written, nor a closing without outcome', () => {
		for (const lack of ['contactPerson', 'reviewDate', 'version']) {
			expect(Conference.safeParse({ ...IN.followThrough, [lack]: undefined }).success).toBe(false);
			expect(Conference.safeParse({ ...IN.followThrough, [lack]: '' }).success).toBe(false);
		}
		expect(Conference.safeParse({ id: 'c1', phase: 'closed' }).success).toBe(false);
	});

	it('[PH8] the version in force never goes back, and only a closed gathering changes it', () => {
		fc.assert(
			fc.property(story, (steps) => {
				const told = tell(IN.followThrough, steps).filter((one) => one.phase === 'followThrough');
				for (const [place, after] of told.entries()) {
					const before = told[place - 1];
					if (!before || before.version === after.version) continue;
					expect(after.version).toBeGreaterThan(before.version);
					expect(before.gathering.state).toBe('presenting');
					expect(after.gathering.state).toBe('none');
				}
			})
		);
	});

	it('[PH8] the next version comes into force by presenting and by the contact person\'s hand, in that order', () => {
		fc.assert(
			fc.property(story, (steps) => {
				let said: { verb: Verb; roles: ActorRole[] }[] = [];
				let at = IN.followThrough;
				for (const step of steps) {
					const answer = PLAY[step.verb](at, actor(...step.roles));
					if (!answer.ok || !('phase' in answer.value)) continue;
					said = [...said, step];
					const before = at;
					at = answer.value;
					if (before.phase !== 'followThrough' || at.phase !== 'followThrough') continue;
					if (at.version === before.version) continue;
					expect(step.verb).toBe('closeGathering');
					expect(step.roles).toContain('contactPerson');
					expect(said.map(({ verb }) => verb)).toContain('presentGathering');
				}
			})
		);
	});

	it('[CO3] once withdrawn no coordinator comes back through any verb', () => {
		const gone = { ...IN.followThrough, coordinator: null } as Conference;
		fc.assert(
			fc.property(story, (steps) =>
				tell(gone, steps).every((one) => !('coordinator' in one) || one.coordinator === null)
			)
		);
	});

	it('[PH5] a story with any number of rounds reaches the end', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 20 }), (rounds) => {
				const back = Array.from({ length: rounds }, () => [
					{ verb: 'goBack' as const, roles: ['circle' as const] },
					{ verb: 'present' as const, roles: ['centralPerson' as const] }
				]).flat();
				const told = tell(IN.application, [
					{ verb: 'matchCoordinator', roles: ['regionManager'] },
					{ verb: 'openInformation', roles: ['coordinator'] },
					{ verb: 'openPrivateTime', roles: ['coordinator'] },
					{ verb: 'present', roles: ['circle'] },
					...back,
					{ verb: 'closeDay', roles: ['coordinator'] }
				]);
				expect(told.at(-1)).toMatchObject({ phase: 'followThrough', version: rounds + 1 });
			})
		);
	});
});
