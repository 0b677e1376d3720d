import { application } from './nl/application.ts';
import { conference } from './nl/conference.ts';
import { demo } from './nl/demo.ts';
import { door } from './nl/door.ts';
import { drawings } from './nl/drawings.ts';
import { entering } from './nl/entering.ts';
import { followThrough } from './nl/followThrough.ts';
import { general } from './nl/general.ts';
import { information } from './nl/information.ts';
import { inside } from './nl/inside.ts';
import { lettingIn } from './nl/lettingIn.ts';
import { paper } from './nl/paper.ts';
import { plan } from './nl/plan.ts';
import { preparation } from './nl/preparation.ts';
import { program } from './nl/program.ts';
import { region } from './nl/region.ts';
import { room } from './nl/room.ts';
import { sheet } from './nl/sheet.ts';
import { tablet } from './nl/tablet.ts';
import { twoRooms } from './nl/twoRooms.ts';
import { whoReads } from './nl/whoReads.ts';

/**
 * Dutch, the source of all words on screen, in one part per concept. Short sentences, common words, nobody is
 * blamed. Other languages are dictionaries of the same type.
 */
export const nl = {
	...general,
	...entering,
	...conference,
	...application,
	...region,
	...preparation,
	...information,
	...room,
	...sheet,
	...inside,
	...tablet,
	...twoRooms,
	...whoReads,
	...door,
	...lettingIn,
	...drawings,
	...program,
	...paper,
	...plan,
	...followThrough,
	...demo
};

/** What every language must hold. */
export type Words = typeof nl;
