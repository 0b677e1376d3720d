import { addAgendaPoint, addHouseRule, openText, setPractical } from '#lib/documents/open.ts';
import { addFamilyPoint, familyText } from '#lib/documents/family.ts';
import { SharedDocument } from '#lib/sync/sharedDocument.ts';
import { connectOverWebSocket } from '#lib/sync/wire/connectOverWebSocket.ts';
import { cast } from './cast.ts';
import { deviceSocket } from './deviceSocket.ts';

/** Writes `open` and `family` as the central person would, through the real socket, and waits until both are kept. */
export async function writeFamilyPapers(at: {
	port: number;
	conference: string;
	/** The session of who writes. */
	token: string;
}): Promise<void> {
	const origin = `http://localhost:${at.port}`;
	const connect = connectOverWebSocket({
		url: `ws://localhost:${at.port}/sync`,
		random: Math.random,
		WebSocket: deviceSocket(origin, at.token)
	});

	const open = new SharedDocument(`open/${at.conference}`, connect);
	setPractical(open.doc, 'day', cast.conference_date);
	setPractical(open.doc, 'from', '13:00');
	openText(open.doc, 'place').insert(0, 'Buurthuis De Brug, kleine zaal');
	for (const point of cast.agenda) addAgendaPoint(open.doc, { time: point.time, what: point.nl, who: point.who });
	for (const rule of cast.house_rules) addHouseRule(open.doc, rule.nl);

	const family = new SharedDocument(`family/${at.conference}`, connect);
	familyText(family.doc, 'question').insert(0, cast.question.nl);
	familyText(family.doc, 'ifNoPlan').insert(0, cast.if_no_plan.nl);
	for (const strength of cast.strengths) addFamilyPoint(family.doc, 'strengths', strength.nl);
	for (const worry of cast.worries) addFamilyPoint(family.doc, 'worries', worry.nl);

	await Promise.all([kept(open), kept(family)]);
}

/** Resolves once the server says it has stored everything; refuses when it does not let us in. */
async function kept(document: SharedDocument): Promise<void> {
	try {
		await new Promise<void>((resolve, reject) => {
			const look = () => {
				if (document.state === 'refused') reject(new Error(`the papers were refused (${document.refusal})`));
				if (document.state === 'synced' && document.where === 'stored') resolve();
			};
			document.onChange(look);
			look();
		});
	} finally {
		document.close();
	}
}
