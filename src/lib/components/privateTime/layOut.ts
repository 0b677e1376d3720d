import type { Words } from '#lib/i18n/nl.ts';
import type { OpenGathering } from '#lib/state/OpenGathering.svelte.ts';
import type { RoomInfo } from '#lib/state/roomInfo.ts';
import type { Desk, Group } from './desk.ts';

type Table = { info: RoomInfo; gathering: OpenGathering; text: Words };

/** Lays the desk from what the page has now; asked again at every look, so that nothing on it is old. */
export function layOut(table: () => Table): Desk {
	const wearing = (...kinds: string[]) => table().info.people.filter(({ hats }) => hats.some((hat) => kinds.includes(hat)));
	return {
		get draft() {
			return table().gathering.draft;
		},
		get gathering() {
			return table().gathering;
		},
		get carriers() {
			return carriersFromNearToFar(table());
		},
		get circle() {
			return wearing('circle', 'centralPerson');
		},
		get requirements() {
			return table().info.requirements.map(({ id, label, text }) => ({ id, name: label, about: text }));
		},
		nameOf(id) {
			const { info, gathering, text } = table();
			const listed = info.people.find((person) => person.id === id)?.name;
			return listed || gathering.inside.find(({ person }) => person === id)?.name || text.planSheet.somebody;
		}
	};
}

/** PL2: self, the circle, professionals; each person once. A coordinator is not among them (CO2). */
function carriersFromNearToFar({ info, text }: Table): Group[] {
	const { self, circle, professionals } = text.room.groups;
	const rows: [string, string[]][] = [
		[self, ['centralPerson']],
		[circle, ['circle']],
		[professionals, ['setter', 'informationGiver']]
	];
	const offered = new Set(info.people.filter(({ hats }) => hats.includes('coordinator')).map(({ id }) => id));
	return rows
		.map(([title, kinds]) => {
			const people = info.people.filter(({ id, hats }) => !offered.has(id) && hats.some((hat) => kinds.includes(hat)));
			for (const { id } of people) offered.add(id);
			return { title, people };
		})
		.filter(({ people }) => people.length > 0);
}
