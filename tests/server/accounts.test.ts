import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Mailbox } from '#tests/setup/mailbox.ts';
import { Program } from '#tests/setup/program.ts';
import { Visitor } from '#tests/setup/Visitor.ts';

/**
 * An empty installation that fills: Karin sets it up, makes a coordinator and a referrer, Ilse applies for Yara.
 * One story, told in order, with the real program, real PocketBase and mail that really arrives.
 */
let program: Program;
let mailbox: Mailbox;
let setUpPath = '';

const password = 'een lange zin voor Karin';
const codeIn = (text: string) => /\/in\/([0-9A-Z-]{14})/.exec(text)?.[1] ?? '';
const digitsIn = (text: string) => /\b(\d{6})\b/.exec(text.split('\n\n').slice(1).join('\n'))?.[1] ?? '';

beforeAll(async () => {
	mailbox = await Mailbox.open();
	program = await Program.start({ SMTP_URL: mailbox.url });
	setUpPath = new URL(/https?:\S+\/set-up\/\S+/.exec(program.said)![0]).pathname;
});
afterAll(async () => {
	await program?.[Symbol.asyncDispose]();
	await mailbox?.[Symbol.asyncDispose]();
});

const visitor = () => new Visitor(program.url);
const karin = async () => {
	const somebody = visitor();
	await somebody.send('/sign-in?/password', { identity: 'karin@regio.example', password });
	return somebody;
};

describe('an empty installation', () => {
	it('[IN1] keeps what Karin typed when her password is too short, and says what to do', async () => {
		const fields = { region: 'Waterveen', name: 'Karin Oosterhuis', mail: 'karin@regio.example', password: 'kort' };
		const page = await visitor().send(setUpPath, fields);
		expect(page.status).toBe(400);
		expect(page.text).toContain('minstens 12 tekens');
		expect(page.text).toContain('value="Karin Oosterhuis"');
		expect(page.text).not.toContain('value="kort"');
	});

	it('makes the first region manager by the link from the terminal, once', async () => {
		const fields = { region: 'Waterveen', name: 'Karin Oosterhuis', mail: 'karin@regio.example', password };
		const first = await visitor().send(setUpPath, fields);
		expect(first.path).toBe('/region');
		const second = await visitor().send(setUpPath, { ...fields, mail: 'dief@regio.example' });
		expect(second.path).toBe(setUpPath);
		expect(second.text).toContain('klopt niet');
	});

	it('keeps the session where scripts cannot read it', async () => {
		const answer = await fetch(`${program.url}/sign-in?/password`, {
			method: 'POST',
			redirect: 'manual',
			headers: { origin: program.url, accept: 'text/html' },
			body: new URLSearchParams({ identity: 'karin@regio.example', password })
		});
		expect(answer.headers.getSetCookie().find((line) => line.startsWith('rondom='))).toMatch(/HttpOnly/i);
	});
});

describe('staff', () => {
	it('gives Amina a login that works once by mail, and a password of her own', async () => {
		const seen = mailbox.mails.length;
		const made = { name: 'Amina Bouzid', mail: 'amina@coordinator.example', organisation: 'Netwerk Oost', kind: 'coordinator' };
		const page = await (await karin()).send('/region?/add', made);
		expect(page.status).toBe(200);
		const code = codeIn(await mailbox.mailTo('amina@coordinator.example', seen));
		const amina = visitor();
		expect((await amina.send('/in', { code })).path).toBe('/account');
		expect((await visitor().send('/in', { code })).text).toContain('klopt niet');
		await amina.send('/account?/password', { password: 'de weg van Amina is lang' });
		const again = visitor();
		const signedIn = await again.send('/sign-in?/password', {
			identity: 'Amina@Coordinator.example',
			password: 'de weg van Amina is lang'
		});
		expect(signedIn.path).toBe('/conference');
	});

	it('[AC3] shows the region to nobody but its manager', async () => {
		const amina = visitor();
		await amina.send('/sign-in?/password', { identity: 'amina@coordinator.example', password: 'de weg van Amina is lang' });
		expect((await amina.open('/region')).status).toBe(404);
		expect((await visitor().open('/region')).path).toBe('/sign-in');
	});

	it('[AC3] answers a wrong name and a wrong password alike', async () => {
		const wrong = await visitor().send('/sign-in?/password', { identity: 'karin@regio.example', password: 'x' });
		const unknown = await visitor().send('/sign-in?/password', { identity: 'niemand@regio.example', password: 'x' });
		const same = (text: string) => text.replace(/value="[^"]*"/g, '').replace(/identity:"[^"]*"/g, '').replace(/nonce="[^"]*"|sveltekit_\w+/g, '');
		expect(same(wrong.text)).toBe(same(unknown.text));
	});
});

