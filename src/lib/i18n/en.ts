import { application } from './en/application.ts';
import { conference } from './en/conference.ts';
import { demo } from './en/demo.ts';
import { door } from './en/door.ts';
import { drawings } from './en/drawings.ts';
import { entering } from './en/entering.ts';
import { followThrough } from './en/followThrough.ts';
import { general } from './en/general.ts';
import { information } from './en/information.ts';
import { inside } from './en/inside.ts';
import { lettingIn } from './en/lettingIn.ts';
import { paper } from './en/paper.ts';
import { plan } from './en/plan.ts';
import { preparation } from './en/preparation.ts';
import { program } from './en/program.ts';
import { region } from './en/region.ts';
import { room } from './en/room.ts';
import { sheet } from './en/sheet.ts';
import { tablet } from './en/tablet.ts';
import { twoRooms } from './en/twoRooms.ts';
import { whoReads } from './en/whoReads.ts';
import type { Words } from './nl.ts';

/** English, complete beside the Dutch source: the type allows no word to stay behind. */
export const en: Words = {
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
