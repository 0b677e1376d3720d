import { ANSWERS_FOR, CAST, FAMILY, KNOWN } from '../cast.ts';
import { of } from '../expected.ts';
import { newMarker, type Planting } from '../Planting.ts';

/** What is gathered before the day: of everybody something of their own, and of each kind one of every portion. */
export function plantBefore(to: Planting): void {
	for (const name of KNOWN) plantOwn(to, name);
	plantChange(to);
	plantApplication(to);
	const { people } = to;

	// IN2: Bas says for Joop on which day he can come, and Yara for Kim.
	for (const [name, by] of [['joop', 'bas'], ['kim', 'yara']] as const) {
		const rights = { needs: { own: of(name), onBehalf: of(by) } };
		const behalf = { participant: people[name], onBehalfBy: people[by], answer: 'no' };
		to.row('date_answers', rights, 'day', behalf, `date for ${name}`);
	}

	const named = ['yara', 'riet', 'tarik'];
	to.row('safety_agreements', { safety: { named: of(...named) } }, 'text', { named: to.ids(...named) }, 'safety');
	to.row('safety_agreements', { safety: { named: of('bas') } }, 'text', { named: to.ids('bas') });

	plantTopic(to, 'open', 'tarik', { yara: 'yes', riet: 'yes' });
	plantTopic(to, 'closed', 'ilse', { yara: 'yes', bas: 'no' });
	plantTopic(to, 'ofNoor', 'noor', { hulya: 'yes' });
	plantTopic(to, 'unanswered', 'tarik', {}, FAMILY.filter((name) => CAST[name]!.login !== false));
	plantTopic(to, 'ofPeter', 'peter', { henk: 'withdrawn' });
	plantTopic(to, 'ofJoop', 'tarik', { joop: 'yes' });
	plantTopic(to, 'ofKim', 'tarik', {}, ['kim']);
	for (const name of ['tarik', 'ilse', 'noor', 'peter', 'roos']) {
		const rights = { contribution: { own: of(name), consented: true } };
		to.row('help_on_offer', rights, 'text', { professional: people[name] }, `help ${name}`);
	}

	plantMessage(to, 'riet', ['information']);
	plantMessage(to, 'hulya', ['privateTime', 'presentation']);
	plantMessage(to, 'sanne', ['information', 'presentation']);
	plantMessage(to, 'yara', []);
	plantMessage(to, 'joop', ['presentation'], 'bas');
	plantMessage(to, 'kim', ['presentation'], 'yara');

	for (const name of ['ilse', 'roos', 'peter', 'sil']) {
		plantRequirement(to, `final ${name}`, name, true);
		plantRequirement(to, `draft ${name}`, name, false);
	}
}

function plantOwn(to: Planting, name: string): void {
	const participant = to.people[name];
	const own = of(name);
	const phone = newMarker();
	const details = { participant, age: CAST[name]!.age };
	const representing = of(ANSWERS_FOR[name] ?? '');
	to.row('participant_details', { circleList: { own, representing } }, 'relation', details, `details ${name}`);
	const contact = { participant, phone, sharePhone: true };
	to.row('contacts', { contactData: { own } }, 'mail', contact, `contact ${name}`);
	// A hook copies what is ticked, and nothing else.
	to.note('shared_contacts', '', phone, { contactData: { own, ticked: true } });
	to.row('needs', { needs: { own } }, 'text', { participant }, `need ${name}`);
	const date = { needs: { own, ownDates: own } };
	to.row('date_answers', date, 'day', { participant, answer: 'yes' }, `date ${name}`);
	to.row('briefings', { briefing: { own } }, 'skippedBecause', { participant }, `briefing ${name}`);
	to.row('evaluations', { evaluation: { own } }, 'comment', { participant }, `evaluation ${name}`);
}

