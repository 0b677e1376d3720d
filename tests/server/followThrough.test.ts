import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Mailbox } from '#tests/setup/mailbox.ts';
import { PresentedCase } from '#tests/setup/presented.ts';
import { Program } from '#tests/setup/program.ts';

/** After the day: the plan is brought round, people do it and say how it goes, the coordinator leaves. */
let program: Program;
let mailbox: Mailbox;
let at: PresentedCase;
const ids = new Map<number, string>();

beforeAll(async () => {
	mailbox = await Mailbox.open();
	const mail = { SMTP_URL: mailbox.url, MAIL_FROM: 'Rondom <rondom@rondom.example>' };
	program = await Program.start({ DEMO: '1', DEMO_NOW: '2027-02-13T13:00:00Z', ...mail });
	at = await PresentedCase.open(program);
	await at.present({
		agreements: [
			at.agreement(1, 'Sanne past het rooster aan.', { who: 'Sanne Kuipers', helpers: ['Yara de Wit'], answers: ['B1'] }),
			at.agreement(2, 'Bas brengt de kinderen.', { who: 'Bas Hoekstra', helpers: ['Joop Verbeek'] }),
			at.agreement(3, 'Ilse regelt een gesprek.', { who: 'Ilse Brandsma', helpers: ['Bas Hoekstra'], by: '2027-02-01' })
		],
		nightCall: 'Bel Marleen. Neemt zij niet op, ga naar Joop.',
		contactPerson: at.id('Marleen de Wit'),
		deputy: at.id('Bas Hoekstra'),
		recipients: [
			{ participant: at.id('Yara de Wit'), part: 'whole' },
			{ participant: at.id('Joop Verbeek'), part: 'whole' },
			{ participant: at.id('Milan'), part: 'childVersion' },
			{ participant: at.id('Sanne Kuipers'), part: 'ownAgreements' },
			{ participant: at.id('Tarik Benali'), part: 'whole' }
		],
		reviewDate: '2027-04-17'
	});
	await (await at.be('amina')).send(`${at.path}/close?/close`, {});
	const { text } = await (await at.be('bas')).open(`${at.path}/plan`);
	for (const number of [1, 2, 3]) {
		const [, one, other] = new RegExp(`\\{id:"([a-z0-9]{15})"[^}]*?number:${number},|number:${number},[^}]*?id:"([a-z0-9]{15})"`).exec(text)!;
		ids.set(number, (one ?? other)!);
	}
});
afterAll(async () => {
	await program?.[Symbol.asyncDispose]();
	await mailbox?.[Symbol.asyncDispose]();
});

const doing = () => `${at.path}/follow-through`;
const plainly = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ').replace(/ ([.:,])/g, '$1');
const read = async (who: string, path = doing()) => plainly((await (await at.be(who)).open(path)).text);
const send = async (who: string, action: string, fields: Record<string, string>) =>
	(await (await at.be(who)).send(`${doing()}?/${action}`, fields)).status;
const agreement = (number: number) => ({ agreement: ids.get(number)! });

