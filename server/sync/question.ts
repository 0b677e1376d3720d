import type { IncomingMessage, ServerResponse } from 'node:http';
import { SYNC_PATH, parseRoom } from '#lib/sync/protocol.ts';
import type { Admission } from './decision.ts';
import type { Rooms } from './Rooms.ts';
import { Refusal } from './Refusal.ts';
import { tokenOf } from './request.ts';

const PATH = `${SYNC_PATH}question/`;

/**
 * The question of the conference, out of the family's document, for those who may read it and nothing else of that
 * document (AC6). Answers `{ question }`, 401, or 404 for "not for you" and "not there" alike (AC3).
 * Returns false when the request is not for this.
 */
export function answerQuestion(
	request: IncomingMessage,
	response: ServerResponse,
	on: { rooms: Rooms; admission: Admission; address: string }
): boolean {
	if (request.method !== 'GET' || !request.url?.startsWith(PATH)) return false;
	const conference = request.url.slice(PATH.length).split('?')[0]!;
	readQuestion(conference, tokenOf(request), on).then(
		([status, body]) => answer(response, status, body),
		() => answer(response, 503, {})
	);
	return true;
}

async function readQuestion(
	conference: string,
	token: string,
	{ rooms, admission, address }: { rooms: Rooms; admission: Admission; address: string }
): Promise<[number, object]> {
	const room = parseRoom(`family/${conference}`);
	if (!room) return [404, {}];
	const allowed = await admission.mayReadQuestion({ token, address, conference });
	if (allowed === 'signIn') return [401, {}];
	if (!allowed) return [404, {}];
	try {
		return [200, { question: (await rooms.enter(room)).text('question') }];
	} catch (error) {
		if (error instanceof Refusal) return [404, {}];
		throw error;
	} finally {
		await rooms.leave(room);
	}
}

function answer(response: ServerResponse, status: number, body: object): void {
	response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
	response.end(JSON.stringify(body));
}
