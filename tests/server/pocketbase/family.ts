import type PocketBase from 'pocketbase';
import type { HatKind } from '#lib/domain/circle/hat.ts';
import type { Phase } from '#lib/domain/conference/phase.ts';
import type { TestPocketBase } from './startForTest.ts';

type Member = { account: string; participant: string; client: PocketBase };
type Wear = { kind: HatKind; [special: string]: unknown };
type Name = 'yara' | 'bas' | 'riet' | 'marleen' | 'sanne' | 'amina' | 'ilse' | 'tarik' | 'denzel';

export type Family = Record<Name, Member> & {
	id: string;
	region: string;
	/** Joop, who never logs in. */
	joop: string;
	karin: PocketBase;
	karinAccount: string;
	/** Puts somebody else on the list, with an account of their own or a given one. */
	add(name: string, hats: Wear[], more?: { state?: string; account?: string }): Promise<Member>;
	/** Sets the phase as the program's own job, without any condition. */
	phase(phase: Phase): Promise<void>;
};

/** The family of the demo case in a conference of its own, in this phase. */
export async function family(pb: TestPocketBase, phase: Phase = 'preparation'): Promise<Family> {
	const { su } = pb;
	const region = (await su.collection('regions').create({ name: 'Waterveen' })).id;
	const karinAccount = await pb.account('Karin', { manages: region });
	const conference = await su.collection('conferences').create({ region, title: 'De Wit', phase });
	const { id } = conference;

	const add: Family['add'] = async (name, hats, { state = 'joined', account } = {}) => {
		const login = account ?? (await pb.account(name));
		const row = { conference: id, name, account: login, state };
		const participant = (await su.collection('participants').create(row)).id;
		for (const hat of hats) await su.collection('hats').create({ conference: id, participant, ...hat });
		return { account: login, participant, client: await pb.as(login) };
	};
	const joop = await su.collection('participants').create({ conference: id, name: 'Joop', state: 'joined' });
	await su.collection('hats').create({ conference: id, participant: joop.id, kind: 'circle' });
	const aminaAccount = await pb.account('Amina', { coordinates: [region], organisation: 'Netwerk Oost' });
	return {
		id,
		region,
		joop: joop.id,
		karinAccount,
		karin: await pb.as(karinAccount),
		add,
		phase: async (to) => void (await su.collection('conferences').update(id, { phase: to })),
		yara: await add('Yara', [{ kind: 'centralPerson' }]),
		bas: await add('Bas', [{ kind: 'circle' }]),
		riet: await add('Riet', [{ kind: 'circle' }]),
		marleen: await add('Marleen', [{ kind: 'circle' }, { kind: 'contactPerson' }]),
		sanne: await add('Sanne', [{ kind: 'circle' }], { state: 'asked' }),
		amina: await add('Amina', [{ kind: 'coordinator' }], { account: aminaAccount }),
		ilse: await add('Ilse', [{ kind: 'setter', organisation: 'Jeugdbescherming Waterveen' }]),
		tarik: await add('Tarik', [{ kind: 'informationGiver', organisation: 'Waterveenschool' }]),
		denzel: await add('Denzel', [{ kind: 'interpreter' }])
	};
}

/** How PocketBase refused: its status, and the rule when a hook said no. 'allowed' when it did not. */
export async function answerOf(attempt: Promise<unknown>): Promise<string> {
	try {
		await attempt;
		return 'allowed';
	} catch (error) {
		const { status, response } = error as {
			status: number;
			response?: { data?: { rule?: { code: string } } };
		};
		if (status === undefined) throw error;
		return response?.data?.rule?.code ?? String(status);
	}
}

/** What somebody sees of a collection, as one field of each row; a closed collection is an empty list. */
export async function seenBy(client: PocketBase, collection: string, field = 'id'): Promise<string[]> {
	const rows = await client.collection(collection).getFullList();
	return rows.map((row) => String(row[field])).toSorted();
}
