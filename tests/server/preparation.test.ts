import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Program } from '#tests/setup/program.ts';
import { Visitor } from '#tests/setup/Visitor.ts';

/** Preparing and informing, from every side: what each of the cast sees on the pages, and what they are refused. */
let program: Program;
let conference = '';

beforeAll(async () => {
	program = await Program.start({ DEMO: '1', DEMO_NOW: '2026-12-27T10:00:00Z' });
});
afterAll(() => program?.[Symbol.asyncDispose]());

async function through(door: string): Promise<Visitor> {
	const somebody = new Visitor(program.url);
	const page = await somebody.open(`/demo/door/preparation/${door}`);
	conference ||= page.path.split('/').at(-1)!;
	return somebody;
}

const at = (part: string) => `/conference/${conference}/preparation${part && `/${part}`}`;
/** What a person reads: words without the marks around them. The data for the script is no part of that. */
const readable = (text: string) => text.replace(/<script[^]*?<\/script>/g, '').replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

/** The forms on a page, each from its `<form` to its end. */
const forms = (text: string) => text.match(/<form[^]*?<\/form>/g) ?? [];

async function pageOf(name: string, reader: Visitor): Promise<string> {
	const { text } = await reader.open(at('people'));
	return new RegExp(`/preparation/(people/[a-z0-9]{15})" aria-label="Meer over ${name}"`).exec(text)![1]!;
}

describe('the parts of preparing', () => {
	it('[AC3] each sees the parts that are theirs, and the others are not there', async () => {
		const parts = ['question', 'agenda', 'people', 'briefing', 'contributions', 'requirements', 'safety', 'coordinator', 'me'];
		const seen = async (who: string) => {
			const visitor = await through(who);
			const { text } = await visitor.open(at(''));
			const answers = await Promise.all(parts.map(async (part) => (await visitor.open(at(part))).status === 200));
			const open = parts.filter((_part, n) => answers[n]);
			const linked = parts.filter((part) => text.includes(`/preparation/${part}"`));
			expect(linked, who).toEqual(open);
			return open;
		};
		expect(await seen('amina')).toEqual(parts);
		expect(await seen('yara')).toEqual(parts);
		expect(await seen('bas')).toEqual(parts.filter((part) => part !== 'safety' && part !== 'coordinator'));
		expect(await seen('ilse')).toEqual(['agenda', 'briefing', 'contributions', 'requirements', 'me']);
		expect(await seen('tarik')).toEqual(['agenda', 'briefing', 'contributions', 'me']);
	});

	it('[AC3] a stranger is sent to sign in, and the region manager gets nothing', async () => {
		expect((await new Visitor(program.url).open(at('people'))).path).toBe('/sign-in');
		const karin = await through('karin');
		for (const part of ['', 'people', 'question', 'safety']) expect((await karin.open(at(part))).status, part).toBe(404);
		expect((await karin.open(`/conference/${conference}/information`)).status).toBe(404);
	});
});

