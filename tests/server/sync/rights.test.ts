import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { CLOSE, MESSAGE, SYNC, formatRoom } from '#lib/sync/protocol.ts';
import { BOOK, CONFERENCE, FAMILY, OPEN, TestSync, until, type Peer } from './startSync.ts';
import { presence, step1, typed, update } from './messages.ts';

let test: TestSync;
beforeEach(async () => {
	test = await TestSync.start();
});
afterEach(() => test.stop());

/** The kinds of message somebody was sent; the text of all updates together. */
const updates = (peer: Peer): number => peer.heard.filter(([kind, second]) => kind === MESSAGE.sync && second === SYNC.update).length;
const answered = (peer: Peer): Promise<void> =>
	until(() => peer.heard.some(([kind, second]) => kind === MESSAGE.sync && second === SYNC.step2));

describe('coming in', () => {
	it('asks somebody without a session, or with one that ended, to sign in', async () => {
		expect(await test.socket('', formatRoom(OPEN)).ended).toBe(CLOSE.signIn);
		expect(await test.socket('nobody', formatRoom(OPEN)).ended).toBe(CLOSE.signIn);
	});

	it('[AC3] refuses a stranger without a single frame, and y-websocket then stays away', async () => {
		const stranger = test.socket('stranger', formatRoom(OPEN));
		await stranger.send(step1());
		expect(await stranger.ended).toBe(CLOSE.notAllowed);
		expect(stranger.heard).toEqual([]);
		const device = test.device('stranger', OPEN);
		await until(() => !device.provider.shouldConnect);
		expect(test.rights.asked).toBe(2);
	});

	it('answers nobody before the decision is there, and then in order', async () => {
		const asking = Promise.withResolvers<void>();
		test.rights.before = () => asking.promise;
		const yara = test.socket('yara', formatRoom(OPEN));
		await yara.send(typed('eerst'), step1());
		await until(() => test.rights.asked === 1);
		expect(yara.heard).toEqual([]);
		asking.resolve();
		await answered(yara);
		const answer = yara.heard.find(([kind, second]) => kind === MESSAGE.sync && second === SYNC.step2);
		expect(Buffer.from(answer!).includes('eerst')).toBe(true);
	});

	it.each([['another host', 'https://evil.example'], ['no page at all', '']])('takes no socket from %s', async (_, origin) => {
		expect(await test.socket('yara', formatRoom(OPEN), { origin }).ended).toBe(403);
	});

	it('takes a socket from an origin the operator named', async () => {
		const socket = test.socket('yara', formatRoom(OPEN), { origin: 'https://rondom.example' });
		await socket.send(step1());
		await answered(socket);
	});

	it('tries for a while when rights cannot be asked, and then says: later', async () => {
		let failures = 0;
		test.rights.before = async () => {
			if (failures++ < 2) throw new Error('PocketBase is away');
		};
		await test.inRoom('yara', OPEN);
		expect(failures).toBe(3);
	});
});

