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
	end(conference: string): Promise<void>;
};

/**
 * A device in which a close took effect says so (F13): what was written in the rooms of this conference is erased and
 * stays so (4410). The book's last entry, which tells latecomers that it ended, stays. Answers 204, 401, or 404 for
 * "not for you" and "not there" alike (AC3). Returns false when the request is not for this.
 */
export function answerEnded(request: IncomingMessage, response: ServerResponse, on: On): boolean {
	if (request.method !== 'POST' || !request.url?.startsWith(PATH)) return false;
	const conference = request.url.slice(PATH.length).split('?')[0]!;
	endFor(conference, tokenOf(request), on).then(
		(status) => answer(response, status),
		() => answer(response, 503)
	);
	return true;
}

async function endFor(conference: string, token: string, { admission, address, isOurs, end }: On): Promise<number> {
	if (!isOurs || !parseRoom(`door/${conference}`)) return 404;
	const allowed = await admission.mayMindDoor({ token, address, conference });
	if (allowed === 'signIn') return 401;
	if (!allowed) return 404;
	await end(conference);
	return 204;
}

function answer(response: ServerResponse, status: number): void {
	response.writeHead(status, { 'cache-control': 'no-store' });
	response.end();
}
