import type { RoomInfo } from '#lib/state/roomInfo.ts';

const FAMILY = ['centralPerson', 'circle'];
const BESIDE = ['interpreter', 'outsideSupportPerson'] as const;

/** Somebody to let in. `beside`: a guest of the room, invited for the day. */
export type Candidate = { id: string; name: string; beside?: (typeof BESIDE)[number] };

/** RM1: who of the circle said yes, and whoever was invited for the day; never oneself. */
export function whoMayComeIn({ people, me }: Pick<RoomInfo, 'people' | 'me'>): Candidate[] {
	return people.flatMap(({ id, name, hats, saidYes }) => {
		if (!saidYes || id === me.id) return [];
		if (hats.some((hat) => FAMILY.includes(hat))) return [{ id, name }];
		const beside = BESIDE.find((hat) => hats.includes(hat));
		return beside ? [{ id, name, beside }] : [];
	});
}