describe('reading is not writing', () => {
	it('closes on a reader who sends something new, and nobody gets it', async () => {
		const yara = await test.inRoom('yara', OPEN);
		const ilse = test.socket('ilse', formatRoom(OPEN));
		await ilse.send(typed('van Ilse'));
		expect(await ilse.ended).toBe(CLOSE.notAllowed);
		expect((await test.inRoom('bas', OPEN)).words.toString()).toBe('');
		expect(yara.words.toString()).toBe('');
	});

	it('closes on a reader who deletes', async () => {
		const yara = await test.inRoom('yara', OPEN);
		yara.words.insert(0, 'blijft staan');
		const ilse = await test.inRoom('ilse', OPEN);
		const closed = new Promise<number>((resolve) => ilse.provider.on('closed', ({ code }) => resolve(code)));
		ilse.words.delete(0, 5);
		expect(await closed).toBe(CLOSE.notAllowed);
		expect((await test.inRoom('bas', OPEN)).words.toString()).toBe('blijft staan');
	});

	it('bears a reader who sends back what everybody has', async () => {
		const yara = await test.inRoom('yara', OPEN);
		yara.words.insert(0, 'bekend');
		yara.words.delete(0, 2);
		const ilse = test.socket('ilse', formatRoom(OPEN));
		await until(() => test.sync.load.connections === 2);
		await ilse.send(update(Y.encodeStateAsUpdate(yara.doc)), step1());
		await answered(ilse);
	});

	it('shows a reader who is there, but not the reader', async () => {
		const yara = await test.inRoom('yara', OPEN);
		yara.provider.awareness.setLocalState({ name: 'Yara' });
		const ilse = await test.inRoom('ilse', OPEN);
		ilse.provider.awareness.setLocalState({ name: 'Ilse' });
		const names = (): unknown[] => [...ilse.provider.awareness.getStates().values()].map((state) => state.name);
		await until(() => names().includes('Yara'));
		expect([...yara.provider.awareness.getStates().values()]).toEqual([{ name: 'Yara' }]);
	});
});

describe('rights that change', () => {
	it('[CO3] silences an open page at once: what is written while rights are asked again does not reach it', async () => {
		test.rights.levels.set('amina', 'write');
		const amina = test.socket('amina', formatRoom(OPEN));
		await amina.send(step1());
		await answered(amina);
		const bas = await test.inRoom('bas', OPEN);
		const asking = Promise.withResolvers<void>();
		test.rights.before = (who) => (who === 'amina' ? asking.promise : Promise.resolve());
		test.rights.levels.set('amina', 'none');
		test.sync.recheck({ conference: CONFERENCE });
		const yara = await test.inRoom('yara', OPEN);
		yara.words.insert(0, 'onder ons');
		await until(() => bas.words.length > 0);
		asking.resolve();
		expect(await amina.ended).toBe(CLOSE.notAllowed);
		expect(updates(amina)).toBe(0);
		expect(Buffer.concat(amina.heard).includes('onder ons')).toBe(false);
	});

	it('gives who may stay what was held meanwhile, both ways and in order', async () => {
		const yara = await test.inRoom('yara', OPEN);
		const bas = await test.inRoom('bas', OPEN);
		const asking = Promise.withResolvers<void>();
		test.rights.before = () => asking.promise;
		test.sync.recheck({ account: 'yara' });
		await until(() => test.rights.asked === 3);
		for (const letter of 'langzaam') yara.words.insert(yara.words.length, letter);
		bas.words.insert(0, 'van Bas ');
		await until(() => bas.words.toString() === 'van Bas ');
		expect(yara.words.toString()).toBe('langzaam');
		asking.resolve();
		await until(() => bas.words.length === 16 && yara.words.toString() === bas.words.toString());
	});

	it.each([
		['none', 'write'],
		['write', 'none']
	] as const)('believes the answer to the last question, not the one before: first %s, then %s', async (first, last) => {
		const answers = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
		test.rights.levels.set('bas', first);
		test.rights.before = () => answers[test.rights.asked - 1]!.promise;
		const bas = test.socket('bas', formatRoom(OPEN));
		await bas.send(step1());
		await until(() => test.rights.asked === 1);
		test.sync.recheck({ conference: CONFERENCE });
		await until(() => test.rights.asked === 2);
		answers[0]!.resolve();
		await until(() => test.rights.answered === 1);
		test.rights.levels.set('bas', last);
		expect(bas.heard).toEqual([]);
		answers[1]!.resolve();
		if (last === 'write') return answered(bas);
		expect(await bas.ended).toBe(CLOSE.notAllowed);
		expect(bas.heard).toEqual([]);
	});

	it('asks only those of whom something changed', async () => {
		await Promise.all([test.inRoom('yara', OPEN), test.inRoom('bas', FAMILY)]);
		test.sync.recheck({ account: 'bas' });
		test.sync.recheck({ conference: 'anotherconfrnce' });
		await until(() => test.rights.asked === 3);
		test.sync.recheck({ conference: CONFERENCE });
		await until(() => test.rights.asked === 5);
	});

	it('turns a writer into a reader without closing the page', async () => {
		const bas = test.socket('bas', formatRoom(OPEN));
		await bas.send(typed('voor'), step1());
		await answered(bas);
		test.rights.levels.set('bas', 'read');
		test.sync.recheck({ account: 'bas' });
		await bas.send(typed('na'));
		expect(await bas.ended).toBe(CLOSE.notAllowed);
		expect((await test.inRoom('yara', OPEN)).words.toString()).toBe('voor');
	});

	it('signs out everywhere: the open socket is asked to sign in', async () => {
		const yara = await test.inRoom('yara', OPEN);
		test.rights.levels.delete('yara');
		test.sync.recheck({ account: 'yara' });
		await until(() => !yara.provider.shouldConnect);
	});

	it('goes on with the last decision while changes may have been missed and nobody can be asked', async () => {
		const yara = await test.inRoom('yara', OPEN);
		const bas = await test.inRoom('bas', OPEN);
		test.rights.before = () => Promise.reject(new Error('PocketBase is away'));
		test.sync.recheck({}, { hold: false });
		yara.words.insert(0, 'we schrijven door');
		await until(() => bas.words.length > 0);
		expect(yara.provider.wsconnected).toBe(true);
	});
});

