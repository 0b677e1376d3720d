import { SharedDocument } from '#lib/sync/sharedDocument.ts';
import { connectOverWebSocket } from '#lib/sync/wire/connectOverWebSocket.ts';
import { deviceSocket } from '#server/demo/deviceSocket.ts';
import { Visitor } from '#tests/setup/Visitor.ts';

export type SignedIn = { visitor: Visitor; token: string; conference: string };

/** Somebody of the cast, through the demo's door. */
export async function signIn(program: { url: string }, who: string): Promise<SignedIn> {
	const visitor = new Visitor(program.url);
	const { path } = await visitor.open(`/demo/door/preparation/${who}`);
	return { visitor, token: visitor.cookies.get('rondom')!, conference: path.split('/').at(-1)! };
}

/** A plain document (`open`, `family`) on a device of this person's. */
export function openPaper(program: { url: string }, room: string, token: string): SharedDocument {
	const url = `${program.url.replace('http', 'ws')}/sync`;
	return new SharedDocument(
		room,
		connectOverWebSocket({ url, random: Math.random, WebSocket: deviceSocket(program.url, token) })
	);
}

/** Resolves as soon as it is so; looks whenever something about one of these papers changed. */
export function once(papers: SharedDocument[], isSo: () => boolean): Promise<void> {
	return new Promise((resolve) => {
		const look = () => {
			if (!isSo()) return;
			for (const stop of stops) stop();
			resolve();
		};
		const stops = papers.flatMap((paper) => {
			paper.doc.on('update', look);
			return [paper.onChange(look), () => paper.doc.off('update', look)];
		});
		look();
	});
}