describe('bringing the plan round', () => {
	it('[PL3] the coordinator mails a link, never its words, and it is marked who has it', async () => {
		const amina = await at.be('amina');
		const before = await read('amina', `${at.path}/close`);
		expect(before).toContain('Yara de Wit (het hele plan) heeft het nog niet, kan per mail');
		expect(before).toContain('Joop Verbeek (het hele plan) heeft het nog niet, op papier');
		// More than he may read on screen: that goes on paper.
		expect(before).toContain('Tarik Benali (het hele plan) heeft het nog niet, op papier');
		const sent = await amina.send(`${at.path}/close?/mail`, {});
		expect(plainly(sent.text)).toContain('Er gingen 2 mails weg.');
		const mail = await mailbox.mailTo('sanne@kring.example');
		expect(mail).toContain(`${at.path}/plan`);
		for (const word of ['rooster', 'Marleen', 'Bas', 'Rust in huis']) expect(mail).not.toContain(word);
		expect(mailbox.mails.map(({ to }) => to).sort()).toEqual(['sanne@kring.example', 'yara@kring.example']);
		// Twice harms nobody.
		expect(plainly((await amina.send(`${at.path}/close?/mail`, {})).text)).toContain('Er is niemand meer om te mailen.');
		expect(mailbox.mails).toHaveLength(2);
	});

	it('[PL3] who has no mail gets a sheet in big letters: Joop the whole, Milan his own short one', async () => {
		const pile = await read('amina', `${at.path}/close/pile`);
		expect(pile).toContain('Het plan voor Milan');
		expect(pile).toContain('Joop Verbeek. Versie 1, ronde 1');
		expect(pile).not.toContain('De afspraken van Sanne');
		const amina = await at.be('amina');
		const given = await amina.send(`${at.path}/close?/paper`, { participant: at.id('Joop Verbeek') });
		expect(plainly(given.text)).toContain('Joop Verbeek (het hele plan) heeft het op papier');
		expect(await read('amina', `${at.path}/close/pile`)).not.toContain('Joop Verbeek. Versie');
	});

	it('[AC3] nobody else brings it round but the contact person, who sees no address', async () => {
		for (const who of ['yara', 'hulya', 'ilse', 'tarik']) {
			expect((await (await at.be(who)).open(`${at.path}/close`)).status, who).toBe(404);
			expect((await (await at.be(who)).send(`${at.path}/close?/mail`, {})).status, who).toBe(404);
			expect((await (await at.be(who)).open(`${at.path}/close/pile`)).status, who).toBe(404);
		}
		const text = await read('marleen', `${at.path}/close`);
		expect(text).toContain('Milan (het kinderplan) heeft het nog niet');
		expect(text).not.toContain('kring.example');
	});
});

describe('doing it', () => {
	it('[PL1] says first whom to call at night, and when people meet again', async () => {
		const text = await read('hulya');
		expect(text.indexOf('Is er ’s nachts iets?')).toBeLessThan(text.indexOf('Wat doe ik deze week?'));
		expect(text).toContain('Bel Marleen. Neemt zij niet op, ga naar Joop.');
		expect(text).toContain('We komen weer bij elkaar op zaterdag 17 april 2027.');
	});

	it('[AC1] Marleen, who gave no number, is told so herself; Hülya is told to ask her', async () => {
		const marleen = await read('marleen');
		expect(marleen).toContain('Jij gaf de kring nog geen nummer.');
		expect(marleen).not.toContain('Marleen de Wit gaf nog geen nummer.');
		expect(await read('hulya')).toContain('Marleen de Wit gaf nog geen nummer.');
	});

	it('[AG4] Gino takes on what nobody carries; then it is his and nobody takes it again', async () => {
		expect(await read('gino')).toContain('Sanne past het rooster aan. Wacht op Sanne Kuipers Dit doe ik');
		expect(await send('gino', 'take', agreement(1))).toBe(200);
		const text = await read('hulya');
		expect(text).not.toContain('Wacht op Sanne Kuipers Dit doe ik');
		expect(await send('hulya', 'take', agreement(1))).toBe(409);
		for (const who of ['amina', 'ilse', 'tarik']) expect(await send(who, 'take', agreement(2)), who).toBe(409);
		expect(await send('gino', 'status', { ...agreement(1), status: 'running' })).toBe(200);
		expect(await read('yara', `${at.path}/plan`)).toContain('Gino Martina doet het nu');
	});

	it('[AG3] Bas says how it goes in one of six words; "gestopt" says why, and what was typed stays', async () => {
		await send('bas', 'yes', { ...agreement(2), participant: at.id('Bas Hoekstra') });
		const bas = await at.be('bas');
		const form = { ...agreement(2), participant: at.id('Bas Hoekstra') };
		const refused = await bas.send(`${doing()}?/status`, { ...form, status: 'stopped', note: '' });
		expect(refused.status).toBe(400);
		expect(refused.text).toContain('Schrijf erbij waarom het gestopt is.');
		expect(await send('bas', 'status', { ...form, status: 'partly', note: 'Joop was een week ziek.' })).toBe(200);
		expect(await read('hulya')).toContain('Half gelukt. Joop was een week ziek.');
		expect(await send('bas', 'status', { ...form, status: 'stopped', note: 'de auto kapot is' })).toBe(200);
		expect(await read('hulya')).toContain('Gestopt omdat de auto kapot is');
	});

	it('[IN2] Hülya says it for Joop, who has no computer, and it says so; nobody says it for Ilse', async () => {
		const joop = { ...agreement(2), participant: at.id('Joop Verbeek'), status: 'done' };
		expect(await send('hulya', 'status', joop)).toBe(200);
		expect(await read('yara')).toContain('Joop Verbeek (via Hülya Aksoy): Gedaan');
		const ilse = { ...agreement(3), participant: at.id('Ilse Brandsma'), status: 'done' };
		expect(await send('hulya', 'status', ilse)).toBe(409);
	});

	it('[AG5] Ilse tracks her own promise; she sees it is past its day, softly, and not how others fare', async () => {
		expect(await send('ilse', 'yes', { ...agreement(3), participant: at.id('Ilse Brandsma') })).toBe(200);
		const text = await read('ilse');
		expect(text).toContain('De dag is voorbij. Hoe is het nu?');
		expect(text).not.toContain('Gestopt omdat de auto');
		expect(await send('ilse', 'status', { ...agreement(3), status: 'partly', note: 'Het gesprek is op 25 februari.' })).toBe(200);
		expect(await read('bas')).toContain('Het gesprek is op 25 februari.');
	});

	it('[CO2] the coordinator sees who does what and whose yes is there, no status, and ticks none', async () => {
		const text = await read('amina');
		expect(text).toContain('Bas brengt de kinderen.');
		for (const word of ['Gestopt omdat', 'Half gelukt', 'Gedaan', 'De dag is voorbij']) expect(text).not.toContain(word);
		expect(await send('amina', 'status', { ...agreement(2), participant: at.id('Joop Verbeek'), status: 'done' })).toBe(409);
	});

	it('[AG4] who does how much is there to see as a drawing and in words, for the circle', async () => {
		expect(await read('yara')).toContain('Bas Hoekstra doet 1 afspraak, helpt bij 1.');
		for (const who of ['amina', 'ilse']) expect(await read(who)).not.toContain('Wie doet hoeveel?');
	});
});

