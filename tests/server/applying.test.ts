import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Mailbox } from '#tests/setup/mailbox.ts';
import { Program } from '#tests/setup/program.ts';
import { type Page, Visitor } from '#tests/setup/Visitor.ts';

/**
 * Anybody applies, also a family for itself and without a login; each central person says yes, or who answers for a
 * child; whoever is matched declares to be independent; and another is put in place with the family's yes.
 */
let program: Program;
let mailbox: Mailbox;
let region = '';
const password = 'een lange zin voor iedereen';
/** One browser for each of the staff: from one address nobody signs in without end. */
const staff = new Map<string, Visitor>();
const karin = () => signedIn('karin@regio.example');

beforeAll(async () => {
	mailbox = await Mailbox.open();
	program = await Program.start({ SMTP_URL: mailbox.url });
	const setUp = new URL(/https?:\S+\/set-up\/\S+/.exec(program.said)![0]).pathname;
	const first = { region: 'Waterveen', name: 'Karin Oosterhuis', mail: 'karin@regio.example', password };
	await new Visitor(program.url).send(setUp, first);
	region = /name="region" value="([a-z0-9]{15})"/.exec((await visitor().open('/apply?for=self')).text)![1]!;
	await addStaff('Amina Bouzid', 'Netwerk Oost', 'coordinator');
	await addStaff('Noor Jansen', 'Noor helpt', 'coordinator');
	await addStaff('Ilse Brandsma', 'Jeugdbescherming Waterveen', 'referrer');
});
afterAll(async () => {
	await program?.[Symbol.asyncDispose]();
	await mailbox?.[Symbol.asyncDispose]();
});

const visitor = () => new Visitor(program.url);
const readable = (text: string) => text.replace(/<script[^]*?<\/script>/g, '').replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const codeIn = (text: string) => /\/in\/([0-9A-Z-]{14})/.exec(text)?.[1] ?? '';
const codesOn = (page: Page) => [...page.text.matchAll(/is ([0-9A-HJKMNP-TV-Z-]{14})\./g)].map(([, code]) => code!);
const mailOf = (name: string) => `${name.split(' ')[0]!.toLowerCase()}@post.example`;

async function signedIn(identity: string): Promise<Visitor> {
	const known = staff.get(identity);
	if (known) return known;
	const somebody = visitor();
	await somebody.send('/sign-in?/password', { identity, password });
	staff.set(identity, somebody);
	return somebody;
}

async function addStaff(name: string, organisation: string, kind: string): Promise<void> {
	const seen = mailbox.mails.length;
	await (await karin()).send('/region?/add', { name, mail: mailOf(name), organisation, kind });
	const somebody = visitor();
	await somebody.send('/in', { code: codeIn(await mailbox.mailTo(mailOf(name), seen)) });
	await somebody.send('/account?/password', { password });
	staff.set(mailOf(name), somebody);
}

const about = (more: Record<string, string>) => ({ region, title: 'Samen verder', reason: 'We willen zelf een plan.', ...more });

async function applied(who: Visitor, more: Record<string, string>): Promise<{ page: Page; conference: string }> {
	const page = await who.send('/apply', about(more));
	const conference = /\/conference\/([a-z0-9]{15})/.exec(page.text)?.[1] ?? '';
	return { page, conference };
}

/** Somebody who applies for themselves by a password, named as told. */
async function applicant(name: string, more: Record<string, string> = {}) {
	const who = visitor();
	const title = `Plan van ${name}`;
	const { page, conference } = await applied(who, { for: 'self', age: '34', name, password, title, ...more });
	return { who, page, conference, title };
}

async function matched(title: string, coordinator: string): Promise<Page> {
	const manager = await karin();
	const { text } = await manager.open('/region');
	const article = text.slice(text.indexOf(`>${title}<`));
	const conference = /name="conference" value="([a-z0-9]{15})"/.exec(article)![1]!;
	return manager.send('/region?/match', { conference, coordinator: idOf(text, coordinator) });
}

const idOf = (text: string, name: string) => new RegExp(`value="([a-z0-9]{15})"[^>]*>[^]{0,80}?<strong>${name}`).exec(text)![1]!;