describe('the people', () => {
	it('[IN2] Amina passes on what Joop answered, and it is marked; Riet answers for herself', async () => {
		const amina = await through('amina');
		const joop = await pageOf('Joop Verbeek', amina);
		// He takes part: what would take that back stands at the end of the page, and only there.
		const about = async () => readable((await amina.open(at(joop))).text);
		expect(await about()).toContain('Doet Joop Verbeek niet meer mee?');
		expect(await about()).not.toContain('Wat antwoordde Joop Verbeek?');
		await amina.send(`${at(joop)}?/answer`, { answer: 'declined' });
		expect(await about()).toContain('Wat antwoordde Joop Verbeek?');
		expect(readable((await amina.open(at('people'))).text)).toMatch(/Joop Verbeek[^]*doet niet mee, Amina Bouzid gaf dit antwoord door/);
		await amina.send(`${at(joop)}?/answer`, { answer: 'asked' });
		await amina.send(`${at(joop)}?/answer`, { answer: 'joined' });
		const riet = await pageOf('Riet de Wit', amina);
		expect((await amina.open(at(riet))).text).not.toContain('Wat antwoordde');
		expect((await amina.send(`${at(riet)}?/answer`, { answer: 'declined' })).status).toBe(409);
	});

	it('[IN2] Hülya, who does not write the list, passes on nothing', async () => {
		const joop = await pageOf('Joop Verbeek', await through('amina'));
		const hulya = await through('hulya');
		expect((await hulya.open(at(joop))).status).toBe(404);
		expect((await hulya.send(`${at(joop)}?/answer`, { answer: 'declined' })).status).toBe(404);
	});

	it('[IN1] the letter holds the code, the address and a QR picture, and says that no is fine', async () => {
		const amina = await through('amina');
		const id = (await pageOf('Henk de Wit', amina)).split('/')[1]!;
		const { text } = await amina.send(`${at('people')}?/invite`, { participant: id });
		const letter = /<article[^]*?<\/article>/.exec(text)![0];
		expect(readable(letter)).toContain('Nee zeggen mag, en heeft geen gevolgen.');
		expect(letter).toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/);
		expect(letter).toMatch(/<path d="M2 2h1v1h-1z/);
		expect(letter).toContain('aria-label="QR-plaatje met de link voor Henk de Wit"');
	});

	it('[RM2] Yara cannot be taken off the list; somebody else can, and then has nothing', async () => {
		const amina = await through('amina');
		const yara = await pageOf('Yara de Wit', amina);
		expect((await amina.open(at(yara))).text).not.toContain('?/remove');
		expect((await amina.send(`${at(yara)}?/remove`, {})).text).toContain('kan niet uit de kring worden gehaald');
		const denzel = await pageOf('Denzel Croes', amina);
		expect((await amina.send(`${at(denzel)}?/remove`, {})).path).toBe(at('people'));
		expect(readable((await amina.open(at('people'))).text)).not.toContain('Denzel Croes');
		const gone = new Visitor(program.url);
		await gone.open('/demo/door/preparation/denzel');
		expect((await gone.open(at(''))).status).toBe(404);
	});

	it('[AC1] Bas ticks his number: the circle sees that and nothing more', async () => {
		const bas = await through('bas');
		const mine = { mail: 'bas@kring.example', phone: '06-bas', address: 'Straat van Bas' };
		await bas.send(`${at('me')}?/contact`, mine);
		const hulya = await through('hulya');
		for (const hidden of Object.values(mine)) expect((await hulya.open(at('people'))).text).not.toContain(hidden);
		await bas.send(`${at('me')}?/contact`, { ...mine, sharePhone: 'on' });
		const { text } = await hulya.open(at('people'));
		expect(text).toContain('06-bas');
		for (const hidden of [mine.mail, mine.address]) expect(text).not.toContain(hidden);
		expect((await (await through('tarik')).open(at(''))).text).not.toContain('06-bas');
	});

	it('[IN3] [AC1] Amina writes neither the mail address nor the ticks of Bas, who has a login', async () => {
		const amina = await through('amina');
		const page = at(await pageOf('Bas Hoekstra', amina));
		expect((await amina.open(page)).text).not.toContain('name="mail"');
		await amina.send(`${page}?/contact`, { mail: 'amina@elders.example', phone: '06-bas', address: '', shareAddress: 'on' });
		const { text } = await (await through('bas')).open(at('me'));
		expect(text).toContain('bas@kring.example');
		expect(text).not.toMatch(/name="shareAddress"[^>]*checked/);
	});

	it('[PR1] what Riet needs is read by Riet and Amina, and by nobody else', async () => {
		const riet = await through('riet');
		await riet.send(`${at('me')}?/needs`, { needs: 'Ik rijd niet in het donker.' });
		expect((await riet.open(at('me'))).text).toContain('Ik rijd niet in het donker.');
		const amina = await through('amina');
		const page = await pageOf('Riet de Wit', amina);
		expect((await amina.open(at(page))).text).toContain('Ik rijd niet in het donker.');
		expect((await (await through('yara')).open(at(page))).text).not.toContain('Ik rijd niet');
	});
});

