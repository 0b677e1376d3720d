import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createDevice } from '#lib/crypto/device/createDevice.ts';
import { parseInviteLink } from '#lib/crypto/invite/link.ts';
import { HOW } from '#lib/crypto/roster/record.ts';
import { editText } from '#lib/documents/editText.ts';
import { planText } from '#lib/documents/planDraft.ts';
import { Calling } from '#lib/sync/door/Calling.ts';
import { ComingIn } from '#lib/sync/door/ComingIn.ts';
import { Doorkeeper } from '#lib/sync/door/Doorkeeper.ts';
import type { InviteHow } from '#lib/sync/door/invite.ts';
import { formatRoom } from '#lib/sync/protocol.ts';
import type { SealedRoom } from '#lib/sync/sealedRoom/SealedRoom.ts';
import { wireRoomId } from '#lib/sync/sealedRoom/wireRoomId.ts';
import { Program } from '#tests/setup/program.ts';
import { Visitor } from '#tests/setup/Visitor.ts';
import { until } from '../sync/startSync.ts';
import { OwnDevice } from './OwnDevice.ts';

/** The whole program, and five of the family with a device each. Before Saturday, so nobody is in the room yet. */
let program: Program;
let conference: string;
let hulya: OwnDevice;
let hulyasRoom: SealedRoom;
let keeper: Doorkeeper;
const rooms = new Map<string, SealedRoom>();
const closing: { close(): unknown }[] = [];

async function sessionOf(who: string): Promise<Visitor> {
	const visitor = new Visitor(program.url);
	const { path } = await visitor.open(`/demo/door/preparation/${who}`);
	conference ||= path.split('/')[2]!;
	return visitor;
}
const deviceOf = async (who: string, me?: OwnDevice['told']['me']) =>
	OwnDevice.of(await sessionOf(who), program.url, conference, me);

beforeAll(async () => {
	program = await Program.start({ DEMO: '1', DEMO_NOW: '2026-12-27T13:00:00Z' });
	hulya = await deviceOf('hulya');
	hulyasRoom = await hulya.begins();
	await until(() => hulyasRoom.book.isOpen);
	keeper = await Doorkeeper.open(hulyasRoom);
	closing.push(hulyasRoom, keeper);
}, 180_000);
afterAll(async () => {
	for (const one of closing.reverse()) await one.close();
	await program?.[Symbol.asyncDispose]();
});

/** Hülya makes a link or picture, it is opened on somebody's own device, and she taps. */
async function letsIn(device: OwnDevice, how: InviteHow): Promise<SealedRoom> {
	const { person, name } = device.who;
	const invited = await keeper.invite({ person, name }, how);
	if (!invited.ok) throw new Error(invited.why);
	const coming = await ComingIn.begin((await parseInviteLink(invited.link))!, device.settings);
	closing.push(coming);
	await until(() => invited.invitation.state.at === 'knocked');
	await invited.invitation.yes();
	await until(() => coming.state.at === 'in' && invited.invitation.state.at === 'in');
	rooms.set(name, coming.room!);
	closing.push(coming.room!);
	return coming.room!;
}
const free = async (room: SealedRoom) => planText((await room.gathering('g1')).text, 'freeText');