describe('a family without a login', () => {
	it('[PH1] chooses for whom it is; a professional is asked no such thing', async () => {
		const { text } = await visitor().open('/apply');
		for (const way of ['self', 'child', 'other']) expect(text).toContain(`/apply?for=${way}`);
		const ilse = await (await signedIn(mailOf('Ilse'))).open('/apply');
		expect(readable(ilse.text)).toContain('Je vraagt dit aan namens Jeugdbescherming Waterveen.');
		expect(ilse.text).not.toContain('name="password"');
	});

	it('[AC4] Ilse, who comes for an organisation, is never circle by a form that she is not shown', async () => {
		const ilse = await signedIn(mailOf('Ilse'));
		for (const way of ['child', 'self']) {
			const title = `Als familie, ${way}`;
			const age = way === 'child' ? '9' : '34';
			const refused = await ilse.send('/apply', about({ for: way, centralPerson: 'Kim', age, title }));
			expect(refused.status).toBe(409);
			expect(readable(refused.text)).toContain('Je werkt voor een organisatie. Vraag het aan voor een ander.');
			expect(readable(refused.text)).toContain('Je vraagt dit aan namens Jeugdbescherming Waterveen.');
			expect(refused.text).toContain(`value="${title}"`);
			expect((await ilse.open('/conference')).text).not.toContain(title);
		}
	});

	it('[PH1] applies by a code that is really mailed, and says yes with wishes before anybody is matched', async () => {
		const seen = mailbox.mails.length;
		const who = visitor();
		const typed = about({ for: 'self', age: '34', name: 'Dina Smit', ownMail: 'dina@kring.example', title: 'Rust' });
		const asked = await who.send('/apply', typed);
		expect(readable(asked.text)).toContain('We stuurden een code naar dina@kring.example.');
		expect(asked.text).toContain('name="reason" value="We willen zelf een plan."');
		const digits = /\b(\d{6})\b/.exec((await mailbox.mailTo('dina@kring.example', seen)).split('\n\n').slice(1).join())![1]!;
		const wrong = digits === '000000' ? '000001' : '000000';
		const refused = await who.send('/apply', { ...typed, digits: wrong });
		expect(readable(refused.text)).toContain('Deze code klopt niet');
		const done = await who.send('/apply', { ...typed, digits });
		expect(readable(done.text)).toContain('De aanvraag is gedaan');
		const conference = /\/conference\/([a-z0-9]{15})/.exec(done.text)![1]!;
		expect((await who.open(`/conference/${conference}`)).path).toBe(`/conference/${conference}/answer`);
		expect(readable((await (await karin()).open('/region')).text)).toMatch(/Rust Waarom[^]*Wacht op het ja/);
		const said = await who.send(`/conference/${conference}/answer?/yes`, { wishes: 'Iemand van buiten het dorp.' });
		expect(readable(said.text)).toContain('Je zei ja');
		expect(readable((await (await karin()).open('/region')).text)).toContain('Iemand van buiten het dorp.');
		// The same address and name later: the same login.
		const again = visitor();
		await again.send('/sign-in?/code', { identity: 'dina@kring.example' });
		expect((await again.open('/account')).path).toBe('/sign-in');
	});

	it('[PH1] [IN1] applies without mail: a sign-in name and a password of their own', async () => {
		const { page, who } = await applicant('Toon Bakker');
		const handle = /inlognaam is (toon-\d+)\./.exec(readable(page.text))![1]!;
		expect((await who.open('/account')).text).toContain('Toon Bakker');
		const again = visitor();
		expect((await again.send('/sign-in?/password', { identity: handle, password })).path).toBe('/conference');
	});

	it('[PH1] is told per field what to mend, and nobody types twice', async () => {
		const typed = about({ for: 'self', age: 'oud', name: '', title: '' });
		const page = await visitor().send('/apply', typed);
		expect(page.status).toBe(400);
		for (const said of ['Vul een getal in, bijvoorbeeld 34.', 'Vul dit in.']) expect(readable(page.text)).toContain(said);
		expect(page.text).toContain('We willen zelf een plan.');
		const short = await visitor().send('/apply', about({ for: 'self', age: '34', name: 'Toon', password: 'kort' }));
		expect(readable(short.text)).toContain('wachtwoord van minstens 12 tekens');
		expect(short.text).not.toContain('value="kort"');
		const none = await visitor().send('/apply', about({ for: 'self', age: '34', name: 'Toon' }));
		expect(readable(none.text)).toContain('Vul je e-mailadres in, of kies een wachtwoord.');
	});

	it('[PH1] no more than five codes are mailed for one address in a quarter of an hour', async () => {
		const typed = about({ for: 'self', age: '34', name: 'Dina Smit', ownMail: 'veel@kring.example' });
		const answers = [];
		for (let tries = 0; tries < 6; tries++) answers.push(readable((await visitor().send('/apply', typed)).text));
		expect(answers.at(-1)).toContain('Dat was te vaak.');
	});

	it('[AC4] whoever applied for themselves is the central person and nothing else', async () => {
		const { who, conference } = await applicant('Mo Haddad');
		expect((await who.open('/region')).status).toBe(404);
		expect((await who.open(`/conference/${conference}/preparation/people`)).status).toBe(404);
	});
});