describe('the log', () => {
	it('[LG1] Yara reads in words which page Amina opened, and not about whom', async () => {
		const { text } = await (await through('yara')).open(`/conference/${conference}/access-log`);
		expect(readable(text)).toContain('Amina Bouzid opende de mensen.');
		expect(readable(text)).not.toContain('read preparation');
	});
});

describe('briefing and safety', () => {
	it('[BR1] Amina skips it for Sanne with a reason; Sanne reads the points and nobody’s ticks', async () => {
		const amina = await through('amina');
		const sanne = (await pageOf('Sanne Kuipers', amina)).split('/')[1]!;
		await amina.send(`${at('briefing')}?/briefing`, { participant: sanne, goal: 'on', skippedBecause: '' });
		expect(readable((await amina.open(at(''))).text)).toContain('Nog één persoon uitleg geven');
		await amina.send(`${at('briefing')}?/briefing`, { participant: sanne, skippedBecause: 'Zij komt niet.' });
		expect(readable((await amina.open(at('briefing'))).text)).toContain('Sanne Kuipers bewust overgeslagen');
		const { text } = await (await through('sanne')).open(at('briefing'));
		expect(readable(text)).toContain('maken zelf een plan');
		expect(text).not.toContain('Zij komt niet.');
		const tried = { participant: sanne, goal: 'on' };
		expect((await (await through('hulya')).send(`${at('briefing')}?/briefing`, tried)).status).toBe(409);
	});

	it('[AC3] a safety agreement is for who is named: Gino sees his, Ruben another, Bas has no such page', async () => {
		const read = async (who: string) => readable((await (await through(who)).open(at('safety'))).text);
		expect(await read('gino')).toContain('gaat Gino met Milan en Fenna naar de keuken');
		expect(await read('gino')).not.toContain('zijdeur');
		expect(await read('ruben')).toContain('zijdeur');
		expect(await read('ruben')).not.toContain('naar de keuken');
		expect((await (await through('bas')).open(at('safety'))).status).toBe(404);
		expect((await (await through('ilse')).open(at('safety'))).status).toBe(404);
	});

	it('[AC3] Amina adds one for Bas and takes it away; nobody else adds', async () => {
		const amina = await through('amina');
		const bas = (await pageOf('Bas Hoekstra', amina)).split('/')[1]!;
		const added = await amina.send(`${at('safety')}?/add`, { text: 'Bas rijdt Riet naar huis.', 'named[]': bas });
		expect((await (await through('bas')).open(at('safety'))).text).toContain('Bas rijdt Riet naar huis.');
		const id = forms(added.text.split('Bas rijdt Riet naar huis.')[1]!)[0]!.match(/value="([a-z0-9]{15})"/)![1]!;
		await amina.send(`${at('safety')}?/remove`, { agreement: id });
		expect((await (await through('bas')).open(at('safety'))).status).toBe(404);
		expect((await (await through('yara')).send(`${at('safety')}?/add`, { text: 'Van Yara', 'named[]': bas })).status).toBe(409);
	});
});

