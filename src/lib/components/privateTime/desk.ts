import { createContext } from 'svelte';
import type { OpenGathering } from '#lib/state/OpenGathering.svelte.ts';
import type { PlanDraft } from '#lib/state/PlanDraft.svelte.ts';

export type Named = { id: string; name: string };

/** People under one heading of a choice. */
export type Group = { title: string; people: Named[] };

/** What lies on the table of the room, for every part of the draft. */
export type Desk = {
	draft: PlanDraft;
	gathering: OpenGathering;
	/** Who may carry an agreement, from near to far (PL2); never a coordinator (CO2). */
	carriers: Group[];
	circle: Named[];
	/** Requirements by their label. */
	requirements: Named[];
	/** Somebody's name; "somebody from the circle" where this reader may not know it. */
	nameOf(id: string): string;
};

export const [onDesk, layDesk] = createContext<Desk>();
