/** Names by participant, as far as the reader may know them. */
export type Names = Record<string, string>;

/** RT2: whoever is not found keeps a place. @param somebody the words for a person without a name */
export function nameIn(names: Names, id: string, somebody: string): string {
	return names[id] || somebody;
}

/** Several names as one line; nobody twice. */
export function namesOf(names: Names, ids: readonly string[], somebody: string): string {
	return [...new Set(ids)].map((id) => nameIn(names, id, somebody)).join(', ');
}
