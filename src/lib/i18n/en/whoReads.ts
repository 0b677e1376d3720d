import type { whoReads as source } from '../nl/whoReads.ts';

/** What the family is told of the sealed room's lock: `crypto/THREAT_MODEL.md` in plain words. */
export const whoReads: typeof source = {
	whoReads: {
		title: 'Who can read along?',
		about: 'Our room belongs to the circle. Here you read what is closed, to whom, and what we cannot promise.',
		parts: {
			closed: {
				title: 'What is closed?',
				items: {
					inside: 'Only those inside read what is there.',
					lock: 'Your text is locked on your own device. Only then does it leave.',
					key: 'Only devices that are inside open that lock. And the key sheet.',
					tap: 'Somebody comes in only when one of you says yes. Everybody inside sees that.',
					out: 'Whoever is out reads nothing new.',
					heal: 'Does the program lose something? Your devices put it back.'
				}
			},
			forWhom: {
				title: 'To whom is it closed?',
				items: {
					coordinator: 'The coordinator and the region manager.',
					professionals: 'The professionals and their organisations.',
					operator: 'Who runs the program, even with all disks and copies.',
					thief: 'Whoever breaks into the program.',
					outside: 'Whoever has your password, without your device and without your yes.'
				}
			},
			open: {
				title: 'What is not closed?',
				items: {
					around: 'Everything outside our room. Each page says who sees it. Who runs the program can read it.',
					plan: 'The plan, as soon as you present it.',
					question: 'A question you ask somebody outside, and the answer.'
				}
			},
			operator: {
				title: 'What does the one who runs the program see?',
				items: {
					who: 'Who opens the room, when, for how long and from where.',
					amount: 'Roughly how much is written. Not what.',
					devices: 'How many devices there are. And that somebody is added or goes.',
					sheet: 'That a key sheet was made, and that it was used.'
				}
			},
			yours: {
				title: 'What can you do yourself?',
				items: {
					look: 'Look who is inside. Tap away only what you know.',
					tap: 'Say yes only when you are sure who knocks.',
					sheet: 'Keep the key sheet in a place of the circle.',
					lost: 'Is a device lost? Take it out at once.',
					tablet: 'On a shared device, choose ‘leave nothing’.'
				}
			}
		},
		notPromised: {
			title: 'What can we not promise?',
			items: {
				script: {
					what: 'The program itself',
					so: 'A website is as honest as the program you are sent. Does somebody send you another? Then they can read along.'
				},
				device: {
					what: 'Your device',
					so: 'Whoever holds your open phone reads along. Sometimes a keyboard or a browser extra does too.'
				},
				copying: { what: 'Each other', so: 'Whoever is inside can copy something or take a picture of it.' },
				author: { what: 'Who wrote what', so: 'Nobody can prove who wrote something. That is on purpose.' },
				past: { what: 'What has been seen', so: 'What somebody has seen stays known. Also when they go out.' },
				seconds: { what: 'The last seconds', so: 'What is written while somebody goes out, they may just be able to read.' },
				halves: {
					what: 'Two halves',
					so: 'The program can keep messages back. That is why you see when you last heard of whom.'
				},
				refusing: {
					what: 'Being there',
					so: 'The program can stop. Your text is then still on your devices. If it says that somebody began already, you cannot begin: ask that person.'
				},
				allLost: {
					what: 'Everything lost',
					so: 'Are all devices gone, and the key sheet too? Then the text is gone. Nobody can bring it back.'
				},
				afterwards: {
					what: 'After the end',
					so: 'With the key sheet and an old copy the text can be opened again. So destroy the sheet then too.'
				},
				believed: { what: 'Somebody you believe', so: 'Do you get a link from an impostor? Then you may be in another room.' },
				later: { what: 'In the future', so: 'Perhaps computers will come that open this lock. There is nothing against that yet.' },
				untried: { what: 'Not everything has been tried', so: 'Nobody from outside has examined this lock yet. Safari and Firefox have not been tested.' }
			}
		},
		precise: 'Do you want to know it exactly? The makers wrote it down in ‘THREAT_MODEL.md’. It comes with the program.'
	}
};