describe('contributions with consent', () => {
	const topicOf = (text: string, topic: string) =>
		new RegExp(`<h3[^>]*>${topic}</h3>[^]*?name="topic" value="([a-z0-9]{15})"`).exec(text)?.[1] ?? '';

	it('[CS1] Wouter asks about a new topic, by the name he knows; Yara says yes, and it can be told', async () => {
		const wouter = await through('wouter');
		const typed = { topic: 'eten', about: 'yara de wit', text: 'Samen eten helpt.' };
		await wouter.send(`${at('contributions')}?/topic`, typed);
		const before = readable((await wouter.open(at('contributions'))).text);
		expect(before).toMatch(/eten Over Yara de Wit\. Wacht op antwoord/);
		const yara = await through('yara');
		expect(readable((await yara.open(at(''))).text)).toContain('Er wacht één vraag op jou');
		const asked = await yara.open(at('contributions'));
		expect(readable(asked.text)).toContain('Mag Wouter Noordam dit vertellen in de kring?');
		expect(asked.text).not.toContain('Samen eten helpt.');
		await yara.send(`${at('contributions')}?/answer`, { topic: topicOf(asked.text, 'eten'), answer: 'yes' });
		expect((await yara.open(`/conference/${conference}/information`)).text).toContain('Samen eten helpt.');
		expect(readable((await wouter.open(at('contributions'))).text)).toMatch(/eten Over Yara de Wit\. Mag verteld worden/);
	});

	it('[CS1] Yara takes it back: gone at once for all but Wouter', async () => {
		const yara = await through('yara');
		const topic = topicOf((await yara.open(at('contributions'))).text, 'eten');
		await yara.send(`${at('contributions')}?/answer`, { topic, answer: 'withdrawn' });
		expect((await yara.open(`/conference/${conference}/information`)).text).not.toContain('Samen eten helpt.');
		expect((await (await through('wouter')).open(at('contributions'))).text).toContain('Samen eten helpt.');
	});

	it('[CS1] of two parents both decide, and neither is told what the other said', async () => {
		const yara = await through('yara');
		const ruben = await through('ruben');
		const topic = topicOf((await ruben.open(at('contributions'))).text, 'avonden alleen');
		await ruben.send(`${at('contributions')}?/answer`, { topic, answer: 'withdrawn' });
		const told = readable((await yara.open(at('contributions'))).text);
		expect(told).toContain('Je zei: dat mag. Nog niet iedereen over wie dit gaat zei ja.');
		expect(told).not.toContain('Ruben');
		expect((await yara.open(`/conference/${conference}/information`)).text).not.toContain('drie avonden per week alleen thuis, tot half');
		await ruben.send(`${at('contributions')}?/answer`, { topic, answer: 'yes' });
		expect((await yara.open(`/conference/${conference}/information`)).text).toContain('drie avonden per week alleen thuis, tot half');
	});

	it('[CS1] nobody answers for another: not Hülya, not Amina, not Wouter himself', async () => {
		const topic = topicOf((await (await through('yara')).open(at('contributions'))).text, 'medicijnen');
		for (const who of ['hulya', 'amina', 'wouter']) {
			const tried = await (await through(who)).send(`${at('contributions')}?/answer`, { topic, answer: 'yes' });
			expect(tried.status, who).toBe(409);
		}
	});

	it('[CS1] Amina sees whether it may be told, in preparation not what', async () => {
		const text = readable((await (await through('amina')).open(at('contributions'))).text);
		expect(text).toMatch(/medicijnen Over Yara de Wit Wordt niet verteld/);
		expect(text).not.toContain('medicijn om te slapen');
		const information = await (await through('amina')).open(`/conference/${conference}/information`);
		expect(information.text).not.toContain('Yara slaapt al maanden slecht');
	});

	it('[AC3] a name that is not on the list, or only half, means nobody; what was typed stays', async () => {
		const wouter = await through('wouter');
		for (const about of ['Piet Onbekend', 'Yara', 'Amina Bouzid', 'Yara de Wit, Piet Onbekend']) {
			const page = await wouter.send(`${at('contributions')}?/topic`, { topic: 'werk', about, text: 'Bewaar mij.' });
			expect(page.status, about).toBe(400);
			expect(readable(page.text)).toContain('Deze naam kennen we hier niet zo.');
			expect(page.text).toContain('Bewaar mij.');
		}
		const { text } = await wouter.open(at('contributions'));
		for (const name of ['Ruben', 'Hülya', 'Marleen']) expect(text).not.toContain(name);
	});

	it('[AC3] whoever brings nothing looks up nobody: the family and Amina are refused before a name is looked at', async () => {
		for (const who of ['hulya', 'amina']) {
			const typed = { topic: 'werk', about: 'Yara de Wit', text: '' };
			expect((await (await through(who)).send(`${at('contributions')}?/topic`, typed)).status, who).toBe(409);
		}
	});

	it('[AC3] the circle reads nothing of it before the day; help on offer is Tarik’s own to add and take away', async () => {
		const hulya = await (await through('hulya')).open(`/conference/${conference}/information`);
		expect(readable(hulya.text)).toContain('Op de dag zelf staat hier wat de professionals vertellen.');
		for (const later of ['slaapt al maanden', 'Elke week tien minuten']) expect(hulya.text).not.toContain(later);
		const tarik = await through('tarik');
		await tarik.send(`${at('contributions')}?/help`, { help: 'Huiswerkclub op dinsdag.' });
		expect((await (await through('yara')).open(`/conference/${conference}/information`)).text).toContain('Huiswerkclub op dinsdag.');
		const { text } = await tarik.open(at('contributions'));
		const id = /name="help" value="([a-z0-9]{15})"[^>]*Huiswerkclub/.exec(text)![1]!;
		await (await through('wouter')).send(`${at('contributions')}?/removeHelp`, { help: id });
		expect((await tarik.open(at('contributions'))).text).toContain('Huiswerkclub op dinsdag.');
		await tarik.send(`${at('contributions')}?/removeHelp`, { help: id });
		expect((await tarik.open(at('contributions'))).text).not.toContain('Huiswerkclub op dinsdag.');
	});
});

