import type { Phase } from '#lib/domain/conference/phase.ts';
import { ANSWERS_FOR, CAST, FAMILY } from './cast.ts';
import { type Facts, type Rights, isOutsider, of } from './expected.ts';
import type { Planting } from './Planting.ts';

/** One attempt to write, harmless where it succeeds, and what must be granted for it. */
export type Attempt = {
	phase: Phase;
	method: 'POST' | 'PATCH' | 'DELETE';
	collection: string;
	/** Of the row that is to be changed or taken away. */
	id: string;
	body: Record<string, unknown>;
	rights: Rights;
};

type Body = Record<string, unknown>;

/** Everything this person can try in this conference: with what is theirs, with what is others', with both names. */
export function attemptsOf(who: string, to: Planting): Attempt[] {
	const { rows, people, accounts, phase, id: conference } = to;
	const all: Attempt[] = [];
	// Somebody who is not in it tries under Riet's name.
	const me = people[who] ?? people.riet!;
	const own = of(who);
	const isSetter = CAST[who]!.hats.some(({ kind }) => kind === 'setter');

	const add = (method: Attempt['method'], collection: string, id: string, body: Body, rights: Rights) =>
		all.push({ phase, method, collection, id, body, rights });
	const create = (collection: string, rights: Rights, body: Body) =>
		add('POST', collection, '', { conference, ...body }, rights);
	/** Changes nothing, but asks. A row that is not there for this person is left out. */
	const change = (collection: string, row: string, rights: Rights, body: Body = {}) =>
		rows[row] && add('PATCH', collection, rows[row], body, rights);
	const remove = (collection: string, row: string, rights: Rights) =>
		rows[row] && add('DELETE', collection, rows[row], {}, rights);

	const application = (facts: Facts) => ({ application: facts });
	change('applications', 'application yara', application({ own: of('yara') }));
	change('applications', 'application fatma', application({ own: of('fatma') }));
	// Whoever says a young central person's yes writes the wishes.
	const wishing = { own: of('yara', 'fatma'), representing: of(ANSWERS_FOR.kim!, ANSWERS_FOR.lot!) };
	create('applications', application(wishing), { by: accounts[who] ?? accounts.riet });
	change('central_yeses', 'central yes yara', application({ own: of('yara') }));
	// Riet said it once, and somebody else answers now.
	change('central_yeses', 'central yes kim', application({ all: false }));
	if (who !== 'riet' && people[who]) {
		// AC5: who sets requirements does not say it.
		const facts = { all: false, representing: who === ANSWERS_FOR.kim && !isSetter };
		create('central_yeses', application(facts), { centralPerson: people.kim, by: me, answer: 'yes' });
	}

	coordination();

	// Whoever applies says who it is about; that is part of the application.
	const listed = { circleList: {}, ...application({ all: false, own: of('fatma') }) };
	change('participants', 'row riet', { circleList: {} });
	change('participants', 'row amina', { circleList: {} });
	change('participants', `row ${who}`, { circleList: {} });
	create('participants', listed, { name: 'New', state: 'asked' });
	change('participant_details', 'details riet', { circleList: {} });
	create('participant_details', listed, { participant: people.nina, age: 40 });
	change('hats', 'hat riet circle', { circleList: {} });
	create('hats', listed, { participant: people.nina, kind: 'circle' });

	change('contacts', `contact ${who}`, { contactData: { own } });
	change('contacts', 'contact riet', { contactData: { own: of('riet') } });
	const adding = { contactData: { adding: true }, ...application({ all: false, own: of('fatma') }) };
	create('contacts', adding, { participant: people.nina, phone: '0612345678' });
	const never = { contactData: { all: false } };
	create('shared_contacts', never, { participant: people.riet, kind: 'mail', value: 'x' });

	change('needs', `need ${who}`, { needs: { own } });
	remove('needs', `need ${who}`, { needs: { own } });
	change('needs', 'need riet', { needs: { own: of('riet') } });
	create('needs', { needs: {} }, { participant: people.nina, text: 'a ride' });
	change('date_answers', `date ${who}`, { needs: { own, ownDates: own } });
	change('date_answers', 'date riet', { needs: { own: of('riet') } });
	const day = { day: '2027-02-02', answer: 'yes' };
	create('date_answers', { needs: { own: Boolean(people[who]), ownDates: true } }, { ...day, participant: me });
	create('date_answers', { needs: { onBehalf: true } }, { ...day, participant: people.joop, onBehalfBy: me });
	if (who !== 'ilse')
		create('date_answers', { needs: {} }, { ...day, participant: people.ilse, onBehalfBy: me });
	change('date_answers', 'date for joop', { needs: { onBehalf: of('bas') } });

	change('briefings', `briefing ${who}`, { briefing: { own } });
	change('briefings', 'briefing riet', { briefing: {} });
	create('briefings', { briefing: {} }, { participant: people.nina, goal: true });

	change('safety_agreements', 'safety', { safety: {} });
	remove('safety_agreements', 'safety', { safety: {} });
	create('safety_agreements', { safety: {} }, { text: 'a quiet corner', named: [people.riet] });

	contributions();
	messages();
	requirements();

	door();

	create('room_questions', { questionOut: {} }, { to: people.tarik, question: 'At six?' });
	change('room_questions', `question ${who}`, { questionOut: { all: false, asked: own } }, { answer: 'Yes.' });
	change('room_questions', 'question tarik', { questionOut: { all: false, asked: of('tarik') } }, { answer: 'Yes.' });

	change('plan_versions', 'version 1', { presentedPlan: { sharing: true } });
	change('agreements', 'a4', { presentedPlan: { all: false } });
	remove('agreements', 'a4', { presentedPlan: { all: false } });
	const delivering = { presentedPlan: { all: false, delivering: true } };
	const brought = { version: rows['version 1'], participant: people.joop, part: 'whole', how: 'paper' };
	create('deliveries', delivering, brought);
	remove('deliveries', 'delivery', delivering);
	change('looks', `look ${who}`, { look: { own } });
	change('looks', 'look ilse', { look: { own: of('ilse') } });
	const seen = { version: rows['version 1'], requirement: rows[`draft ${who}`] ?? rows['draft ilse'], setter: me };
	create('looks', { look: { own: Boolean(rows[`draft ${who}`]) } }, { ...seen, result: 'met' });

	yeses();

	change('threads', 'thread both', { thread: {} });
	create('threads', { thread: {} }, { title: 'New' });
	const line = { thread: rows['thread both'], text: 'hello' };
	create('thread_messages', { thread: { invited: of('ilse', 'tarik') } }, { ...line, participant: me });
	create('thread_messages', { thread: { all: of('riet') } }, { ...line, participant: people.riet });
	change('review_meetings', 'meeting', { reviewMeeting: {} });
	remove('review_meetings', 'meeting', { reviewMeeting: {} });
	create('review_meetings', { reviewMeeting: {} }, { day: '2027-05-01' });
	change('evaluations', `evaluation ${who}`, { evaluation: { own } });
	change('evaluations', 'evaluation riet', { evaluation: { own: of('riet') } });
	change('access_log', 'log riet', { accessLog: { all: false } });
	remove('access_log', 'log riet', { accessLog: { all: false } });
	return all;

	function coordination(): void {
		change('coordinator_changes', 'change', { coordination: { all: false, offering: true } }, { state: 'offered' });
		const asking = { coordination: { all: false, asking: true } };
		create('coordinator_changes', asking, { state: 'wanted', reason: 'other' });
		const offered = { state: 'offered', reason: 'other', candidate: accounts.bo };
		create('coordinator_changes', { coordination: { all: false, offering: true } }, offered);
		remove('coordinator_changes', 'change', { coordination: { all: false } });
		const isAnswering = who === ANSWERS_FOR.kim;
		const yes = { change: rows.change, centralPerson: people.kim, by: me, answer: 'no' };
		create('coordinator_yeses', { coordination: { all: false, representing: isAnswering } }, yes);
		if (who !== 'yara') {
			create('coordinator_yeses', { coordination: { all: false } }, { ...yes, centralPerson: people.yara });
		}
	}

	function contributions(): void {
		const topic = { tarik: 'open', ilse: 'closed', noor: 'ofNoor', peter: 'ofPeter' }[who] ?? 'open';
		const mine = topic !== 'open' || who === 'tarik';
		const facts = { contribution: { own: mine } };
		change('contributions', `contribution ${topic}`, facts);
		remove('contributions', `contribution ${topic}`, facts);
		remove('contribution_topics', `topic ${topic}`, facts);
		create('contributions', facts, { professional: me, topic: rows[`topic ${topic}`], text: 'more' });
		const professional = { contribution: { own: Boolean(people[who]) } };
		create('contribution_topics', professional, { professional: me, topic: 'nights', about: [people.riet] });
		create('help_on_offer', professional, { professional: me, text: 'a course' });
		create('help_on_offer', { contribution: { own: of('tarik') } }, { professional: people.tarik, text: 'x' });
		change('help_on_offer', 'help tarik', { contribution: { own: of('tarik') } });

		for (const row of ['open yara', 'open riet', 'closed bas', 'ofNoor hulya', 'ofPeter henk']) {
			change('consents', `consent ${row}`, { consent: { own: of(row.split(' ')[1]!) } });
		}
		const answering = (name: string) => ({ consent: { own: false, representing: of(ANSWERS_FOR[name]!) } });
		change('consents', 'consent ofJoop joop', answering('joop'), { answer: 'no', onBehalfBy: me });
		const ofKim = { topic: rows['topic ofKim'], participant: people.kim, answer: 'yes' };
		create('consents', answering('kim'), { ...ofKim, onBehalfBy: me });
		if (who !== 'kim') create('consents', { consent: { all: false } }, ofKim);
		// CS1: nobody answers for another.
		const unanswered = { topic: rows['topic unanswered'], answer: 'yes' };
		create('consents', { consent: { own: FAMILY.includes(who) } }, { ...unanswered, participant: me });
		create('consents', { consent: { own: of('riet') } }, { ...unanswered, participant: people.riet });
	}

	/** RM1, RM2: in one's own name, about somebody who may be let in, or who is in. */
	function door(): void {
		const minding = (facts: Facts = {}) => ({ door: { all: false, minding: true, ...facts } });
		const never = minding({ minding: false });
		for (const name of ['riet', 'mees'].filter((one) => one !== who)) {
			create('let_in', minding(), { participant: people[name], by: me });
			if (name === 'mees') create('door_openings', minding(), { participant: people[name], by: me });
		}
		for (const name of ['sanne', 'ilse', 'guus', 'noor', 'gino'].filter((one) => one !== who)) {
			create('let_in', never, { participant: people[name], by: me });
			create('door_openings', never, { participant: people[name], by: me });
		}
		if (who !== 'hulya') create('let_in', never, { participant: people.riet, by: people.hulya });
		if (!CAST[who]!.letIn) create('let_in', never, { participant: me });
		remove('door_openings', 'opening lina', minding());
		create('let_outs', minding({ minding: (one) => one !== 'milan' }), { participant: people.milan, by: me });
		create('let_outs', never, { participant: people.riet, by: me });
		if (who !== 'yara') create('let_outs', never, { participant: people.yara, by: me });
		remove('let_outs', 'hulya asks bas out', minding({ minding: of('hulya') }));
		const out = (name: string) => ({ door: { all: false, puttingOut: name !== 'yara', own: of(name) } });
		for (const name of new Set(['bas', 'denzel', 'yara', who])) remove('let_in', `inside ${name}`, out(name));
	}

	function messages(): void {
		const mine = { messageOfAbsent: { own } };
		change('messages', `message ${who}`, mine);
		remove('messages', `message ${who}`, mine);
		change('messages', 'message riet', { messageOfAbsent: { own: of('riet') } });
		change('messages', 'message joop', { messageOfAbsent: { onBehalf: of('bas') } });
		const text = { text: 'Greetings', parts: ['information'] };
		create('messages', { messageOfAbsent: { own: Boolean(people[who]) } }, { ...text, participant: me });
		const behalf = { messageOfAbsent: { onBehalf: true } };
		create('messages', behalf, { ...text, participant: people.joop, onBehalfBy: me });
	}

	function requirements(): void {
		const setter = CAST[who]!.hats.some(({ kind }) => kind === 'setter') ? who : 'ilse';
		const mine = { requirement: { own: of(setter) } };
		change('requirements', `draft ${setter}`, mine);
		remove('requirements', `draft ${setter}`, mine);
		const body = { label: 'B9', text: 'x', why: 'w', test: 't', final: true, lateReason: 'since Monday' };
		const late = { requirement: { own: isSetter, addOrReplace: isSetter } };
		create('requirements', late, { ...body, setter: me });
		create('requirements', { requirement: { own: of('roos'), addOrReplace: of('roos') } }, {
			...body,
			setter: people.roos
		});
	}

	function yeses(): void {
		const agreement = rows[`help of ${who}`] ?? rows['help of riet'];
		const inIt = Boolean(people[who]);
		create('yeses', { agreementYes: { own: inIt, ownYes: inIt } }, { agreement, participant: me });
		remove('yeses', `yes ${who}`, { agreementYes: { own, ownYes: own } });
		remove('yeses', 'yes yara', { agreementYes: { own: of('yara') } });
		for (const name of ['joop', 'tarik', 'yara'].filter((one) => one !== who)) {
			// AC5, and AG5: a professional's promise is their own.
			const onBehalf = !isOutsider(name) && !(name === 'yara' && isSetter);
			const body = { agreement: rows[`help of ${name}`], participant: people[name], onBehalfBy: me };
			create('yeses', { agreementYes: { onBehalf } }, body);
			const status = { agreementYes: { onBehalf: !isOutsider(name) } };
			create('statuses', status, { ...body, status: 'running' });
		}
		change('statuses', `status ${who}`, { agreementYes: { own } });
		create('statuses', { agreementYes: { own: inIt } }, { agreement, participant: me, status: 'running' });
		if (who !== 'riet') change('statuses', 'status riet', { agreementYes: { onBehalf: true } }, { onBehalfBy: me });
		if (who !== 'tarik') change('statuses', 'status tarik', { agreementYes: {} }, { onBehalfBy: me });
	}
}
