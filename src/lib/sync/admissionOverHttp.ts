import { NotAllowed, type Admission } from './admission.ts';

/** Sends to a path of the program's own address, as `fetch` does in a page. */
export type Send = (path: string, init: RequestInit) => Promise<Response>;

/** Tells the program that serves this page; a device that is no page hands in how it sends. */
export function admissionOverHttp(conference: string, send: Send = (path, init) => fetch(path, init)): Admission {
	async function tell(verb: string, person?: string): Promise<number> {
		const answer = await send(`/conference/${conference}/room`, {
			method: 'PATCH',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ verb, person })
		});
		if (answer.status === 404) throw new NotAllowed(verb);
		if (!answer.ok) throw new Error(`${verb}: ${answer.status}`);
		return answer.status;
	}
	return {
		letIn: async (person) => void (await tell('letIn', person)),
		openDoor: async (person) => void (await tell('openDoor', person)),
		letOut: async (person) => ((await tell('letOut', person)) === 202 ? 'needsAnother' : 'done'),
		keepIn: async (person) => void (await tell('keepIn', person)),
		async erased(roomId) {
			const { ok, status } = await send(`/sync/ended/${conference}/${roomId}`, { method: 'POST' });
			if (!ok) throw new Error(`ended: ${status}`);
		}
	};
}
