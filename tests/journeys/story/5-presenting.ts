import { expect, it } from 'vitest';
import { ConferencePage } from '../pages/ConferencePage.ts';
import { PlanPage } from '../pages/PlanPage.ts';
import { RoomPage } from '../pages/RoomPage.ts';
import type { Story } from './Story.ts';

const SECOND = 'Tot het nieuwe rooster begint slaapt er iemand bij de kinderen:';
const NO_SUNDAY = 'Voor zondagavond staat er niemand in het plan.';

/** (5) Presenting, B1 not yet, a second round, met. */
export function presenting(story: () => Story): void {
	it('[PH4] [PT2] the circle presents; what was written beside the plan stays in the room', async () => {
		const bas = new RoomPage(await story().be('bas'));
		await bas.writeNotes('Dit blijft onder ons.');
		await bas.says('Alles is bewaard en verstuurd.');
		const hulya = new RoomPage(await story().be('hulya'));
		await hulya.reads('Dit blijft onder ons.');
		await hulya.preview();
		await hulya.saysWhoReads('Ilse Brandsma');
		await story().picture('preview', 'hulya');
		await hulya.confirmPresenting();
		await (await story().be('hulya')).sees('Bas brengt Milan en Fenna');
		const ilse = await story().be('ilse');
		await ilse.page.goto(story().path);
		await new PlanPage(ilse).open();
		await ilse.sees('Dit moet minstens in het plan staan');
		expect(await ilse.text()).not.toContain('onder ons');
		await story().picture('presented', 'hulya', 'ilse');
	});

	it('[BL5] Ilse looks: B2, B3 and B4 are met; "nog niet" to B1 is refused without a reason, and taken with one', async () => {
		const plan = new PlanPage(await story().be('ilse'));
		for (const label of ['B2', 'B3', 'B4']) await plan.isMet(label);
		await plan.isRefusedNotYet('B1');
		await plan.isNotYet('B1', NO_SUNDAY, 'Dan praat ik maandag met Yara.');
		const yara = await story().be('yara');
		await yara.page.goto(story().path);
		await new PlanPage(yara).open();
		await yara.sees(`Nog niet: ${NO_SUNDAY}`);
		await story().picture('not-yet', 'ilse', 'yara');
	});

	it('[PH5] the circle goes back, mends and presents again', async () => {
		const hulya = await story().be('hulya');
		await new ConferencePage(hulya).open();
		await story().picture('go-back', 'hulya');
		await new ConferencePage(hulya).goBack();
		const room = new RoomPage(hulya);
		await room.enter();
		await room.isInside();
		await room.typeInAgreement(SECOND, ' Hülya op zondag.');
		await new RoomPage(await story().be('bas')).reads('Hülya op zondag.');
		await room.says('Alles is bewaard en verstuurd.');
		await hulya.page.reload();
		await room.isInside();
		await room.reads('Hülya op zondag.');
		await room.present();
	});

	it('[BL6] in the second round B1 is met, and the first round stays to be seen', async () => {
		const ilse = await story().be('ilse');
		const plan = new PlanPage(ilse);
		await plan.open();
		await ilse.sees(`Nog niet: ${NO_SUNDAY}`);
		for (const label of ['B1', 'B2', 'B3', 'B4']) await plan.isMet(label);
		await ilse.sees(`Nog niet: ${NO_SUNDAY}`, plan.requirement('B1'));
		await story().picture('second-round', 'ilse');
	});
}
