import { Visitor } from './Visitor.ts';
import type { Program } from './program.ts';

/** The case on its day with a plan on the table, brought there by its own people through the program's pages. */
export class PresentedCase {
	readonly program: Program;
	/** Path of the conference. */
	path = '';
	/** Participant ids by name, and requirement ids by label. */
	readonly people = new Map<string, string>();
	readonly requirements = new Map<string, string>();
	readonly #visitors = new Map<string, Visitor>();

	private constructor(program: Program) {
		this.program = program;
	}

	/** Opens the day as far as private time; `before` may still do something in preparation. */
	static async open(program: Program, before?: (at: PresentedCase) => Promise<unknown>): Promise<PresentedCase> {
		const at = new PresentedCase(program);
		const amina = await at.be('amina');
		await before?.(at);
		for (const verb of ['openInformation', 'openPrivateTime']) await amina.send(`${at.path}?/move`, { verb });
		const { text } = await (await at.be('yara')).ask('GET', `${at.path}/room`);
		const known = JSON.parse(text) as { people: Row[]; requirements: Row[] };
		for (const { id, name } of known.people) at.people.set(name!, id);
		for (const { id, label } of known.requirements) at.requirements.set(label!, id);
		return at;
	}

	/** The browser of somebody of the cast; the same one each time. */
	async be(who: string): Promise<Visitor> {
		const known = this.#visitors.get(who);
		if (known) return known;
		const visitor = new Visitor(this.program.url);
		this.#visitors.set(who, visitor);
		const page = await visitor.open(`/demo/door/preparation/${who}`);
		this.path ||= page.path;
		return visitor;
	}

	/** The organiser puts somebody of the circle on the list; they open their letter, and have not said yes. */
	async ask(who: string, name: string): Promise<void> {
		const amina = await this.be('amina');
		const people = `${this.path}/preparation/people`;
		await amina.send(`${people}?/add`, { name, hat: 'circle', relation: 'nicht', mail: '' });
		const id = new RegExp(`id:"([a-z0-9]{15})",account:"",name:"${name}"`).exec((await amina.open(this.path)).text)![1]!;
		const invited = await amina.send(`${people}?/invite`, { participant: id });
		const code = /[0-9A-HJKMNP-TV-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(invited.text)![0];
		const asked = new Visitor(this.program.url);
		await asked.send('/in', { code });
		this.#visitors.set(who, asked);
	}

	id(name: string): string {
		const found = this.people.get(name);
		if (!found) throw new Error(`nobody called ${name} here`);
		return found;
	}

	/** An agreement by people's names and requirements' labels. */
	agreement(number: number, what: string, more: Partial<Agreed>) {
		const { who = '', helpers = [], check = '', answers = [], when = '', by = '' } = more;
		return {
			number,
			what,
			responsible: who && this.id(who),
			helpers: helpers.map((name) => this.id(name)),
			check: check && this.id(check),
			requirements: answers.map((label) => this.requirements.get(label)!),
			when,
			by,
			ifNot: '',
			carrier: ''
		};
	}

	/** The circle presents; parts that are not named are empty. */
	async present(plan: object): Promise<number> {
		const empty = { strengths: [], goals: [], agreements: [], planB: [], nightCall: '', contactPerson: '', deputy: '' };
		const content = { ...empty, recipients: [], reviewDate: '', freeText: '', ...plan };
		return (await (await this.be('hulya')).ask('POST', `${this.path}/present`, content)).status;
	}

	async goBack(): Promise<void> {
		await (await this.be('hulya')).send(`${this.path}?/move`, { verb: 'goBack' });
	}
}

type Row = { id: string; name?: string; label?: string };
type Agreed = { who: string; helpers: string[]; check: string; answers: string[]; when: string; by: string };
