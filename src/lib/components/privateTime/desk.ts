import { createContext } from 'svelte';
import type { OpenGathering } from '#lib/state/OpenGathering.svelte.ts';
import type { PlanDraft } from '#lib/state/PlanDraft.svelte.ts';

type Named = { id: string; name: string };

/** What lies on the table of the room, for every part of the draft. */
export type Desk = {
	draft: PlanDraft;
	gathering: OpenGathering;
	/** Who may carry an agreement: the circle and the professionals; never a coordinator (CO2). */
	carriers: Named[];
	circle: Named[];
	/** Requirements by their label. */
	requirements: Named[];
};

export const [onDesk, layDesk] = createContext<Desk>();
