import { expect, it } from 'vitest';
import { cast } from '#server/demo/cast.ts';
import { ApplicationPage } from '../pages/ApplicationPage.ts';
import { EntrancePage } from '../pages/EntrancePage.ts';
import { RegionPage } from '../pages/RegionPage.ts';
import { castOf, TITLE, type Story } from './Story.ts';

const PASSWORD = 'samen aan de keukentafel';

/** (1) Yara's yes and wishes, Ilse's request, Karin matches Amina; Bram is refused (CO1). */
export function application(story: () => Story): void {
	it('Karin sets up an empty installation, and makes logins for Amina, Bram and Ilse', async () => {
		const karin = await story().be('karin');
		const link = /https?:\S+\/set-up\/\S+/.exec(story().program.said)![0];
		await new EntrancePage(karin).setUp(link, cast.municipality, { ...castOf('karin'), password: PASSWORD });
		const region = new RegionPage(karin);
		for (const who of ['amina', 'bram', 'ilse']) {
			const { name, mail, org = '', languages = [] } = castOf(who) as { name: string; mail: string; org?: string; languages?: string[] };
			const kind = who === 'ilse' ? 'referrer' : 'coordinator';
			await region.add(kind, { name, mail, org, languages: languages.join(', ') });
		}
		await story().picture('region-with-staff', 'karin');
	});

	it('Ilse chooses a password by her mailed link, and asks for a conference for Yara', async () => {
		const ilse = await story().be('ilse');
		const entrance = new EntrancePage(ilse);
		await entrance.enterByLink(await story().mailedLink(castOf('ilse').mail));
		await entrance.choosePassword(PASSWORD);
		await entrance.signOut();
		await entrance.signIn(castOf('ilse').mail, PASSWORD);
		const { name, mail } = castOf('yara');
		await new ApplicationPage(ilse).apply({ title: TITLE, name, age: 34, mail, reason: cast.question.nl });
		await story().picture('applied', 'ilse');
	});

	it('Amina chooses a password by hers', async () => {
		const entrance = new EntrancePage(await story().be('amina'));
		await entrance.enterByLink(await story().mailedLink(castOf('amina').mail));
		await entrance.choosePassword(PASSWORD);
	});

	it('[PH1] until Yara says yes, Karin can do nothing', async () => {
		const region = new RegionPage(await story().be('karin'));
		await region.open();
		await region.seesWaitForYes(TITLE);
		expect(await region.application(TITLE).getByRole('radio').count()).toBe(0);
		await story().picture('waits-for-yes', 'karin');
	});

	it('[PH1] Yara comes in by the mailed link, says yes and what she wishes', async () => {
		const yara = await story().be('yara');
		await new EntrancePage(yara).enterByLink(await story().mailedLink(castOf('yara').mail));
		const { name, org } = castOf('ilse') as { name: string; org?: string };
		await yara.sees(`${name}, ${org}, schreef:`);
		await yara.sees(cast.question.nl);
		await story().picture('asked', 'yara');
		await new ApplicationPage(yara).sayYes(cast.wishes.nl);
		story().path = /\/conference\/[a-z0-9]{15}/.exec(yara.page.url())![0];
		await story().picture('said-yes', 'yara');
	});

	it('[CO1] Karin reads the wishes; Bram is refused, for he works where Ilse does; Amina is matched', async () => {
		const karin = await story().be('karin');
		const region = new RegionPage(karin);
		await region.open();
		await karin.sees(cast.wishes.nl);
		await story().picture('wishes', 'karin');
		await region.match(TITLE, castOf('bram').name);
		await region.seesRefused(TITLE, castOf('bram').name);
		await story().picture('refused', 'karin');
		await region.match(TITLE, castOf('amina').name);
		await region.seesMatched();
		await story().picture('matched', 'karin');
	});

	it('[CO1] Amina is asked by mail, and declares to be independent', async () => {
		const amina = await story().be('amina');
		await amina.openLink(await story().mailedLink(castOf('amina').mail));
		await story().picture('asked-to-coordinate', 'amina');
		await new ApplicationPage(amina).declare();
		expect(new URL(amina.page.url()).pathname).toBe(story().path);
		await story().picture('first-look', 'amina', 'yara', 'ilse');
	});
}
