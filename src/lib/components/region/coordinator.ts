/** Who could coordinate. `languages`: codes as `nl`, or words as they were typed; `busy`: how many conferences now. */
export type Coordinator = { id: string; name: string; organisation: string; languages: string[]; busy: number };
