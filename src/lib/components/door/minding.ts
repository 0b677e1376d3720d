import { createContext } from 'svelte';
import type { LetSomebodyIn } from '#lib/state/LetSomebodyIn.svelte.ts';
import type { RoomInfo } from '#lib/state/roomInfo.ts';

/** The door as it is minded from inside: what stands at it, who minds it, and who may come in. */
export type Minding = {
	door: LetSomebodyIn;
	info: RoomInfo;
	/** For whom the screen on which somebody is let in stands open; none before somebody was chosen. */
	whom: { id: string; name: string } | undefined;
	/** Opens that screen for them. */
	letIn(whom: { id: string; name: string }): void;
	/** Name of a participant; empty for somebody this reader does not know. */
	nameOf(person: string): string;
};

export const [onDoor, mindDoor] = createContext<Minding>();