describe('signing in by mail', () => {
	it('sends six digits that work once', async () => {
		const seen = mailbox.mails.length;
		const somebody = visitor();
		await somebody.send('/sign-in?/code', { identity: 'karin@regio.example' });
		const digits = digitsIn(await mailbox.mailTo('karin@regio.example', seen));
		expect((await somebody.send('/sign-in?/digits', { mail: 'karin@regio.example', digits })).path).toBe('/conference');
		const again = await visitor().send('/sign-in?/digits', { mail: 'karin@regio.example', digits });
		expect(again.text).toContain('klopt niet');
	});

	it('is void after five wrong tries, also for the right digits', async () => {
		const seen = mailbox.mails.length;
		await visitor().send('/sign-in?/code', { identity: 'karin@regio.example' });
		const digits = digitsIn(await mailbox.mailTo('karin@regio.example', seen));
		const wrong = digits === '000000' ? '000001' : '000000';
		for (let tries = 0; tries < 5; tries++) {
			await visitor().send('/sign-in?/digits', { mail: 'karin@regio.example', digits: wrong });
		}
		const late = await visitor().send('/sign-in?/digits', { mail: 'karin@regio.example', digits });
		expect(late.text).toContain('klopt niet');
	});

	it('[AC3] says the same of an address nobody has, and mails nothing there', async () => {
		const before = mailbox.mails.length;
		const page = await visitor().send('/sign-in?/code', { identity: 'niemand@kring.example' });
		expect(page.text).toContain('Kennen wij niemand@kring.example?');
		expect(mailbox.mails.slice(before)).toEqual([]);
	});

	it('asks who it is when two people share an address, and lets nobody choose a third', async () => {
		const manager = await karin();
		const shared = 'thuis@kring.example';
		for (const name of ['Riet de Wit', 'Henk de Wit']) {
			await manager.send('/region?/add', { name, mail: shared, organisation: 'Familie De Wit', kind: 'referrer' });
		}
		const seen = mailbox.mails.length;
		const somebody = visitor();
		await somebody.send('/sign-in?/code', { identity: shared });
		const digits = digitsIn(await mailbox.mailTo(shared, seen));
		const choice = await somebody.send('/sign-in?/digits', { mail: shared, digits });
		expect(choice.text).toContain('Wie ben je?');
		const henk = /value="([a-z0-9]{15})"[^>]*>(?:<!--[^>]*-->)*Henk/.exec(choice.text)![1]!;
		const stranger = await somebody.send('/sign-in?/who', { account: 'aaaaaaaaaaaaaaa' });
		expect(stranger.path).toBe('/sign-in');
		expect((await somebody.send('/sign-in?/who', { account: henk })).path).toBe('/conference');
		expect((await somebody.open('/account')).text).toContain('Henk de Wit');
	});

	it('mails a code five times in a quarter of an hour and no more, and says nothing else than before', async () => {
		const often = 'vaak@regio.example';
		const made = { name: 'Vera Vaak', mail: often, organisation: 'Waterveen', kind: 'referrer' };
		await (await karin()).send('/region?/add', made);
		const seen = mailbox.mails.length;
		for (let time = 0; time < 8; time++) {
			expect((await visitor().send('/sign-in?/code', { identity: often })).text).toContain(`Kennen wij ${often}?`);
		}
		await mailbox.mailTo(often, seen + 4);
		await (await karin()).send('/region?/add', { ...made, name: 'Later', mail: 'later@regio.example' });
		await mailbox.mailTo('later@regio.example', seen);
		expect(mailbox.mails.slice(seen).filter(({ to }) => to === often)).toHaveLength(5);
	});

	it('lets nobody try more than twenty codes in a quarter of an hour, however many were asked for', async () => {
		const tried = 'geraden@regio.example';
		const guess = () => visitor().send('/sign-in?/digits', { mail: tried, digits: '000000' });
		for (let time = 0; time < 20; time++) expect((await guess()).text).toContain('klopt niet');
		expect((await guess()).text).toContain('Dat was te vaak');
	});

	it('[IN3] ends the first link once its person has come in another way: who made the login has seen it', async () => {
		const mail = 'nieuw@regio.example';
		const page = await (await karin()).send('/region?/add', { name: 'Nina Nieuw', mail, organisation: 'Waterveen', kind: 'referrer' });
		const code = codeIn(page.text);
		expect(code).not.toBe('');
		const seen = mailbox.mails.length;
		const nina = visitor();
		await nina.send('/sign-in?/code', { identity: mail });
		await nina.send('/sign-in?/digits', { mail, digits: digitsIn(await mailbox.mailTo(mail, seen)) });
		expect((await nina.open('/account')).text).toContain('Nina Nieuw');
		expect((await visitor().send('/in', { code })).text).toContain('klopt niet');
	});

	it('signs out everywhere: the other browser is nobody at its next step', async () => {
		const [here, elsewhere] = [await karin(), await karin()];
		expect((await elsewhere.open('/region')).status).toBe(200);
		await here.send('/account?/signOutEverywhere', {});
		expect((await elsewhere.open('/region')).path).toBe('/sign-in');
	});
});