describe('the coordinator leaves', () => {
	it('[CO3] after being told what happens; then every page is gone for her, and everybody sees it', async () => {
		expect(await read('amina', `${at.path}/close`)).toContain('Je toegang stopt meteen, op elk apparaat.');
		expect((await (await at.be('marleen')).send(`${at.path}/close?/withdraw`, {})).status).toBe(409);
		const amina = await at.be('amina');
		expect((await amina.send(`${at.path}/close?/withdraw`, {})).path).toBe('/conference');
		for (const page of ['', '/plan', '/plan/paper', '/follow-through', '/close', '/close/pile']) {
			expect((await amina.open(`${at.path}${page}`)).status, page).toBe(404);
		}
		for (const who of ['yara', 'ilse', 'gino']) expect(await read(who)).toContain('De coördinator heeft zich teruggetrokken.');
		expect(await read('marleen', `${at.path}/close`)).toContain('Breng het plan rond');
	});
});

describe('keeping it going', () => {
	const keeping = () => `${at.path}/follow-through/keeping`;
	const keep = async (who: string, action: string, fields: Record<string, string>) =>
		(await at.be(who)).send(`${keeping()}?/${action}`, fields);

	it('[RV1] [RV2] is for contact person, deputy and central person, and nothing to anybody else', async () => {
		for (const who of ['marleen', 'bas', 'yara']) expect(await read(who, keeping()), who).toContain('Samen verder');
		for (const who of ['hulya', 'gino', 'ilse', 'tarik', 'amina']) {
			expect((await (await at.be(who)).open(keeping())).status, who).toBe(404);
			expect((await keep(who, 'meeting', { day: '2027-05-01' })).status, who).toBe(404);
			expect((await keep(who, 'contacts', { contactPerson: at.id('Hülya Aksoy') })).status, who).toBe(404);
		}
	});

	it('[RV1] Marleen moves the date and asks Ilse to come; everybody of the circle sees it, Ilse her own, Tarik nothing', async () => {
		const refused = await keep('marleen', 'meeting', { day: '', place: 'bij Marleen' });
		expect(refused.status).toBe(400);
		expect(refused.text).toContain('Dit is geen datum.');
		expect(refused.text).toContain('value="bij Marleen"');
		const past = await keep('marleen', 'meeting', { day: '2027-02-12', place: 'bij Marleen' });
		expect(past.status).toBe(400);
		expect(past.text).toContain('Kies een dag die nog komt.');
		expect(past.text).toContain('value="bij Marleen"');
		const wanted = { day: '2027-04-24', place: 'bij Marleen thuis', host: at.id('Marleen de Wit'), note: 'Om 14.00 uur.' };
		expect((await keep('marleen', 'meeting', { ...wanted, 'invited[]': at.id('Ilse Brandsma') })).status).toBe(200);
		for (const who of ['hulya', 'ilse']) expect(await read(who), who).toContain('24 april 2027, bij Marleen thuis');
		expect(await read('tarik')).not.toContain('24 april');
		expect(await read('yara')).toContain('We komen weer bij elkaar op zaterdag 24 april 2027.');
	});

	it('[RV2] [CO2] a role goes to somebody of the circle, never to a coordinator or a professional', async () => {
		for (const name of ['Amina Bouzid', 'Ilse Brandsma']) {
			const next = await keep('marleen', 'contacts', { contactPerson: at.id(name), deputy: at.id('Bas Hoekstra') });
			expect(next.status, name).toBe(409);
		}
		expect(await read('hulya')).toContain('Contactpersoon: Marleen de Wit');
	});

	it('[RV2] Fenna of six is not offered and not made contact person, nor deputy; nor Milan of eleven', async () => {
		const page = (await (await at.be('marleen')).open(keeping())).text;
		const contacts = page.slice(page.indexOf('?/contacts'));
		for (const name of ['Fenna', 'Milan']) {
			expect(contacts.slice(0, contacts.indexOf('</form>')), name).not.toContain(`>${name}<`);
			for (const role of ['contactPerson', 'deputy']) {
				const refused = await keep('marleen', 'contacts', { [role]: at.id(name) });
				expect(refused.status, name).toBe(409);
				expect(refused.text, name).toContain('Kies een volwassene uit de kring die meedoet.');
			}
		}
		expect(await read('hulya')).toMatch(/Contactpersoon: Marleen de Wit.*Reserve: Bas Hoekstra/s);
	});

	it('[RV2] contact person and deputy are two people, also where only one of them is chosen anew', async () => {
		const [marleen, bas] = [at.id('Marleen de Wit'), at.id('Bas Hoekstra')];
		const one: Record<string, string>[] = [{ contactPerson: bas }, { deputy: marleen }, { contactPerson: bas, deputy: bas }];
		for (const chosen of one) {
			const refused = await keep('marleen', 'contacts', chosen);
			expect(refused.status).toBe(400);
			expect(refused.text).toContain('Kies iemand anders als reserve.');
		}
		expect(await read('hulya')).toMatch(/Contactpersoon: Marleen de Wit.*Reserve: Bas Hoekstra/s);
	});

	it('[RV2] Marleen hands over to Gino and has no such page any more; Yara may name her again at any time', async () => {
		const over = await keep('marleen', 'contacts', { contactPerson: at.id('Gino Martina'), deputy: at.id('Bas Hoekstra') });
		expect(over.path).toBe(doing());
		expect(await read('hulya')).toContain('Contactpersoon: Gino Martina');
		expect((await (await at.be('marleen')).open(keeping())).status).toBe(404);
		expect((await keep('yara', 'contacts', { contactPerson: at.id('Marleen de Wit'), deputy: at.id('Bas Hoekstra') })).path).toBe(doing());
		expect(await read('hulya')).toContain('Contactpersoon: Marleen de Wit');
		expect((await (await at.be('gino')).open(keeping())).status).toBe(404);
	});

	it('[RV2] contact person and deputy change places', async () => {
		const swapped = { contactPerson: at.id('Bas Hoekstra'), deputy: at.id('Marleen de Wit') };
		expect((await keep('marleen', 'contacts', swapped)).path).toBe(doing());
		expect(await read('hulya')).toMatch(/Contactpersoon: Bas Hoekstra.*Reserve: Marleen de Wit/s);
	});

	it('[RV2] [IN1] after withdrawal the contact person adds somebody and makes a code', async () => {
		const people = `${at.path}/preparation/people`;
		const bas = await at.be('bas');
		await bas.send(`${people}?/add`, { name: 'Nadia Smit', hat: 'circle', relation: 'nicht', mail: '' });
		const page = (await bas.open(people)).text;
		expect(page).toContain('Nadia Smit');
		const nadia = /id:"([a-z0-9]{15})",account:"",name:"Nadia Smit"/.exec(page)![1]!;
		const invited = await bas.send(`${people}?/invite`, { participant: nadia });
		expect(invited.text).toMatch(/[0-9A-HJKMNP-TV-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/);
	});
});
