import PocketBase, { ClientResponseError, getTokenPayload, type RecordModel } from 'pocketbase';
import { grants, type Grant } from '#lib/domain/access/access.ts';
import { isStaff, standingOf } from '#lib/domain/access/standing.ts';
import type { Thing } from '#lib/domain/access/thing.ts';
import type { Hat } from '#lib/domain/circle/hat.ts';
import type { ParticipantState } from '#lib/domain/circle/participant.ts';
import type { Clock } from '#lib/domain/clock/clock.ts';
import { Phase } from '#lib/domain/conference/phase.ts';
import type { Room } from '#lib/sync/protocol.ts';
import type { Admission, Asked, Decision } from './decision.ts';

export type AdmissionSettings = {
	/** Where PocketBase answers. */
	url: string;
	clock: Clock;
	/**
	 * Reads the phase and the region, and nothing else. It decides what somebody may do who may not know it
	 * themselves: who is asked and has not answered, and an interpreter. Without it, these get nothing.
	 */
	superuser?: () => Promise<PocketBase>;
};

const ADDRESS_HEADER = 'X-Rondom-Address';
const ANSWER_WITHIN_MS = 5000;

/**
 * The rights as the records tell them, read with the person's own token: what they cannot read does not count.
 * What they may do with it says the one access table in the domain.
 */
export function pocketBaseAdmission(settings: AdmissionSettings): Admission {
	return {
		admit: (asked) => admit(settings, asked),
		async mayReadQuestion({ conference, ...asked }) {
			const known = await lookUp(settings, { ...asked, room: { kind: 'family', conference } });
			if (known === 'signIn') return 'signIn';
			if (!known?.grants.some(({ portion }) => portion === 'all' || portion === 'question')) return false;
			if (known.isStaff) await logReading(settings, { conference, actor: known.account, ...asked });
			return true;
		},
		async mayMindDoor({ conference, ...asked }) {
			const known = await lookUp(settings, { ...asked, room: { kind: 'door', conference } });
			return known === 'signIn' ? known : Boolean(known?.grants.some(({ portion }) => portion === 'minding'));
		}
	};
}

async function admit(settings: AdmissionSettings, asked: Asked): Promise<Decision> {
	const known = await lookUp(settings, asked);
	if (known === 'signIn') return { level: 'signIn' };
	const needed = asked.room.kind === 'door' ? 'knocking' : 'all';
	const given = known?.grants.filter(({ portion }) => portion === needed).map(({ level }) => level) ?? [];
	const level = (['relay', 'write', 'read'] as const).find((one) => given.includes(one));
	if (!known || !level) return { level: 'none' };
	return { level, account: known.account, participant: known.participant };
}

type Known = { account: string; participant: string; isStaff: boolean; grants: Grant[] };

/** Who this is and what the table grants; undefined for somebody who is not in the conference, or no such room. */
async function lookUp(settings: AdmissionSettings, { token, address, room }: Asked): Promise<Known | 'signIn' | undefined> {
	const thing = thingOf(room);
	const account = String(getTokenPayload(token).id ?? '');
	if (!account) return 'signIn';
	const pb = clientOf(settings.url, token, address);
	// With a token that no longer counts PocketBase takes somebody for a visitor, to whom nobody's login exists.
	const login = await found(pb.collection('accounts').getOne(account));
	if (!login) return 'signIn';
	const participant = await participantOf(pb, room.conference, account);
	if (!participant) return undefined;
	const reader = (await settings.superuser?.()) ?? pb;
	const [conference, isTheirs, letIn, doorOpened] = await Promise.all([
		found(reader.collection('conferences').getOne(room.conference, { fields: 'phase,region' })),
		room.kind !== 'sealed' || isRoomOf(pb, room),
		(room.kind === 'sealed' || room.kind === 'door') && hasRow(pb, 'let_in', participant.id),
		room.kind === 'door' && hasRow(pb, 'door_openings', participant.id)
	]);
	if (!conference || !isTheirs) return undefined;
	const phase = Phase.parse(conference.phase);
	const standing = standingOf({
		participant: { state: participant.state as ParticipantState, age: null, hats: hatsOf(participant) },
		phase,
		now: settings.clock.now(),
		letIn,
		doorOpened,
		managesRegion: login.manages !== '' && login.manages === conference.region
	});
	// Also when the hat that barred somebody is no longer there.
	const barred = standing.barred || Boolean(participant.barred);
	return { account, participant: participant.id, isStaff: isStaff(standing), grants: grants({ ...standing, barred }, phase, thing) };
}

/** What the access table calls the room's document. */
function thingOf(room: Room): Thing {
	switch (room.kind) {
		case 'open':
			return 'agenda';
		case 'family':
			return 'question';
		case 'door':
			return 'door';
		case 'sealed':
			return room.document === 'book' ? 'circleBook' : 'privateRoom';
	}
}

/** LG1: written down before it is told, with their own rights. The clock counts in the demo alone (CK1). */
async function logReading(
	{ url, clock }: AdmissionSettings,
	{ conference, actor, token, address }: { conference: string; actor: string; token: string; address: string }
): Promise<void> {
	const headers = { 'X-Rondom-Moment': clock.now().toISOString() };
	await clientOf(url, token, address).collection('access_log').create({ conference, actor, action: 'read question' }, { headers });
}

async function participantOf(pb: PocketBase, conference: string, account: string): Promise<RecordModel | undefined> {
	const filter = pb.filter('conference = {:conference} && account = {:account}', { conference, account });
	const expand = 'hats_via_participant';
	return (await pb.collection('participants').getList(1, 1, { filter, expand, skipTotal: true })).items[0];
}

/** The room is the conference's own; its row is shown to those who may be in it. */
async function isRoomOf(pb: PocketBase, { conference, roomId }: Room & { kind: 'sealed' }): Promise<boolean> {
	const own = pb.filter('conference = {:conference} && roomId = {:roomId}', { conference, roomId });
	return (await pb.collection('rooms').getList(1, 1, { filter: own, skipTotal: true })).items.length > 0;
}

/**
 * Whether there is a row about this person, which they see: `let_in`, a member of the room let them in (AC2);
 * `door_openings`, a member opened the door for them to knock. The table says for whom that counts.
 */
async function hasRow(pb: PocketBase, collection: string, participant: string): Promise<boolean> {
	const about = pb.filter('participant = {:participant}', { participant });
	return (await pb.collection(collection).getList(1, 1, { filter: about, skipTotal: true })).items.length > 0;
}

function hatsOf(participant: RecordModel): Hat[] {
	return (participant.expand?.hats_via_participant ?? []) as Hat[];
}

function clientOf(url: string, token: string, address: string): PocketBase {
	const pb = new PocketBase(url).autoCancellation(false);
	pb.authStore.save(token, null);
	pb.beforeSend = (to, options) => {
		const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
		return { url: to, options: { ...options, signal, headers: { ...options.headers, [ADDRESS_HEADER]: address } } };
	};
	return pb;
}

/** The record, or undefined where there is none for this person; every other failure is thrown. */
async function found(record: Promise<RecordModel>): Promise<RecordModel | undefined> {
	try {
		return await record;
	} catch (error) {
		if (error instanceof ClientResponseError && [401, 403, 404].includes(error.status)) return undefined;
		throw error;
	}
}
