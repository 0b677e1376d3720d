import type { tablet as source } from '../nl/tablet.ts';

/** Being in the sealed room on a device that keeps nothing of it. */
export const tablet: typeof source = {
	tablet: {
		ask: 'Do more people use this device?',
		cannotKeep: 'This browser can keep nothing. Perhaps this is a private window. You can come in all the same, and leave nothing.',
		about: 'Then this device forgets everything that is yours.',
		reload: 'Do you reload or close the page? Then somebody must let you in again.',
		unsent: 'What has not been sent by then is gone.',
		beginAbout: 'Let somebody else in right after that. Otherwise everything is gone when you stop.',
		enter: 'Go in and leave nothing',
		begin: 'Begin and leave nothing',
		choose: 'Leave nothing here',
		chosen: 'You will leave nothing here.',
		whose: (name) => `This is the screen of ${name} now. It leaves nothing.`,
		done: 'Done, leave nothing',
		sending: 'We wait until everything has been sent …',
		notSent: 'Not everything has been sent yet. Do you leave now? Then that is gone.',
		wait: 'Wait a little longer',
		evenSo: 'Leave all the same'
	}
};
