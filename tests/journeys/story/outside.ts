import type { Person } from '../pages/Person.ts';

/** Opens a socket as this person's page could, and tells how it ended and how much was heard. */
export async function knock(person: Person, name: string): Promise<{ code: number; frames: number }> {
	return person.page.evaluate(
		(room) =>
			new Promise<{ code: number; frames: number }>((resolve) => {
				const socket = new WebSocket(`${location.origin.replace('http', 'ws')}/sync/${room}`);
				let frames = 0;
				socket.onmessage = () => (frames += 1);
				socket.onclose = ({ code }) => resolve({ code, frames });
			}),
		name
	);
}

/** Keeps a socket open on this person's page, until `closedWith` is asked. */
export async function hold(person: Person, name: string): Promise<void> {
	await person.page.evaluate(
		(room) =>
			new Promise<void>((resolve) => {
				const socket = new WebSocket(`${location.origin.replace('http', 'ws')}/sync/${room}`);
				socket.onopen = () => resolve();
				socket.onclose = ({ code }) => Object.assign(window, { closedWith: code });
			}),
		name
	);
}

/** Waits for the end of the socket that was held, and tells with which code it was closed. */
export async function closedWith(person: Person): Promise<number> {
	await person.page.waitForFunction(() => 'closedWith' in window);
	return person.page.evaluate(() => (window as unknown as { closedWith: number }).closedWith);
}

/** The sealed room's own id, as only a device that is inside knows it. */
export async function roomIdOn(person: Person): Promise<string> {
	return person.page.evaluate(
		async () => (await indexedDB.databases()).map(({ name }) => /^rondom\/([0-9a-f]{32})/.exec(name!)?.[1]).find(Boolean)!
	);
}
