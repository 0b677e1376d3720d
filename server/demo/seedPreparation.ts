import type PocketBase from 'pocketbase';
import { cast } from './cast.ts';
import type { Accounts } from './seedPeople.ts';

/** Ids in one seeded conference: participants and requirements by the cast's own ids. */
export type SeededConference = {
	id: string;
	participants: Record<string, string>;
	requirements: Record<string, string>;
};

type Place = { region: string; accounts: Accounts };

/**
 * The case as far as preparation, all plain data in place: who takes part, how they are reached, the briefing,
 * safety, what professionals may tell, and Ilse's four requirements, final.
 */
export async function seedPreparation(pb: PocketBase, place: Place, title: string): Promise<SeededConference> {
	const { id } = await pb.collection('conferences').create({
		region: place.region,
		title,
		phase: 'preparation',
		applicant: place.accounts.ilse
	});
	const participants = await seedParticipants(pb, id, place.accounts);
	const seeded = { id, participants, requirements: {} as Record<string, string> };
	await pb.collection('applications').create({
		conference: id,
		by: place.accounts.ilse,
		reason: cast.question.nl,
		wishes: cast.wishes.nl
	});
	await seedSafety(pb, seeded);
	await seedContributions(pb, seeded);
	for (const requirement of cast.requirements) {
		const made = await pb.collection('requirements').create({
			conference: id,
			setter: participants[requirement.by],
			label: requirement.id,
			text: requirement.nl,
			why: requirement.why,
			test: requirement.test,
			final: true
		});
		seeded.requirements[requirement.id] = made.id;
	}
	return seeded;
}

async function seedParticipants(pb: PocketBase, conference: string, accounts: Accounts) {
	const ids: Record<string, string> = {};
	const make = async (person: { id: string; name: string; mail?: string }, more: object, hats: object[]) => {
		const participant = await pb.collection('participants').create({
			conference,
			account: accounts[person.id] ?? '',
			name: person.name,
			state: 'joined'
		});
		ids[person.id] = participant.id;
		await pb.collection('participant_details').create({ conference, participant: participant.id, ...more });
		for (const hat of hats) await pb.collection('hats').create({ participant: participant.id, conference, ...hat });
		if (person.mail) {
			await pb.collection('contacts').create({ participant: participant.id, conference, mail: person.mail });
		}
		const told = { goal: true, wayOfWorking: true, possibilities: true, responsibilities: true };
		await pb.collection('briefings').create({ participant: participant.id, conference, ...told });
	};
	for (const person of cast.people) {
		const { age, rel: relation, side, takes_part: takesPart } = person;
		const kind = person.relation === 'central_person' ? 'centralPerson' : 'circle';
		await make(person, { age, relation, side, takesPart }, [{ kind }, ...extraHats(person.hats)]);
	}
	for (const professional of cast.professionals) {
		const { org: organisation, capacity } = professional;
		const hats: object[] = [
			professional.setter ? { kind: 'setter', organisation, capacity } : { kind: 'informationGiver', organisation }
		];
		if (professional.referrer) hats.push({ kind: 'referrer', organisation });
		await make(professional, {}, hats);
	}
	await make(person('amina'), {}, [{ kind: 'coordinator', organisation: person('amina').org }]);
	await make(person('denzel'), {}, [{ kind: 'interpreter' }]);
	return ids;
}

/** Contact person and deputy are named on the day itself; the other hats are worn from the start. */
function extraHats(hats: string[]): object[] {
	return hats.map((hat) => hat.split(':')[0]).filter((kind) => kind === 'spokesperson' || kind === 'supportPerson')
		.map((kind) => ({ kind }));
}

function person(id: string) {
	const found = cast.others.find((other) => other.id === id);
	if (!found) throw new Error(`nobody called ${id} in the cast`);
	return found;
}

async function seedSafety(pb: PocketBase, { id: conference, participants }: SeededConference) {
	for (const agreement of cast.safety) {
		const named = agreement.visible_to.filter((who) => who !== 'amina').map((who) => participants[who]);
		await pb.collection('safety_agreements').create({ conference, text: agreement.nl, named });
	}
}

async function seedContributions(pb: PocketBase, { id: conference, participants }: SeededConference) {
	for (const professional of cast.professionals) {
		const author = participants[professional.id];
		for (const offer of professional.help_on_offer) {
			await pb.collection('help_on_offer').create({ conference, professional: author, text: offer.nl });
		}
		for (const { topic, about, nl: text } of professional.contributions) {
			const made = await pb.collection('contribution_topics').create({
				conference,
				professional: author,
				topic,
				about: about.map((who) => participants[who])
			});
			await pb.collection('contributions').create({ conference, topic: made.id, professional: author, text });
			for (const who of about) {
				const said = cast.consents.filter((consent) => consent.by === who && consent.speaker === professional.id);
				const answer = said.some((consent) => consent.allowed.includes(topic)) ? 'yes' : 'no';
				const participant = participants[who];
				await pb.collection('consents').create({ conference, topic: made.id, participant, answer });
			}
		}
	}
}