describe('requirements', () => {
	const B5 = { label: 'B5', text: 'Fenna ziet elke week haar opa.', why: 'Zij mist hem.', test: 'In het plan staat wanneer.' };

	it('[BL2] Ilse writes one in three parts; without a why it is refused, and what was typed stays', async () => {
		const ilse = await through('ilse');
		const refused = await ilse.send(`${at('requirements')}?/add`, { ...B5, why: '' });
		expect(refused.status).toBe(400);
		expect(refused.text).toContain('Fenna ziet elke week haar opa.');
		await ilse.send(`${at('requirements')}?/add`, B5);
		const { text } = await ilse.open(at('requirements'));
		for (const part of Object.values(B5)) expect(text).toContain(part);
	});

	it('[BL3] a draft is seen by Amina and not by the family; final, by all of them', async () => {
		const amina = await through('amina');
		expect(readable((await amina.open(at('requirements'))).text)).toContain('Nog niet definitief.');
		expect(readable((await amina.open(at(''))).text)).toContain('Eén eis is nog niet definitief');
		expect((await (await through('yara')).open(at('requirements'))).text).not.toContain(B5.text);
		const ilse = await through('ilse');
		const id = /formaction="\?\/final"/.test((await ilse.open(at('requirements'))).text) && (await idOf('B5'));
		expect((await amina.send(`${at('requirements')}?/final`, { requirement: id || '' })).status).toBe(409);
		await ilse.send(`${at('requirements')}?/final`, { requirement: id || '' });
		expect((await (await through('yara')).open(at('requirements'))).text).toContain(B5.text);
	});

	it('[BL2] Ilse words it anew and takes it away; nobody else does', async () => {
		const id = await idOf('B5');
		const anew = { ...B5, requirement: id, text: 'Fenna belt elke week met opa.' };
		for (const [who, status] of [['yara', 409], ['amina', 409], ['tarik', 404]] as const) {
			expect((await (await through(who)).send(`${at('requirements')}?/change`, anew)).status, who).toBe(status);
		}
		const ilse = await through('ilse');
		await ilse.send(`${at('requirements')}?/change`, anew);
		expect((await ilse.open(at('requirements'))).text).toContain('Fenna belt elke week met opa.');
		await ilse.send(`${at('requirements')}?/remove`, { requirement: id });
		expect((await ilse.open(at('requirements'))).text).not.toContain('Fenna belt elke week');
	});

	async function idOf(label: string): Promise<string> {
		const { text } = await (await through('ilse')).open(at('requirements'));
		return new RegExp(`>${label}</span>[^]*?name="requirement" value="([a-z0-9]{15})"`).exec(text)![1]!;
	}
});

