import { error } from '@sveltejs/kit';
import { z } from 'zod';
import { may } from '#lib/domain/access/access.ts';
import { isFamily } from '#lib/domain/access/standing.ts';
import { needsOwnYes } from '#lib/domain/circle/age.ts';
import { aboutWhom, namesOf } from '$lib/server/aboutWhom';
import { attempt } from '$lib/server/attempt';
import { openConference, openForPage, type OpenConference } from '$lib/server/conference';
import { answerConsent, answeredFor, GivenAnswer, listConsents, stateOf, withoutVoice, type Consent } from '$lib/server/consent';
import {
	addHelp,
	addTopic,
	listContributions,
	listHelp,
	listTopics,
	NewHelp,
	NewTopic,
	removeHelp,
	removeTopic,
	saveContribution,
	type Topic
} from '$lib/server/contribution';
import { readForm, refuse } from '$lib/server/form';
import type { Actions, PageServerLoad } from './$types';

/** One page, seen from three sides: who brings something, whom it is about, and who organises (CS1). */
export const load: PageServerLoad = async ({ locals, params }) => {
	const conference = await openForPage(locals, params.id);
	const { standing, phase } = conference;
	if (!may(standing, phase, 'consent', 'read')) error(404);
	const [topics, consents] = await Promise.all([listTopics(conference), listConsents(conference)]);
	return {
		own: may(standing, phase, 'contribution', 'write') ? await ownPart(conference) : undefined,
		toMe: questionsAbout(conference.me?.id ?? '', topics, consents),
		// IN2: about a child, or who has no login, for whom this person answers.
		forOthers: answeredFor(conference).map(({ id, name, age }) => ({
			id,
			name,
			alsoSelf: age !== null && needsOwnYes(age),
			topics: questionsAbout(id, topics, consents, true)
		})),
		unanswered: standing.roles.has('coordinator') ? withoutVoice(conference).map(({ id }) => id) : [],
		isFamily: isFamily(standing),
		states: standing.roles.has('coordinator') ? topics.map((topic) => ({ ...topic, ...stateOf(topic, consents, conference.people) })) : []
	};
};

/** The questions about somebody, each with what was said: by themselves, or for them. */
function questionsAbout(person: string, topics: Topic[], consents: Consent[], behalf = false) {
	return topics.filter(({ about }) => about.includes(person)).map((topic) => {
		const said = consents.filter((consent) => consent.topic === topic.id && consent.participant === person);
		const own = said.find(({ onBehalfBy }) => (onBehalfBy !== '') === behalf);
		const other = behalf ? undefined : said.find(({ onBehalfBy }) => onBehalfBy !== '');
		return { ...topic, answer: own?.answer, saidFor: other && { by: other.onBehalfBy, answer: other.answer } };
	});
}

/** What the asking professional wrote, with how each topic stands; never who said no. */
async function ownPart(conference: OpenConference) {
	const mine = (row: { professional: string }) => row.professional === conference.me?.id;
	const [topics, consents, contributions, help] = await Promise.all([
		listTopics(conference),
		listConsents(conference),
		listContributions(conference),
		listHelp(conference)
	]);
	const own = topics.filter(mine);
	const names = await namesOf(conference, own.flatMap(({ about }) => about));
	return {
		topics: own.map((topic) => ({
			...topic,
			names: topic.about.map((id) => names[id] ?? '').filter(Boolean).join(', '),
			state: stateOf(topic, consents, []).state,
			contribution: contributions.find((one) => one.topic === topic.id)
		})),
		help: help.filter(mine)
	};
}

const Text = z.object({ contribution: z.string().min(1), text: z.string().trim().max(4000, 'tooLong').default('') });

export const actions: Actions = {
	answer: async ({ request, locals, params }) => {
		const form = await readForm(request, GivenAnswer);
		if (!form.ok) return form.refused;
		const outcome = await answerConsent(await openConference(locals, params.id), form.data);
		return outcome.ok ? { saved: true } : refuse({}, {}, outcome.rule, 409);
	},

	topic: async ({ request, locals, params }) => {
		const form = await readForm(request, NewTopic);
		if (!form.ok) return form.refused;
		const conference = await openConference(locals, params.id);
		if (!may(conference.standing, conference.phase, 'contribution', 'write')) return refuse(form.data, {}, 'AC3', 409);
		const about = await aboutWhom(conference, form.data.about);
		if (!about) return refuse(form.data, { about: 'unknownName' });
		return attempt(form.data, () => addTopic(conference, { ...form.data, about }));
	},

	text: async ({ request, locals, params }) => {
		const form = await readForm(request, Text);
		if (!form.ok) return form.refused;
		const conference = await openConference(locals, params.id);
		return attempt(form.data, () => saveContribution(conference, form.data.contribution, form.data.text));
	},

	removeTopic: async ({ request, locals, params }) => {
		const form = await readForm(request, z.object({ topic: z.string().min(1) }));
		if (!form.ok) return form.refused;
		const conference = await openConference(locals, params.id);
		return attempt({}, () => removeTopic(conference, form.data.topic));
	},

	help: async ({ request, locals, params }) => {
		const form = await readForm(request, NewHelp);
		if (!form.ok) return form.refused;
		const conference = await openConference(locals, params.id);
		return attempt(form.data, () => addHelp(conference, form.data.help));
	},

	removeHelp: async ({ request, locals, params }) => {
		const form = await readForm(request, z.object({ help: z.string().min(1) }));
		if (!form.ok) return form.refused;
		const conference = await openConference(locals, params.id);
		return attempt({}, () => removeHelp(conference, form.data.help));
	}
};
