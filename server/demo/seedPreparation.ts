import { cast, dayOf } from './cast.ts';
import type { Rows } from './Rows.ts';
import { addPerson, type Listed, type Seeded, type Wear } from './seedApplication.ts';

/** IN2: a parent for the children, a wife for who never logs in. Of Joop it is still to be said. */
const ANSWERED_BY = [['milan', 'yara'], ['fenna', 'yara'], ['henk', 'riet']] as const;
/** PR2: who has not said yet whether they come; and the day that is asked about, whichever date it gets. */
const YET_TO_SAY = ['hulya', 'gino'];
const THE_DAY = 'conference';
/** CO1: on which day Amina declared to be independent, counted from the conference. */
const DECLARED = -26;

/**
 * The case as far as preparation, all plain data in place: Yara's yes, who takes part and how they are reached, the
 * briefing, who can come, safety, messages of the absent, what professionals may tell, and Ilse's requirements, final.
 */
export function addPreparation(rows: Rows, to: Seeded): void {
	const { conference, accounts, people } = to;
	addParticipants(rows, to);
	rows.create('central_yeses', { conference, centralPerson: people.yara, by: people.yara, answer: 'yes' });
	rows.create('applications', { conference, by: accounts.ilse, reason: cast.question.nl });
	rows.create('applications', { conference, by: accounts.yara, wishes: cast.wishes.nl });
	for (const { visible_to, nl: text } of cast.safety) {
		const named = visible_to.filter((who) => who !== 'amina').map((who) => people[who]);
		rows.create('safety_agreements', { conference, text, named });
	}
	addContributions(rows, to);
	for (const { by, id: label, nl: text, why, test } of cast.requirements) {
		const row = { conference, setter: people[by], label, text, why, test, final: true };
		to.requirements[label] = rows.create('requirements', row);
	}
	rows.change('conferences', conference, { phase: 'preparation' });
}

function addParticipants(rows: Rows, to: Seeded): void {
	const add = (person: Listed, details: object, hats: Wear[]) => {
		const participant = addPerson(rows, to, person, 'joined', hats);
		const row = { conference: to.conference, participant };
		rows.create('participant_details', { ...row, ...details });
		const told = { goal: true, wayOfWorking: true, possibilities: true, responsibilities: true };
		rows.create('briefings', { ...row, ...told });
	};
	for (const person of cast.people) {
		const { age, rel: relation, side, takes_part: takesPart } = person;
		const kind = person.relation === 'central_person' ? 'centralPerson' : 'circle';
		add(person, { age, relation, side, takesPart }, [{ kind }, ...hatsFromTheStart(person.hats, to)]);
	}
	for (const professional of cast.professionals) {
		const { org: organisation, capacity, setter, referrer } = professional;
		const hats: Wear[] = [setter ? { kind: 'setter', organisation, capacity } : { kind: 'informationGiver', organisation }];
		add(professional, {}, referrer ? [...hats, { kind: 'referrer', organisation }] : hats);
	}
	for (const { role, org: organisation, ...other } of cast.others) {
		if (other.id === 'amina') add(other, {}, [{ kind: 'coordinator', organisation }]);
		if (role === 'interpreter') add(other, {}, [{ kind: role }]);
	}
	for (const person of cast.people) addAnswers(rows, to, person);
	const { people } = to;
	for (const [who, by] of ANSWERED_BY) rows.change('participants', people[who]!, { representative: people[by] });
	rows.change('participants', people.amina!, { independentOn: dayOf(DECLARED) });
}

/** Contact person and deputy are named on the day itself; whom somebody supports is on the list before them. */
function hatsFromTheStart(hats: string[], { people }: Seeded): Wear[] {
	return hats.flatMap((hat) => {
		const [kind, supports = ''] = hat.split(':');
		return kind === 'spokesperson' || kind === 'supportPerson' ? [{ kind, supports: people[supports] ?? '' }] : [];
	});
}

/** Whether they come on the day, and the message of who is not there; for who has no login somebody says so for them. */
function addAnswers(rows: Rows, { conference, people }: Seeded, person: (typeof cast.people)[number]): void {
	const isAbsent = person.takes_part.startsWith('afwezig');
	const message = cast.messages.find(({ who }) => who === person.id);
	const speaker = people[message?.reader ?? person.support ?? ''] ?? '';
	const onBehalfBy = ['none', 'child_through_support'].includes(person.login) ? speaker : '';
	const row = { conference, participant: people[person.id], onBehalfBy };
	if (!YET_TO_SAY.includes(person.id)) rows.create('date_answers', { ...row, day: THE_DAY, answer: isAbsent ? 'no' : 'yes' });
	if (!message) return;
	const named = { informatie: 'information', 'besloten tijd': 'privateTime' };
	const parts = Object.entries(named).flatMap(([word, part]) => (message.phase.includes(word) ? [part] : []));
	rows.create('messages', { ...row, text: message.nl, parts, reader: people[message.reader] ?? '' });
}

function addContributions(rows: Rows, { conference, people }: Seeded): void {
	for (const professional of cast.professionals) {
		const own = { conference, professional: people[professional.id] };
		for (const { nl: text } of professional.help_on_offer) rows.create('help_on_offer', { ...own, text });
		for (const { topic: name, about, nl: text } of professional.contributions) {
			const topic = rows.create('contribution_topics', { ...own, topic: name, about: about.map((who) => people[who]) });
			rows.create('contributions', { ...own, topic, text });
			for (const who of about) {
				const said = cast.consents.filter(({ by, speaker }) => by === who && speaker === professional.id);
				const answer = said.some(({ allowed }) => allowed.includes(name)) ? 'yes' : 'no';
				rows.create('consents', { conference, topic, participant: people[who], answer });
			}
		}
	}
}