describe('the question and the day', () => {
	it('[AC6] who reads the question alone is told no more: the papers come over the socket, and the page holds none', async () => {
		const words = ['Wat is er nodig zodat', 'Yara vroeg zelf om hulp', 'Komt er geen plan'];
		for (const who of ['yara', 'amina', 'hulya']) {
			const page = await (await through(who)).open(at('question'));
			expect(readable(page.text)).toContain('Zet JavaScript aan');
			for (const word of words) expect(page.text).not.toContain(word);
		}
	});
});

describe('the day itself', () => {
	it('[BL3] in information the circle hears it all; from private time a new requirement says why, and is marked', async () => {
		const amina = await through('amina');
		await amina.send(`/conference/${conference}?/move`, { verb: 'openInformation' });
		const hulya = readable((await (await through('hulya')).open(`/conference/${conference}/information`)).text);
		for (const heard of ['Yara slaapt al maanden slecht', 'Elke week tien minuten praten', 'Tussen 18.00 en 07.00']) {
			expect(hulya).toContain(heard);
		}
		expect(hulya).not.toContain('medicijn om te slapen');
		await amina.send(`/conference/${conference}?/move`, { verb: 'openPrivateTime' });
		const ilse = await through('ilse');
		const { text } = await ilse.open(at('requirements'));
		expect(text).not.toContain('?/change');
		const b1 = /<option value="([a-z0-9]{15})"[^>]*>B1/.exec(text)![1]!;
		const late = { label: 'B6', text: 'Riet rijdt niet in het donker.', why: 'Zij ziet dan slecht.', test: 'Bij elke rit staat wie.' };
		expect((await ilse.send(`${at('requirements')}?/add`, late)).text).toContain('Schrijf erbij waarom dit nu nog nodig is.');
		await ilse.send(`${at('requirements')}?/add`, { ...late, lateReason: 'Dat hoorde ik net.', replaces: b1 });
		const yara = readable((await (await through('yara')).open(at('requirements'))).text);
		expect(yara).toContain('Later toegevoegd. Dat hoorde ik net.');
		expect(yara).toContain('In de plaats van B1.');
		expect(yara).toContain('Vervangen door B6.');
	});
});

describe('the list and the room', () => {
	it('[RM2] Amina does not take Gino off the list while he is in the room, and reads what can be done', async () => {
		const [amina, yara] = [await through('amina'), await through('yara')];
		const gino = await pageOf('Gino Martina', amina);
		const room = `/conference/${conference}/room`;
		expect((await yara.ask('POST', room, { roomId: '5'.repeat(32) })).status).toBe(204);
		const mind = (verb: string) => yara.ask('PATCH', room, { verb, person: gino.split('/')[1]! });
		expect((await mind('letIn')).status).toBe(204);
		const refused = await amina.send(`${at(gino)}?/remove`, {});
		expect(refused.status).toBe(409);
		expect(readable(refused.text)).toContain('Vraag dat aan de hoofdpersoon, of aan twee mensen uit de kring samen.');
		expect(readable((await amina.open(at('people'))).text)).toContain('Gino Martina');
		const hat = await amina.send(`${at(gino)}?/hat`, { hat: 'setter', capacity: 'jeugdhulp' });
		expect(hat.status).toBe(409);
		expect((await mind('letOut')).status).toBe(204);
		expect((await amina.send(`${at(gino)}?/remove`, {})).path).toBe(at('people'));
		expect(readable((await amina.open(at('people'))).text)).not.toContain('Gino Martina');
	});
});
