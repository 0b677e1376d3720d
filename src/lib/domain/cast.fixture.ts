import type { Hat, HatKind } from './circle/hat.ts';
import type { Participant } from './circle/participant.ts';

/** For tests: one hat, worn, with whatever is special about it. */
export function hat(kind: HatKind, special: Partial<Hat> = {}): Hat {
	const plain = { ended: false, organisation: '', capacity: '', supports: '', agreement: '', until: '' };
	return { kind, ...plain, ...special };
}

/** For tests: somebody who said yes, unless told otherwise; the id is the name in small letters. */
export function person(
	name: string,
	hats: Hat[],
	special: Partial<Pick<Participant, 'state' | 'age' | 'account' | 'representative'>> = {}
): Participant {
	const id = name.toLowerCase();
	const plain = { account: id, state: 'joined' as const, age: null, representative: '', independentOn: '' };
	return { id, name, ...plain, ...special, hats };
}

/** The family and the others of the demo case, as they stand on the day itself. */
export const CAST = {
	yara: person('Yara', [hat('centralPerson')], { age: 34 }),
	hulya: person('Hülya', [hat('circle'), hat('supportPerson', { supports: 'yara' }), hat('spokesperson')]),
	marleen: person('Marleen', [hat('circle'), hat('contactPerson')]),
	bas: person('Bas', [hat('circle'), hat('deputyContactPerson')]),
	riet: person('Riet', [hat('circle')]),
	joop: person('Joop', [hat('circle')], { account: '' }),
	milan: person('Milan', [hat('circle')], { age: 11 }),
	sanne: person('Sanne', [hat('circle')], { state: 'asked' }),
	amina: person('Amina', [hat('coordinator', { organisation: 'Netwerk Oost' })]),
	ilse: person('Ilse', [
		hat('setter', { organisation: 'Jeugdbescherming Waterveen', capacity: 'jeugdbeschermer' }),
		hat('referrer', { organisation: 'Jeugdbescherming Waterveen' })
	]),
	tarik: person('Tarik', [hat('informationGiver', { organisation: 'Waterveenschool' })]),
	denzel: person('Denzel', [hat('interpreter')])
} satisfies Record<string, Participant>;