describe('the yes of a child', () => {
	it('[PH1] below 12 the parent says it alone; the child gets no letter', async () => {
		const who = visitor();
		const parent = { for: 'child', name: 'Yara de Wit', password, centralPerson: 'Fenna', age: '6', title: 'Voor Fenna' };
		const { page, conference } = await applied(who, parent);
		expect(codesOn(page)).toEqual([]);
		const answer = await who.open(`/conference/${conference}`);
		expect(readable(answer.text)).toContain('Zeg je ja voor Fenna?');
		await who.send(`/conference/${conference}/answer?/yes`, { wishes: 'Iemand die van kinderen houdt.' });
		expect((await matched('Voor Fenna', 'Amina')).status).toBe(200);
	});

	it('[PH1] from 12 to 15 both say it: Sem’s yes alone is not enough, nor his mother’s', async () => {
		const who = visitor();
		const parent = { for: 'child', name: 'Dina Smit', password, centralPerson: 'Sem', age: '13', title: 'Voor Sem' };
		const { page, conference } = await applied(who, parent);
		const [code] = codesOn(page);
		const said = await who.send(`/conference/${conference}/answer?/yes`, { wishes: '' });
		expect(readable(said.text)).toContain('We wachten nog op het ja van Sem.');
		expect((await matched('Voor Sem', 'Amina')).status).toBe(409);
		const sem = visitor();
		const letter = await sem.send('/in', { code: code! });
		expect(readable(letter.text)).toContain('Sem, jij beslist.');
		const own = await sem.send(`/conference/${conference}/answer?/yes`, { wishes: 'Een man graag.' });
		expect(readable(own.text)).toContain('Je zei ja');
		expect((await matched('Voor Sem', 'Amina')).status).toBe(200);
	});

	it('[PH1] whoever asks for a child of another names who decides; that one is asked, and sees for whom', async () => {
		const ilse = await signedIn(mailOf('Ilse'));
		const typed = { for: 'other', centralPerson: 'Kim', age: '10', title: 'Voor Kim' };
		const refused = await ilse.send('/apply', about(typed));
		expect(readable(refused.text)).toContain('Schrijf op wie er meebeslist.');
		const { page } = await applied(ilse, { ...typed, representative: 'Oma Bep' });
		const [code, ...more] = codesOn(page);
		expect(more).toEqual([]);
		const bep = visitor();
		const asked = await bep.send('/in', { code: code! });
		expect(readable(asked.text)).toContain('Zeg je ja voor Kim?');
		const said = await bep.send(`${asked.path}?/yes`, { wishes: '' });
		expect(readable(said.text)).toContain('Je zei ja');
		expect((await ilse.open(asked.path)).status).toBe(404);
	});
});

