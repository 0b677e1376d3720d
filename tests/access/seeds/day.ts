import { LISTED } from '../cast.ts';
import { type Rights, of, sees } from '../expected.ts';
import type { Planting } from '../Planting.ts';
import { ANSWERED_BY } from './before.ts';

type Agreement = {
	responsible: string;
	helpers?: string[];
	check?: string;
	requirement?: string;
	/** Whose yes and status are planted. */
	said?: string[];
	/** Under which id; the guests' agreement was named before it was made. */
	id?: string;
};

type Presented = { id: string; takers: string[]; rights: Rights };

/** What comes out of the room: the question, two versions of which one is a draft, looks, yes's and statuses. */
export function plantDay(to: Planting): void {
	const { people } = to;
	// The room's address is for those who may be in it.
	to.row('rooms', {
		door: { all: false, inside: true },
		privateRoom: { all: true }
	}, 'id', { roomId: roomIdOf(to) }, 'room');
	for (const name of ['ilse', 'tarik', 'amina', 'roos', 'vera', 'wim']) {
		const rights = { questionOut: { asked: of(name) } };
		to.row('room_questions', rights, 'question', { to: people[name] }, `question ${name}`);
	}

	const shared = of('ilse', 'tarik', 'fatma');
	const plan = { all: true, whenShared: shared, sharing: true };
	const version = plantVersion(to, plan, 1, to.ids('ilse', 'tarik', 'fatma'));
	const a1 = plantAgreement(to, 'a1', version, 1, {
		responsible: 'riet',
		helpers: ['hulya', 'sanne', 'guus'],
		check: 'tarik',
		requirement: 'final ilse',
		said: ['riet', 'hulya', 'sanne'],
		id: to.rows.a1!
	});
	const a2 = plantAgreement(to, 'a2', version, 2, {
		responsible: 'yara',
		check: 'bas',
		requirement: 'final roos',
		said: ['yara']
	});
	const crowd = ['noor', 'roos', 'ilse', 'peter', 'milan', 'henk', 'dirk', 'otto'];
	const a3 = plantAgreement(to, 'a3', version, 3, { responsible: 'tarik', helpers: crowd, said: ['tarik', ...crowd] });
	const a4 = plantAgreement(to, 'a4', version, 4, { responsible: 'joop' });
	const byBas = { own: of('joop'), onBehalf: of('bas'), yeses: true };
	const said = { agreement: a4.id, participant: people.joop, onBehalfBy: people.bas };
	to.row('yeses', { agreementYes: byBas }, 'id', said);
	// Everybody helps Nina with something, and said nothing about it yet.
	const helping = LISTED.filter((name) => name !== 'nina' && !STAYS_OUT.includes(name)).map((name, index) =>
		plantAgreement(to, `help of ${name}`, version, 5 + index, { responsible: 'nina', helpers: [name] })
	);
	const byYara = { own: of('nina'), onBehalf: of('yara'), yeses: true };
	const forNina = { agreement: helping[0]!.id, participant: people.nina, onBehalfBy: people.yara };
	to.row('yeses', { agreementYes: byYara }, 'id', forNina);
	to.change('plan_versions', version, { frozen: true });
	plantNames(to, [a1, a2, a3, a4, ...helping]);

	for (const name of ['ilse', 'roos', 'peter']) {
		const rights = { look: { own: of(name) } };
		const body = { version, requirement: to.rows[`final ${name}`], setter: people[name], result: 'notYet' };
		to.row('looks', rights, 'reason', body, `look ${name}`);
	}
	const brought = { version, participant: people.yara, part: 'whole', how: 'paper' };
	to.row('deliveries', { presentedPlan: { all: true, delivering: true } }, 'id', brought, 'delivery');
	const draft = plantVersion(to, { all: false }, 2, []);
	plantAgreement(to, 'draft', draft, 1, { responsible: 'yara' }, false);
}

/** Beside an agreement stand the names of who is in it, for whoever sees it and has no list. */
function plantNames(to: Planting, agreements: readonly Presented[]): void {
	for (const name of LISTED.filter((one) => !STAYS_OUT.includes(one))) {
		const within = agreements.filter(({ takers }) => takers.includes(name));
		// The family has the list; only who stands by on the day sees every agreement and no list.
		const all = of('denzel', 'lina', 'lotte', 'mees', 'els');
		const beside = (who: string) =>
			within.some(({ rights: { presentedPlan } }) =>
				sees(who, { phase: to.phase, here: true, rights: { presentedPlan: { ...presentedPlan, all } } })
			);
		to.note('agreement_names', '', to.names[name]!, { circleList: { all: false, beside } });
	}
}

/** In no agreement, so beside none. */
const STAYS_OUT = ['otis', 'lina', 'lotte', 'mees', 'gino', 'wim'];

export function roomIdOf({ id }: { id: string }): string {
	return Buffer.from(id).toString('hex').padEnd(32, '0');
}

function plantVersion(to: Planting, facts: object, number: number, wholeFor: string[]): string {
	const body = { number, wholeFor, statusFor: to.ids('ilse', 'tarik') };
	return to.row('plan_versions', { presentedPlan: facts }, 'content', body, `version ${number}`);
}

function plantAgreement(
	to: Planting,
	name: string,
	version: string,
	number: number,
	{ responsible, helpers = [], check = '', requirement, said = [], id }: Agreement,
	frozen = true
): Presented {
	const takers = [responsible, ...helpers, check].filter(Boolean);
	const setter = requirement?.split(' ')[1];
	const concerns = of(...takers, ...(setter ? [setter] : []));
	const facts = {
		all: frozen,
		concerns,
		own: concerns,
		thatAgreement: name === 'a1' && of('guus', 'gerda'),
		whenShared: of('ilse', 'tarik', 'fatma')
	};
	if (requirement && ANSWERED_BY[requirement]!.join() !== takers.join()) throw new Error(`${requirement} differs`);
	const body = {
		...(id && { id }),
		version,
		number,
		responsible: to.people[responsible],
		helpers: to.ids(...helpers),
		...(check && { check: to.people[check] }),
		...(requirement && { requirements: [to.rows[requirement]] })
	};
	const rights = { presentedPlan: frozen ? facts : { all: false } };
	const agreement = to.row('agreements', rights, 'what', body, name);
	for (const who of said) {
		const own = of(who);
		const participant = to.people[who];
		const yes = { agreementYes: { own, ownYes: own, yeses: true } };
		to.row('yeses', yes, 'id', { agreement, participant }, `yes ${who}`);
		const status = { agreementYes: { own, statusWhenShared: of('ilse', 'tarik') } };
		to.row('statuses', status, 'note', { agreement, participant, status: 'running' }, `status ${who}`);
	}
	return { id: agreement, takers, rights };
}