describe('letting in, through the whole program', () => {
	it('[RM1] [SR6] [SR8] Riet by a link, Bas by a picture held up, Gino from afar by four pictures; and they write together', async () => {
		editText(await free(hulyasRoom), 'Woensdag bij oma');
		await letsIn(await deviceOf('riet'), 'link');
		await letsIn(await deviceOf('bas'), 'qr');

		const gino = await deviceOf('gino');
		const calling = (await Calling.begin(hulya.who.person, gino.settings))!;
		closing.push(calling);
		await until(() => keeper.rings.length === 1);
		const [ring] = keeper.rings;
		await ring!.answer();
		await until(() => calling.state.at === 'pictures' && ring!.state.at === 'rows');
		const spoken = calling.state.at === 'pictures' ? String(calling.state.pictures) : '';
		const rows = ring!.state.at === 'rows' ? ring!.state.rows : [];
		await ring!.pick(rows.find((row) => String(row) === spoken)!, 'Gino Martina');
		await calling.same();
		await until(() => calling.state.at === 'in' && ring!.state.at === 'in');
		rooms.set('Gino Martina', calling.room!);
		closing.push(calling.room!);

		const texts = await Promise.all([...rooms.values()].map(free));
		await until(() => texts.every((text) => text.toString() === 'Woensdag bij oma'));
		const ginos = await calling.room!.gathering('g1');
		await until(() => ginos.isOpen);
		editText(await free(calling.room!), 'Woensdag bij oma, Gino haalt ze op');
		const all = [...texts, await free(hulyasRoom)];
		await until(() => all.every((text) => text.toString().endsWith('haalt ze op')));
		expect(await hulya.inside()).toEqual(['Bas Hoekstra', 'Gino Martina', 'Hülya Aksoy', 'Riet de Wit']);
		const ways = hulyasRoom.circle.live.map(({ name, how }) => `${name} ${how}`).sort();
		expect(ways).toEqual([
			`Bas Hoekstra ${HOW.qr}`, `Gino Martina ${HOW.pictures}`, 'Hülya Aksoy null', `Riet de Wit ${HOW.link}`
		]);
	});

	it('[RM1] an interpreter cannot even knock until somebody inside invites him', async () => {
		const denzel = await deviceOf('denzel', { id: hulya.idOf('Denzel'), name: 'Denzel Croes' });
		const early = (await Calling.begin(hulya.who.person, denzel.settings))!;
		await until(() => early.state.at === 'over');
		expect(early.state).toEqual({ at: 'over', because: 'notInvited' });
		const room = await letsIn(denzel, 'link');
		expect(room.standing).toBe('live');
		// He opens for nobody.
		expect(await denzel.minds('letIn', hulya.idOf('Marleen'))).toBe(404);
	});

	it('[AC4] no invitation is made for who is coordinator or professional, nor for whom is not on the list', async () => {
		for (const name of ['Amina', 'Ilse']) {
			const invited = await keeper.invite({ person: hulya.idOf(name), name }, 'link');
			expect(invited).toEqual({ ok: false, why: 'notAllowed' });
		}
		expect(await keeper.invite({ person: 'a'.repeat(15), name: 'X' }, 'link')).toEqual({ ok: false, why: 'notAllowed' });
	});

	it('[AC3] nobody outside minds the door: not the coordinator, not a member who is not in', async () => {
		const [amina, marleen] = [await sessionOf('amina'), await deviceOf('marleen')];
		const path = `/conference/${conference}/room`;
		for (const verb of ['letIn', 'letOut', 'openDoor', 'closeDoor', 'keepIn']) {
			const body = { verb, person: marleen.who.person };
			expect((await amina.ask('PATCH', path, body)).status, `Amina ${verb}`).toBe(404);
		}
		expect(await marleen.minds('letIn', hulya.idOf('Joop'))).toBe(404);
		expect(await marleen.minds('letIn', marleen.who.person)).toBe(404);
		expect(await marleen.minds('letOut', hulya.who.person)).toBe(404);
		expect(await marleen.minds('break', hulya.who.person)).toBe(400);
	});

	it('[IN3] Amina with Riet’s session and all the server has: she is not let in, and reads and changes nothing', async () => {
		const amina = await deviceOf('riet');
		const calling = (await Calling.begin(hulya.who.person, amina.settings))!;
		closing.push(calling);
		await until(() => keeper.rings.some(({ state }) => state.at === 'rings'));
		const ring = keeper.rings.find(({ state }) => state.at === 'rings')!;
		expect(ring.alreadyIn.map(({ label }) => label)).toEqual(['telefoon']);
		// The server passes on to her what it passes on to Riet: frames that she has no key to.
		const outer = new Y.Doc();
		const room = { kind: 'sealed' as const, conference, roomId: wireRoomId(hulyasRoom.roomId), document: 'book' };
		const wire = amina.ports.connect(formatRoom(room), outer);
		closing.push(wire);
		await until(() => wire.state === 'synced' && outer.getArray('log').length > 0);
		const bytes = Buffer.from(Y.encodeStateAsUpdate(outer));
		for (const word of ['Woensdag', 'oma', 'Hülya']) expect(bytes.includes(word)).toBe(false);
		const device = await createDevice();
		outer.getMap('env').set(`b/${hulyasRoom.circle.roster.writeGeneration}/${device.id}`, new Uint8Array(158));
		outer.getArray('log').push([new Uint8Array(300).fill(1)]);
		ring.no();
		await until(() => hulyasRoom.book.counts.foreign + hulyasRoom.book.counts.junk > 0);
		expect(hulyasRoom.circle.roster.devices.has(device.id)).toBe(false);
		expect(calling.state.at).toBe('ringing');
		expect(hulyasRoom.circle.live.filter(({ name }) => name.startsWith('Riet'))).toHaveLength(1);
	});

	it('[RM2] one member asks, two put out: then Bas’s page is closed at once; and nobody puts out Yara', async () => {
		const bass = rooms.get('Bas Hoekstra')!;
		await until(() => bass.book.state === 'synced');
		expect(await hulya.minds('letOut', hulya.idOf('Bas'))).toBe(202);
		expect(bass.book.state).toBe('synced');
		// She thinks better of it: then it takes two again.
		expect(await hulya.minds('keepIn', hulya.idOf('Bas'))).toBe(204);
		const gino = await deviceOf('gino');
		expect(await gino.minds('letOut', gino.idOf('Bas'))).toBe(202);
		expect(bass.book.state).toBe('synced');
		expect(await hulya.minds('letOut', hulya.idOf('Bas'))).toBe(204);
		await until(() => bass.book.refusal === 4403);
		// Somebody whose press did not come through may press again.
		expect(await gino.minds('letOut', gino.idOf('Bas'))).toBe(204);
		expect(await hulya.inside()).not.toContain('Bas Hoekstra');
		const yara = await deviceOf('yara');
		await letsIn(yara, 'link');
		expect(await hulya.minds('letOut', yara.who.person)).toBe(404);
		expect(await yara.minds('letOut', hulya.idOf('Gino'))).toBe(204);
		await until(() => rooms.get('Gino Martina')!.book.refusal === 4403);
		expect(await yara.minds('letOut', yara.who.person)).toBe(204);
	});
});