describe('[AC6] the question, for who may not have the family’s document', () => {
	it('is read from the document as it is now', async () => {
		const yara = await test.inRoom('yara', FAMILY);
		yara.doc.getText('question').insert(0, 'Hoe wordt het weer rustig in huis?');
		yara.doc.getText('strengths').insert(0, 'geheim van de familie');
		const bas = await test.inRoom('bas', FAMILY);
		await until(() => bas.doc.getText('strengths').length > 0);
		const answer = await test.get(`/sync/question/${CONFERENCE}`, 'ilse');
		expect(await answer.text()).toBe('{"question":"Hoe wordt het weer rustig in huis?"}');
		expect(answer.headers.get('cache-control')).toBe('no-store');
	});

	it('[AC3] looks the same for a stranger and for a conference that is not there', async () => {
		const answers = await Promise.all([
			test.get(`/sync/question/${CONFERENCE}`, 'stranger'),
			test.get('/sync/question/nosuchconferenc', 'stranger'),
			test.get('/sync/question/x', 'stranger')
		]);
		expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
		expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
		expect((await test.get(`/sync/question/${CONFERENCE}`, 'nobody')).status).toBe(401);
		expect(test.sync.load.rooms).toBe(0);
	});
});

describe('a sealed room', () => {
	it('passes on what it cannot read, to those who may relay', async () => {
		for (const who of ['yara', 'bas']) test.rights.levels.set(who, 'relay');
		const yara = await test.inRoom('yara', BOOK);
		const bas = await test.inRoom('bas', BOOK);
		yara.doc.getArray('log').push([new Uint8Array([1, 2, 3])]);
		await until(() => bas.doc.getArray('log').length === 1);
		yara.provider.awareness.setLocalState({ e: 'c2VhbGVk' });
		await until(() => [...bas.provider.awareness.getStates().values()].some((state) => state.e === 'c2VhbGVk'));
	});
});

it('tells nobody but those in the room that somebody is there', async () => {
	const ilse = test.socket('ilse', formatRoom(FAMILY));
	await ilse.send(step1());
	await answered(ilse);
	const before = ilse.heard.length;
	const yara = test.socket('yara', formatRoom(OPEN));
	await yara.send(presence({ client: 7, clock: 1, state: { name: 'Yara' } }), step1());
	await answered(yara);
	expect(ilse.heard.length).toBe(before);
});
