import type { twoRooms as source } from '../nl/twoRooms.ts';

/** Two rooms of one conference: bringing along what one wrote, and beginning anew. */
export const twoRooms: typeof source = {
	twoRooms: {
		yesDoes: 'Yes: all that this device has of the other room comes here. Whoever is inside here can read it.',
		then: 'After that this device wipes the other room. Whoever else is inside there simply keeps it.',
		noDoes: 'No: nothing changes. Your device stays with the other room.',
		yes: 'Yes, bring it along',
		no: 'No, leave it so',
		late: 'Not everything is across yet. Nothing is lost. Try again in a moment.',
		nobodyIn: 'Has nobody begun, or can nobody get in?',
		askFirst: 'The program says that there is a room already. Ask first whether somebody can let you in.',
		isEmpty: 'Do you begin yourself? Then there are two rooms. In the new one there is nothing yet.',
		letInAgain: 'After that let everybody into the new one. Their device first asks whether to bring along what was there.',
		begin: 'Begin a new room',
		whoCan: (names) => `Who was inside already can begin anew: ${names}.`
	}
};
