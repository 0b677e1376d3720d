import type { demo as nlDemo } from '../nl/demo.ts';

/** The first page, with or without the demo. */
export const demo: typeof nlDemo = {
	welcome: {
		title: 'Making a plan together',
		about: 'Rondom helps with a family group conference (Eigen Kracht-conferentie). Family, friends and neighbours make their own plan.',
		privateRoom:
			'You talk in a room of your own. The coordinator and the professionals cannot come in. The operator cannot read there either.',
		withCode: 'I have a letter with a code',
		apply: 'Ask for a conference',
		next: 'What would you like to do?'
	},
	demo: {
		label: 'About this demo',
		bar: (moment) => `This is a demo. Here it is ${moment}.`,
		doors: 'Be somebody else',
		title: 'Look around at ‘Rust in huis’',
		about: 'This family is made up. You cannot break anything.',
		how: 'Choose a moment, and who you are then.',
		you: (name) => `You are now ${name}.`,
		goOn: 'Go on',
		busy: 'The demo is being made ready. That takes a few seconds.',
		path: 'The moments',
		inside: 'may enter our room',
		insideAbout: 'Whoever has this sign may enter our room.',
		left: 'has already left here',
		stations: {
			application: {
				title: 'Asking for it',
				about: 'Ilse asks for a conference. Yara may say yes or no. Then Karin chooses a coordinator. It cannot be Bram: he works where Ilse works.'
			},
			preparation: {
				title: 'Preparing',
				about: 'Amina talks with everybody. Who comes, and what is needed? What the plan must hold at least is fixed.'
			},
			privateTime: {
				title: 'The private time',
				about: 'The door has just closed. The circle writes the plan. Amina and Ilse cannot come in.'
			},
			presentation: {
				title: 'The plan on the table',
				about: 'The circle shows the plan. Ilse looks whether it is enough. One thing is not there yet.'
			},
			followThrough: {
				title: 'Four weeks later',
				about: 'Everybody does their part. Amina has just stopped. See what she still gets to see.'
			},
			review: {
				title: 'Three months later',
				about: 'The circle has come together again. Marleen shows the new plan.'
			}
		},
		groups: {
			family: 'Family, friends and neighbours',
			coordinator: 'Coordinator',
			professional: 'Professionals',
			beside: 'Interpreter',
			region: 'The region'
		}
	}
};
