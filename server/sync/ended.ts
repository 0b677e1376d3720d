import type { IncomingMessage, ServerResponse } from 'node:http';
import { SYNC_PATH, parseRoom } from '#lib/sync/protocol.ts';
import type { Admission } from './decision.ts';
import { tokenOf } from './request.ts';

const PATH = `${SYNC_PATH}ended/`;

type On = {
	admission: Admission;
	address: string;
	/** The page that asks is our own: a cookie alone could be sent along by any page. */
	isOurs: boolean;
	/** Empty: every room of the conference. */
	end(conference: string, roomId: string): Promise<void>;
};

/**
 * A device in which a close took effect says so (F13), with `/<roomId>` where there is more than one: what was written in
 * the room is erased and stays so (4410). The book's last entry, which tells latecomers that it ended, stays. Answers 204, 401, or 404 for
 * "not for you" and "not there" alike (AC3). Returns false when the request is not for this.
 */
export function answerEnded(request: IncomingMessage, response: ServerResponse, on: On): boolean {
	if (request.method !== 'POST' || !request.url?.startsWith(PATH)) return false;
	const [conference = '', roomId = ''] = request.url.slice(PATH.length).split('?')[0]!.split('/');
	endFor({ conference, roomId }, tokenOf(request), on).then(
		(status) => answer(response, status),
		() => answer(response, 503)
	);
	return true;
}

type Which = { conference: string; roomId: string };

async function endFor({ conference, roomId }: Which, token: string, on: On): Promise<number> {
	const { admission, address, isOurs, end } = on;
	const isRoom = roomId === '' || parseRoom(`room/${conference}/${roomId}/book`);
	if (!isOurs || !isRoom || !parseRoom(`door/${conference}`)) return 404;
	const allowed = await admission.mayMindDoor({ token, address, conference });
	if (allowed === 'signIn') return 401;
	if (!allowed) return 404;
	await end(conference, roomId);
	return 204;
}

function answer(response: ServerResponse, status: number): void {
	response.writeHead(status, { 'cache-control': 'no-store' });
	response.end();
}