describe('a no', () => {
	it('[PH1] erases everything, has no consequence, and asks no reason', async () => {
		const seen = mailbox.mails.length;
		const ilse = await signedIn(mailOf('Ilse'));
		const wanted = { for: 'other', centralPerson: 'Roos Vos', age: '40', mail: 'roos@kring.example', title: 'Voor Roos' };
		await applied(ilse, wanted);
		const roos = visitor();
		const asked = await roos.send('/in', { code: codeIn(await mailbox.mailTo('roos@kring.example', seen)) });
		expect(readable(asked.text)).toContain('Dan wissen we alles.');
		const page = await roos.send(`${asked.path}?/no`, {});
		expect(page.path).toBe('/said-no');
		expect(readable(page.text)).toContain('Alles is gewist');
		expect((await roos.open(asked.path)).status).toBe(404);
		expect((await ilse.open('/conference')).text).not.toContain('Voor Roos');
		expect((await (await karin()).open('/region')).text).not.toContain('Voor Roos');
	});

	it('[PH1] may come after a yes, until there is a coordinator; of a child by who answers too', async () => {
		const { who, conference, title } = await applicant('Fatma Kaya');
		await who.send(`/conference/${conference}/answer?/yes`, { wishes: '' });
		expect((await (await karin()).open('/region')).text).toContain(title);
		expect((await who.send(`/conference/${conference}/answer?/no`, {})).path).toBe('/said-no');
		expect((await (await karin()).open('/region')).text).not.toContain(title);
		const parent = visitor();
		const child = { for: 'child', name: 'Yara de Wit', password, centralPerson: 'Milan', age: '11', title: 'Voor Milan' };
		const of = await applied(parent, child);
		expect((await parent.send(`/conference/${of.conference}/answer?/no`, {})).path).toBe('/said-no');
		expect((await parent.open(`/conference/${of.conference}`)).status).toBe(404);
	});
});

describe('whoever is matched', () => {
	it('[CO1] sees names and wishes, declares with a tick, and only then organises; the family reads the day', async () => {
		const { who, conference, title } = await applicant('Lies Mulder');
		await who.send(`/conference/${conference}/answer?/yes`, { wishes: 'Iemand die fietst.' });
		const seen = mailbox.mails.length;
		await matched(title, 'Amina');
		const mail = await mailbox.mailTo(mailOf('Amina'), seen);
		expect(mail).toContain(`${program.url}/conference/${conference}`);
		for (const secret of [title, 'Lies Mulder', 'Iemand die fietst.']) expect(mail).not.toContain(secret);
		const amina = await signedIn(mailOf('Amina'));
		const asked = await amina.open(`/conference/${conference}`);
		expect(asked.path).toBe(`/conference/${conference}/answer`);
		for (const seen of ['Lies Mulder', 'Iemand die fietst.', 'Ben je onafhankelijk?']) expect(readable(asked.text)).toContain(seen);
		expect((await amina.open(`/conference/${conference}/preparation/people`)).text).not.toContain('?/add');
		const without = await amina.send(`${asked.path}?/declare`, {});
		expect(readable(without.text)).toContain('Zet eerst een vinkje');
		expect((await amina.send(`${asked.path}?/declare`, { declares: 'on' })).path).toBe(`/conference/${conference}`);
		expect((await amina.open(`/conference/${conference}/preparation/people`)).text).toContain('?/add');
		const { text } = await who.open(`/conference/${conference}/preparation/coordinator`);
		expect(readable(text)).toMatch(/Amina Bouzid verklaarde op [^:]+ \d{4}: ik hoor bij niemand die meedoet\./);
	});

	it('[CO1] says no: Karin sees it and offers somebody else, whom the family is asked about', async () => {
		const { who, conference, title } = await applicant('Rik Vos');
		await who.send(`/conference/${conference}/answer?/yes`, { wishes: '' });
		await matched(title, 'Noor');
		const noor = await signedIn(mailOf('Noor'));
		await noor.open(`/conference/${conference}`);
		await noor.send(`/conference/${conference}/answer?/decline`, {});
		expect((await noor.open(`/conference/${conference}`)).status).toBe(404);
		const manager = await karin();
		expect(readable((await manager.open('/region')).text)).toContain(`${title} Er is nu geen coördinator.`);
		const seen = mailbox.mails.length;
		await offer(conference, 'Amina', 'other');
		expect(await mailbox.mailTo(mailOf('Amina'), seen)).toContain('De familie zegt eerst ja of nee.');
		const asked = await who.open(`/conference/${conference}/preparation/coordinator`);
		expect(readable(asked.text)).toContain('Is Amina Bouzid goed als coördinator?');
	});
});