describe('an application', () => {
	let conference = '';

	it('[PH1] Ilse applies; Yara hears of it by mail and opening the link alone changes nothing', async () => {
		const seen = mailbox.mails.length;
		await (await karin()).send('/region?/add', {
			name: 'Ilse Brandsma',
			mail: 'ilse@jeugdbescherming.example',
			organisation: 'Jeugdbescherming Waterveen',
			kind: 'referrer'
		});
		const ilse = visitor();
		await ilse.send('/in', { code: codeIn(await mailbox.mailTo('ilse@jeugdbescherming.example', seen)) });
		const region = /value="([a-z0-9]{15})"/.exec((await ilse.open('/apply')).text)![1]!;
		await ilse.send('/apply', {
			title: 'Rust in huis',
			region,
			centralPerson: 'Yara de Wit',
			age: '34',
			mail: 'yara@kring.example',
			reason: 'Wat is er nodig zodat Yara weer kracht krijgt?'
		});
		const code = codeIn(await mailbox.mailTo('yara@kring.example', seen));
		await visitor().open(`/in/${code}`);
		await visitor().open(`/in/${code}`);
		const yara = visitor();
		const page = await yara.send('/in', { code });
		expect(page.path).toMatch(/^\/conference\/[a-z0-9]{15}\/answer$/);
		expect(page.text).toContain('Nee zeggen heeft geen gevolgen.');
		// By the mailed link: the address is hers.
		expect((await yara.open('/account')).text).toContain('yara@kring.example');
		conference = page.path.split('/')[2]!;
		expect((await (await karin()).open('/region')).text).toContain('Wacht op het ja');

		const said = await yara.send(`/conference/${conference}/answer?/yes`, { wishes: 'Een vrouw, van buiten Waterveen.' });
		expect(said.status).toBe(200);
	});

	it('[IN3] an address that somebody else typed is no way in: Roos came by letter, and gives her own', async () => {
		const ilse = visitor();
		const before = mailbox.mails.length;
		await ilse.send('/sign-in?/code', { identity: 'ilse@jeugdbescherming.example' });
		const digits = digitsIn(await mailbox.mailTo('ilse@jeugdbescherming.example', before));
		await ilse.send('/sign-in?/digits', { mail: 'ilse@jeugdbescherming.example', digits });
		const region = /value="([a-z0-9]{15})"/.exec((await ilse.open('/apply')).text)![1]!;
		const wanted = { title: 'Voor Roos', region, centralPerson: 'Roos Vos', age: '40', mail: 'ilse@elders.example', reason: 'Rust.' };
		const letter = codeIn((await ilse.send('/apply', wanted)).text);
		const mailed = codeIn(await mailbox.mailTo('ilse@elders.example', before));
		expect(letter).not.toBe(mailed);
		const roos = visitor();
		await roos.send('/in', { code: letter });
		const account = await roos.open('/account');
		expect(account.text).toContain('Roos Vos');
		expect(account.text).not.toContain('ilse@elders.example');
		// One invitation, two ways to bring it: the other is spent.
		expect((await visitor().send('/in', { code: mailed })).text).toContain('klopt niet');
		const own = 'roos@kring.example';
		const seen = mailbox.mails.length;
		expect((await roos.send('/account?/mail', { mail: own })).text).toContain(`naar ${own}`);
		expect((await roos.send('/account?/digits', { mail: own, digits: '12' })).text).toContain('klopt niet');
		expect((await roos.open('/account')).text).not.toContain(own);
		await roos.send('/account?/digits', { mail: own, digits: digitsIn(await mailbox.mailTo(own, seen)) });
		expect((await roos.open('/account')).text).toContain(own);
	});

	it('[CO1] Karin cannot match Bram, who works where Ilse works; she matches Amina', async () => {
		const manager = await karin();
		await manager.send('/region?/add', {
			name: 'Bram Visser',
			mail: 'bram@coordinator.example',
			organisation: 'Jeugdbescherming  waterveen',
			kind: 'coordinator'
		});
		const region = await manager.open('/region');
		expect(region.text).toContain('Een vrouw, van buiten Waterveen.');
		const optionOf = (name: string) => new RegExp(`value="([a-z0-9]{15})"[^>]*>[^]{0,60}?<strong>${name}`).exec(region.text)![1]!;
		const bram = await manager.send('/region?/match', { conference, coordinator: optionOf('Bram') });
		expect(bram.status).toBe(409);
		expect(bram.text).toContain('Bram Visser kan dit niet doen.');
		expect(bram.text).toContain('Vraag een andere coördinator.');
		expect(bram.text).not.toMatch(/type="radio"[^>]*>[^]{0,60}?<strong>Bram/);
		expect(bram.text).toMatch(/type="radio"[^>]*>[^]{0,60}?<strong>Amina/);
		const amina = await manager.send('/region?/match', { conference, coordinator: optionOf('Amina') });
		expect(amina.status).toBe(200);
	});
});