function plantApplication(to: Planting): void {
	const { accounts, people } = to;
	for (const name of ['yara', 'fatma']) {
		const rights = { application: { own: of(name), wishes: true } };
		to.row('applications', rights, 'reason', { by: accounts[name], wishes: 'w' }, `application ${name}`);
	}
	const yes = (centralPerson: string, by: string, facts: object) =>
		to.row('central_yeses', { application: facts }, 'id', {
			centralPerson: people[centralPerson],
			by: people[by],
			answer: 'yes'
		}, `central yes ${centralPerson}`);
	yes('yara', 'yara', { own: of('yara') });
	yes('kim', 'riet', { representing: of('riet') });
	yes('lot', 'yara', { own: of('yara'), representing: of('yara') });
}

function plantTopic(
	to: Planting,
	name: string,
	professional: string,
	answers: Record<string, string>,
	about = Object.keys(answers)
): void {
	const open = Object.values(answers).length > 0 && Object.values(answers).every((answer) => answer === 'yes');
	const by = to.people[professional];
	const own = of(professional);
	const topic = to.row('contribution_topics', {
		contribution: { all: false, own, state: true, consented: open },
		consent: { all: false, aboutSelf: of(...about), ownTopics: own, state: true, representing: answering(about) }
	}, 'topic', { professional: by, about: to.ids(...about) }, `topic ${name}`);
	const text = { contribution: { own, consented: open } };
	to.row('contributions', text, 'text', { professional: by, topic }, `contribution ${name}`);
	for (const [who, answer] of Object.entries(answers)) {
		const representing = answering([who]);
		const consent = { consent: { own: of(who), aboutSelf: of(...about), ownTopics: own, state: true, representing } };
		const by = ANSWERS_FOR[who] && { onBehalfBy: to.people[ANSWERS_FOR[who]] };
		to.row('consents', consent, 'id', { topic, participant: to.people[who], answer, ...by }, `consent ${name} ${who}`);
	}
}

/** Whoever answers for one of these. */
function answering(about: readonly string[]): (who: string) => boolean {
	return of(...about.flatMap((name) => ANSWERS_FOR[name] ?? []));
}

/** CO5: another coordinator is offered, and Yara said yes. */
function plantChange(to: Planting): void {
	const { people, accounts } = to;
	// Whoever answers for a central person who is too young to say it sees what is asked.
	const seen = { coordination: { asking: true, offering: true, representing: answering(['kim', 'lot']) } };
	const offered = { state: 'offered', reason: 'ill', candidate: accounts.bo };
	const change = to.row('coordinator_changes', seen, 'id', offered, 'change');
	const yes = { change, centralPerson: people.yara, by: people.yara, answer: 'yes' };
	const said = { coordination: { offering: true, own: of('yara') } };
	to.row('coordinator_yeses', said, 'id', yes, 'coordinator yes yara');
}

function plantMessage(to: Planting, author: string, parts: string[], onBehalfBy?: string): void {
	const rights = {
		messageOfAbsent: {
			own: of(author),
			chosen: parts.includes(to.phase),
			onBehalf: onBehalfBy ? of(onBehalfBy) : false
		}
	};
	const body = { participant: to.people[author], parts, ...(onBehalfBy && { onBehalfBy: to.people[onBehalfBy] }) };
	to.row('messages', rights, 'text', body, `message ${author}`);
}

/** Whose agreements answer the final ones is planted with the plan, in day.ts. */
export const ANSWERED_BY: Record<string, string[]> = {
	'final ilse': ['riet', 'hulya', 'sanne', 'guus', 'tarik'],
	'final roos': ['yara', 'bas']
};

function plantRequirement(to: Planting, name: string, setter: string, final: boolean): void {
	const own = of(setter);
	const rights = { requirement: { own, addOrReplace: own, final, answered: of(...(ANSWERED_BY[name] ?? [])) } };
	const body = { setter: to.people[setter], label: 'B1', why: 'because', test: 'a name per night', final };
	to.row('requirements', rights, 'text', body, name);
}