async function offer(conference: string, coordinator: string, reason: string): Promise<Page> {
	const manager = await karin();
	const { text } = await manager.open('/region');
	return manager.send('/region?/offer', { conference, coordinator: idOf(text, coordinator), reason });
}

describe('a coordinator who falls ill', () => {
	it('[CO5] [CO3] Karin offers Noor, Lot says yes, Noor declares; Amina then gets nothing, nor an unused letter', async () => {
		const { who, conference, title } = await applicant('Lot Prins');
		const at = (part: string) => `/conference/${conference}${part}`;
		await who.send(at('/answer?/yes'), { wishes: '' });
		await matched(title, 'Amina');
		const amina = await signedIn(mailOf('Amina'));
		await amina.send(at('/answer?/declare'), { declares: 'on' });
		await amina.send(at('/preparation/people?/add'), { name: 'Bep Prins', hat: 'circle' });
		const bep = /people\/([a-z0-9]{15})"[^>]*Bep Prins/.exec((await amina.open(at('/preparation/people'))).text)![1]!;
		const [code] = codesOn(await amina.send(at('/preparation/people?/invite'), { participant: bep }));

		expect((await offer(conference, 'Noor', 'ill')).status).toBe(200);
		const noor = await signedIn(mailOf('Noor'));
		expect((await noor.open(at(''))).status).toBe(404);
		const asked = readable((await who.open(at('/preparation/coordinator'))).text);
		for (const said of ['Is Noor Jansen goed als coördinator?', 'De coördinator is ziek', 'van Noor helpt']) expect(asked).toContain(said);
		expect(readable((await who.open(at('/preparation'))).text)).toContain('Er komt een andere coördinator');
		await who.send(at('/preparation/coordinator?/answer'), { answer: 'yes' });
		expect((await amina.open(at('/preparation/people'))).status).toBe(200);
		await noor.send(at('/answer?/declare'), { declares: 'on' });
		expect((await noor.open(at('/preparation/people'))).text).toContain('Bep Prins');

		for (const gone of ['', '/preparation', '/preparation/people']) expect((await amina.open(at(gone))).status, gone).toBe(404);
		expect((await visitor().send('/in', { code: code! })).text).toContain('klopt niet');
		expect(readable((await who.open(at(''))).text)).not.toContain('heeft zich teruggetrokken');
		expect(readable((await (await karin()).open('/region')).text)).toContain(`${title} Noor Jansen`);
	});

	it('[CO5] Yara asks for another herself and takes it back; to a no Amina stays', async () => {
		const { who, conference, title } = await applicant('Jet Prins');
		const page = `/conference/${conference}/preparation/coordinator`;
		await who.send(`/conference/${conference}/answer?/yes`, { wishes: '' });
		await matched(title, 'Amina');
		const amina = await signedIn(mailOf('Amina'));
		await amina.send(`/conference/${conference}/answer?/declare`, { declares: 'on' });
		const wanted = await who.send(`${page}?/ask`, { reason: 'other' });
		expect(readable(wanted.text)).toContain('De regiomanager zoekt nu een andere coördinator.');
		expect(readable((await (await karin()).open('/region')).text)).toContain('Er is een andere coördinator gevraagd. Het past niet.');
		const change = /name="change" value="([a-z0-9]{15})"/.exec(wanted.text)![1]!;
		await who.send(`${page}?/takeBack`, { change });
		expect(readable((await who.open(page)).text)).not.toContain('De regiomanager zoekt nu');
		await offer(conference, 'Noor', 'other');
		await who.send(`${page}?/answer`, { answer: 'no' });
		expect(readable((await (await karin()).open('/region')).text)).toContain('Noor Jansen wordt het niet.');
		expect((await amina.open(`/conference/${conference}/preparation/people`)).status).toBe(200);
	});
});
