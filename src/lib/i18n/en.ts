import { conference } from './en/conference.ts';
import { entering } from './en/entering.ts';
import { general } from './en/general.ts';
import { information } from './en/information.ts';
import { plan } from './en/plan.ts';
import { preparation } from './en/preparation.ts';
import { region } from './en/region.ts';
import { room } from './en/room.ts';
import { nl, type Words } from './nl.ts';

/** English, beside the Dutch source. What is not translated yet is read in Dutch. */
export const en = translated(nl, { ...general, ...entering, ...conference, ...region, ...preparation, ...information, ...room, ...plan }) as Words;

type Branch = { [key: string]: unknown };

function translated(source: Branch, words: Branch): Branch {
	const entry = ([key, value]: [string, unknown]) => {
		const word = words[key];
		return [key, isBranch(value) && isBranch(word) ? translated(value, word) : (word ?? value)];
	};
	return Object.fromEntries(Object.entries(source).map(entry));
}

function isBranch(value: unknown): value is Branch {
	return typeof value === 'object' && value !== null;
}
