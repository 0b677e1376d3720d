import type { Role } from '#lib/domain/access/role.ts';
import type { Phase } from '#lib/domain/conference/phase.ts';
import type { Words } from '#lib/i18n/nl.ts';

/** What somebody could do next; its sentence and its button stand in `words.steps`. */
export type Step = keyof Words['steps'];
type Way = { step: Step; to?: string };

/**
 * What the reader has already said: whether they come, and yes or no to every part that is theirs; and how a
 * gathering of the circle stands, if there is one (PH8).
 */
export type Said = { coming?: 'yes' | 'maybe' | 'no'; answered?: boolean; gathering?: 'private' | 'presenting' };

const WAIT: Way = { step: 'nothing' };
const READ_PLAN: Way = { step: 'readPlan', to: 'plan' };
const KEEP: Way = { step: 'keep', to: 'plan' };
const ROOM: Way = { step: 'room' };
const LISTEN: Way = { step: 'listen', to: 'information' };
const DO: Way = { step: 'doIt', to: 'follow-through' };
const NEW_PLAN: Way = { step: 'newPlan', to: 'plan' };
const REQUIREMENTS: Way = { step: 'requirements', to: 'preparation/requirements' };
const TELL: Way = { step: 'tell', to: 'preparation/contributions' };
const OUTSIDE: Way = { step: 'outside' };
const PROMISE: Way = { step: 'promise', to: 'follow-through' };
const OVER: Way = { step: 'over' };

/** Said before, and changed where it was said. */
const COMING = { yes: 'comes', maybe: 'mayCome', no: 'staysAway' } as const;

type PhaseRole = 'centralPerson' | 'circle' | 'coordinator' | 'setter' | 'informationGiver';
/** Who knows the phase. Of somebody with several hats the first of these counts. */
const IN_PHASE: Record<PhaseRole, Record<Phase, Way>> = {
	centralPerson: {
		application: { step: 'waitForMatch' },
		preparation: { step: 'prepareOwn', to: 'preparation' },
		information: LISTEN,
		privateTime: ROOM,
		presentation: READ_PLAN,
		followThrough: DO,
		closed: KEEP
	},
	circle: {
		application: { step: 'waitForMatch' },
		preparation: { step: 'aboutMe', to: 'preparation/me' },
		information: LISTEN,
		privateTime: ROOM,
		presentation: READ_PLAN,
		followThrough: DO,
		closed: KEEP
	},
	coordinator: {
		application: WAIT,
		preparation: { step: 'prepare', to: 'preparation' },
		information: { step: 'leaveRoom' },
		privateTime: OUTSIDE,
		presentation: { step: 'closeDay', to: 'close' },
		followThrough: { step: 'bringPlan', to: 'close' },
		closed: OVER
	},
	setter: {
		application: WAIT,
		preparation: REQUIREMENTS,
		information: REQUIREMENTS,
		privateTime: OUTSIDE,
		presentation: { step: 'look', to: 'plan' },
		followThrough: PROMISE,
		closed: OVER
	},
	informationGiver: {
		application: WAIT,
		preparation: TELL,
		information: TELL,
		privateTime: OUTSIDE,
		presentation: { step: 'ownPart', to: 'plan' },
		followThrough: PROMISE,
		closed: OVER
	}
};

type OutsideRole = 'asked' | 'interpreter' | 'outsideSupportPerson' | 'guest' | 'referrer' | 'regionManager';
/** Who may not know the phase is told the same in each (PT1). */
const ALWAYS: Record<OutsideRole, Way> = {
	asked: { step: 'answer' },
	interpreter: { step: 'beside' },
	outsideSupportPerson: { step: 'beside' },
	guest: { step: 'guest', to: 'plan' },
	referrer: { step: 'referred' },
	regionManager: { step: 'match', to: '/region' }
};

/**
 * The one thing for somebody to do next, or that there is nothing to do.
 * @param phase undefined for who may not know it
 * @param said what need not be asked again
 * @returns `to`: a page of the conference, or from `/` on a page of the program
 */
export function nextStep(roles: readonly Role[], phase: Phase | undefined, said: Said = {}): Way {
	const knows = Object.keys(IN_PHASE).find((role) => roles.includes(role as Role)) as PhaseRole | undefined;
	if (phase && knows) {
		const way = IN_PHASE[knows][phase];
		if (way.step === 'aboutMe' && said.coming) return { ...way, step: COMING[said.coming] };
		if (way === DO && said.gathering === 'presenting') return NEW_PLAN;
		return way === READ_PLAN && said.answered ? { ...way, step: 'answered' } : way;
	}
	const other = Object.keys(ALWAYS).find((role) => roles.includes(role as Role)) as OutsideRole | undefined;
	return other ? ALWAYS[other] : WAIT;
}
