import { getRequestEvent } from '$app/server';
import { error } from '@sveltejs/kit';
import { ClientResponseError, type RecordModel } from 'pocketbase';
import type PocketBase from 'pocketbase';
import { z } from 'zod';
import { standingOf, type Standing } from '#lib/domain/access/standing.ts';
import { Hat } from '#lib/domain/circle/hat.ts';
import { Participant } from '#lib/domain/circle/participant.ts';
import { Phase } from '#lib/domain/conference/phase.ts';
import { logReading } from './accessLog.ts';
import { clock } from './clock.ts';
import { Gathering } from './openGathering.ts';
import { signedIn } from './signedIn.ts';
import { asSuperuser } from './superuser.ts';

/** One conference as the asking person may see it: which people are in the list is PocketBase's answer. */
export type OpenConference = {
	id: string;
	title: string;
	phase: Phase;
	outcome: string;
	reviewDate: string;
	/** Id of the version presented last; empty before the first. */
	presented: string;
	/** Id of the version that is carried out; behind `presented` while a gathering presents (PH8). */
	inForce: string;
	/** The gathering that is open, for who may know of it. */
	gathering: Gathering | undefined;
	/** CO3: the coordinator has withdrawn; everybody sees that. */
	coordinatorLeft: boolean;
	/** The asking person in this conference; undefined for a region manager. */
	me: Participant | undefined;
	people: Participant[];
	standing: Standing;
	/** Whether PocketBase shows them the conference's own row. */
	seesConference: boolean;
	pb: PocketBase;
};

const ConferenceRow = z.object({
	id: z.string(),
	title: z.string(),
	region: z.string(),
	phase: Phase,
	outcome: z.string(),
	reviewDate: z.string(),
	presented: z.string(),
	inForce: z.string(),
	coordinatorLeft: z.boolean()
});

/**
 * Opens a conference for whoever asks. Unknown and forbidden look alike: 404 (AC3).
 * Costs one call: the conference, its people and their hats come along with one's own row in it, each as far as this
 * person may see them.
 */
export async function openConference(locals: App.Locals, id: string): Promise<OpenConference> {
	const account = signedIn(locals);
	const { pb } = locals;
	const filter = pb.filter('conference = {:id} && account = {:me}', { id, me: account.id });
	const [own] = await pb.collection('participants').getFullList({ filter, expand: ownExpand, skipTotal: true });
	const seen = own ? expanded(own, 'conference')[0] : await pb.collection('conferences').getOne(id).catch(notFound);
	const row = seen ?? (await openFromOutside(pb, id, own!));
	const conference = ConferenceRow.parse(row);
	const people = peopleOf(row);
	const gathering = expanded(row, 'gatherings_via_conference').find(({ state }) => state !== 'closed');
	const me = people.find((person) => person.account === account.id);
	const standing = standingOf({
		participant: me ?? null,
		phase: conference.phase,
		now: clock.now(),
		letIn: false,
		managesRegion: account.manages !== '' && account.manages === conference.region
	});
	const seesConference = seen !== undefined;
	return { ...conference, gathering: gathering && Gathering.parse(gathering), me, people, standing, seesConference, pb };
}

/**
 * The conference for loading a page: its layouts and the page itself ask for it together, in one call. Not for what
 * an action does: the page after it must see what it changed.
 * Here it is written down that staff read it (LG1), once and before anything is told: a browser may ask for the page
 * without its layouts.
 */
export function openForPage(locals: App.Locals, id: string): Promise<OpenConference> {
	locals.opened ??= { id, conference: openAndLog(locals, id) };
	return locals.opened.id === id ? locals.opened.conference : openConference(locals, id);
}

async function openAndLog(locals: App.Locals, id: string): Promise<OpenConference> {
	const conference = await openConference(locals, id);
	await logReading(conference, getRequestEvent().url.pathname.split('/').slice(3).join('/') || 'start');
	return conference;
}

const person = ['hats_via_participant', 'participant_details_via_participant'];
const ofConference = ['participants', 'hats', 'participant_details', 'gatherings'].map((rows) => `${rows}_via_conference`);
const ownExpand = [...person, ...ofConference.map((rows) => `conference.${rows}`)].join();

/**
 * Somebody who is asked, an interpreter or a referrer has a row of their own and not the conference's: its phase
 * would tell when the door closed. The program reads it for them, to decide with, and shows it to nobody. How it ended
 * and when they meet again decide nothing for them, and are left out.
 */
async function openFromOutside(pb: PocketBase, id: string, own: RecordModel): Promise<RecordModel> {
	const row = await asSuperuser('read the phase for who may not know it', (superuser) =>
		superuser.collection('conferences').getOne(id)
	);
	return { ...row, outcome: '', reviewDate: '', expand: { participants_via_conference: await knownFromOutside(pb, row, own) } };
}

/** Whoever was matched knows names (CO1), and who is asked to say yes for a child knows that child (PH1). */
async function knownFromOutside(pb: PocketBase, { id, phase }: RecordModel, own: RecordModel): Promise<RecordModel[]> {
	const isMatched = expanded(own, 'hats_via_participant').some(({ kind, ended }) => kind === 'coordinator' && !ended);
	if (own.state !== 'asked' || (!isMatched && phase !== 'application')) return [own];
	const filter = pb.filter('conference = {:id}', { id });
	return pb.collection('participants').getFullList({ filter, expand: person.join(), skipTotal: true });
}

/** A conference in one's list; the phase only for who may know the door (PT1). */
export type ListedConference = { id: string; title: string; isAsked: boolean; phase: Phase | undefined };

/** The conferences of whoever asks. One call. */
export async function listConferences(locals: App.Locals): Promise<ListedConference[]> {
	signedIn(locals);
	const rows = await locals.pb.collection('my_conferences').getFullList({ expand: 'conference', skipTotal: true });
	return rows.map((row) => ({
		id: row.conference,
		title: row.title,
		isAsked: row.state === 'asked',
		phase: ConferenceRow.safeParse(row.expand?.conference).data?.phase
	}));
}

/** Answers what is forbidden and what does not exist with the same page; lets real faults through. */
export function notFound(refusal: unknown): never {
	if (refusal instanceof ClientResponseError && refusal.status !== 0 && refusal.status < 500) error(404);
	throw refusal;
}

/**
 * The people of a conference. Their hats and details come along with the conference, all in one list each: asked for
 * person by person, PocketBase does two queries more for everybody in it.
 */
function peopleOf(row: RecordModel): Participant[] {
	const perPerson = (rows: string) => Object.groupBy(expanded(row, rows), ({ participant }) => participant as string);
	const [hats, details] = [perPerson('hats_via_conference'), perPerson('participant_details_via_conference')];
	return expanded(row, 'participants_via_conference').map((person) => {
		const { id, expand } = person;
		const rows = { hats_via_participant: hats[id], participant_details_via_participant: details[id] };
		return participantOf({ ...person, expand: expand ?? rows });
	});
}

/** A participant as PocketBase keeps it, with its hats expanded. */
function participantOf(row: RecordModel): Participant {
	const hats = expanded(row, 'hats_via_participant').map((hat) => Hat.parse(hat));
	const age = expanded(row, 'participant_details_via_participant')[0]?.age || null;
	return Participant.parse({ ...row, age, hats });
}

/** The rows that came along. Where there can be only one (a unique index), PocketBase sends it without a list. */
export function expanded(row: RecordModel, relation: string): RecordModel[] {
	const found = row.expand?.[relation] as RecordModel | RecordModel[] | undefined;
	if (!found) return [];
	return Array.isArray(found) ? found : [found];
}
