import { expect, it } from 'vitest';
import { cast } from '#server/demo/cast.ts';
import { EntrancePage } from '../pages/EntrancePage.ts';
import { RoomPage } from '../pages/RoomPage.ts';
import { knock, roomIdOn } from './outside.ts';
import { castOf, type Story } from './Story.ts';

/** Who writes which agreement down; the second is finished together. */
const WRITERS: Record<string, number[]> = { yara: [1, 5, 8], hulya: [7], bas: [4, 6, 12] };
const ON_TABLET: Record<string, number[]> = { gino: [9, 10, 11], marleen: [3] };
const SECOND = 'Tot het nieuwe rooster begint slaapt er iemand bij de kinderen:';
const PARTS = { whole: 'het hele plan', child_version: 'het plan voor kinderen', own_agreements_only: 'alleen de eigen afspraken' };

/** A sentence as long as somebody types in this many seconds. */
function sentenceFor(seconds: number, keys: number): string {
	const words = ' Milan kookt graag en wij eten samen.';
	return words.repeat(Math.ceil((seconds * keys) / words.length)).slice(0, seconds * keys);
}

/** (4) Five people write together on two phones, a laptop and a tablet; nothing is lost. */
export function writing(story: () => Story): void {
	let link = '';
	const everybody = ['yara', 'hulya', 'bas', 'tablet'];
	const room = async (who: string) => new RoomPage(await story().be(who));
	const rooms = () => Promise.all(everybody.map(room));

	async function writesAgreements(who: string, numbers: number[]): Promise<void> {
		for (const { n, what, when, check, req, responsible, helpers } of cast.agreements) {
			if (!numbers.includes(n)) continue;
			await (await room(who)).writeAgreement({
				what: n === 2 ? SECOND : what,
				who: castOf(responsible).name,
				when,
				requirements: req,
				helpers: helpers.map((one) => castOf(one).name),
				check: castOf(check).name
			});
		}
	}

	/** The same tablet, now in somebody else's hands; Yara lets them in. */
	async function takesTablet(who: string): Promise<void> {
		const tablet = await story().be('tablet');
		const entrance = new EntrancePage(tablet);
		const { mail, name } = castOf(who);
		const seen = story().mailbox.mails.length;
		await entrance.signInByMail(mail, async () => /code is (\d{6})/.exec(await story().mailbox.mailTo(mail, seen))![1]!);
		await (await room('yara')).letsIn({ [name]: new RoomPage(tablet) });
	}

	it('[SR6] Yara begins the room, and lets in Hülya, Bas and Gino with a link and a tap each', async () => {
		const yara = await room('yara');
		await yara.enter();
		await story().picture('at-the-door', 'yara');
		await yara.begin();
		await yara.letsIn({ [castOf('hulya').name]: await room('hulya') });
		link = await yara.linkFor(castOf('bas').name);
		await (await room('bas')).knock(link);
		await story().picture('somebody-knocks', 'yara', 'bas');
		await yara.opensFor(castOf('bas').name);
		await (await room('bas')).isInside();
		await takesTablet('gino');
		const bas = await story().be('bas');
		await bas.sees(/Nu binnen: .*Yara de Wit/);
		// SR40: the secret has left the address.
		expect(bas.page.url()).not.toContain(link.split('.').at(-2));
	});

	it('they write strengths, wishes and twelve agreements, each on their own device', async () => {
		const [yara, hulya, bas] = await rooms();
		for (const { nl } of cast.strengths) await yara!.write('Iets dat goed gaat', nl);
		for (const { nl } of cast.goals) await hulya!.write('Iets dat we willen', nl);
		await writesAgreements('yara', [1]);
		await writesAgreements('bas', [2]);
		await Promise.all(Object.entries({ ...WRITERS, tablet: ON_TABLET.gino! }).map(([who, numbers]) =>
			writesAgreements(who, numbers.filter((number) => number > 2))
		));
		await story().picture('writing', ...everybody);
		await bas!.reads('Gino neemt Milan op woensdag');
	});

	it('[PT4] Gino gives the tablet to Marleen: she is somebody else on it, and writes on', async () => {
		const tablet = await story().be('tablet');
		await new EntrancePage(tablet).signOut();
		await takesTablet('marleen');
		await (await room('tablet')).reads('Gino neemt Milan op woensdag');
		await writesAgreements('tablet', ON_TABLET.marleen!);
		await (await story().be('yara')).sees(/Nu binnen: .*Marleen de Wit/);
		expect(await (await story().be('yara')).text()).not.toMatch(/Nu binnen: .*Gino Martina/);
		await story().picture('tablet-of-marleen', 'tablet', 'yara');
	});

	it('[PL1] they add plan B, whom to call at night, the contact person, the date and who gets it', async () => {
		const [yara, hulya, bas, tablet] = await rooms();
		for (const { trigger, do: then } of cast.plan_b) await bas!.writePlanB(trigger, then);
		await tablet!.writeNightCall('Marleen. Neemt zij niet op, dan Joop beneden.');
		await yara!.choose('Contactpersoon', castOf('marleen').name);
		await yara!.choose('Reserve', castOf('bas').name);
		await yara!.chooseDate('2027-04-17');
		const { plan_recipients: recipients } = cast;
		await hulya!.givePlanTo(
			Object.entries(recipients).flatMap(([part, who]) =>
				who.map((one) => ({ name: castOf(one).name, part: PARTS[part as keyof typeof PARTS] }))
			)
		);
		for (const one of [yara!, hulya!, bas!, tablet!]) {
			for (const words of ['zelf om hulp', 'lacht weer', 'Bas brengt Milan', 'Bel Marleen vóór', 'dan Joop beneden']) await one.reads(words);
		}
		// BL4: beside the draft stands what answers each requirement.
		for (const label of ['B1', 'B2', 'B3', 'B4']) await yara!.seesAnswered(label, '');
		await story().picture('draft', ...everybody);
	});

	it('[PT5] two type in one sentence at the same time, and it merges', async () => {
		const [yara, hulya, bas, tablet] = await rooms();
		const [first, other] = [' Riet op woensdag,', ' Marleen op vrijdag.'];
		await Promise.all([yara!.typeInAgreement(SECOND, first), hulya!.typeInAgreement(SECOND, other)]);
		const sorted = (words: string) => [...words].sort().join('');
		for (const one of [yara!, hulya!, bas!, tablet!]) {
			await one.hasSentence(SECOND, SECOND.length + first.length + other.length);
			expect(sorted((await one.sentence(SECOND)).slice(SECOND.length))).toBe(sorted(first + other));
			await one.isSame(yara!);
		}
	});

	it('[PT5] the wifi goes while Yara types on, and the server is restarted meanwhile: nothing is lost', async () => {
		const [yara, hulya] = await rooms();
		const { withoutWifi } = story().walk;
		const typed = sentenceFor(withoutWifi, 5);
		(await story().be('yara')).wifi.off();
		const typing = yara!.typesOn('Yara en Hülya wandelen', typed, 5);
		await hulya!.typeInAgreement(SECOND, ' Wij helpen elkaar.');
		await story().program.kill();
		await hulya!.says('Er gaat niets verloren.');
		await hulya!.typeInAgreement(SECOND, ' Bel als er iets is.');
		await story().picture('without-server', 'hulya');
		await story().program.begin();
		await typing;
		await yara!.says('Er gaat niets verloren.');
		await story().picture('without-wifi', 'yara');
		(await story().be('yara')).wifi.on();
		for (const one of await rooms()) {
			for (const words of [typed, 'Wij helpen elkaar.', 'Bel als er iets is.']) await one.reads(words);
		}
		await yara!.says('Alles is bewaard en verstuurd.');
		for (const one of await rooms()) await one.isSame(yara!);
	});

	it('[PT5] a reload brings the room back from this device, also without the network', async () => {
		const bas = await story().be('bas');
		// With what he types, his device keeps what he read as well.
		await (await room('bas')).typeInAgreement('Yara en Hülya wandelen', ' En Bas ook.');
		await (await room('bas')).says('Alles is bewaard en verstuurd.');
		const before = await (await room('bas')).draft();
		bas.wifi.off();
		await bas.page.reload();
		await (await room('bas')).isInside();
		await (await room('bas')).reads('Bel als er iets is.');
		expect(await (await room('bas')).draft()).toEqual(before);
		await (await room('bas')).typesOn('Yara en Hülya wandelen', ' Ook als het regent.', 8);
		await bas.page.reload();
		await (await room('bas')).reads('Ook als het regent.');
		bas.wifi.on();
		await (await room('hulya')).reads('Ook als het regent.');
		await (await room('bas')).says('Alles is bewaard en verstuurd.');
	});

	it('[PT1] [AC3] Amina, Ilse and a stranger try everything and get nothing', async () => {
		const yara = await story().be('yara');
		const conference = story().path.split('/').at(-1)!;
		const roomId = await roomIdOn(yara);
		const stranger = await story().be('stranger');
		await stranger.page.goto('/');
		for (const outsider of [await story().be('amina'), await story().be('ilse'), stranger]) {
			const [code, said] = outsider === stranger ? [4401, 'Log eerst in.'] : [4403, 'Je kunt hier niet (meer) in.'];
			for (const document of ['book', 'g1']) {
				const closed = await knock(outsider, `room/${conference}/${roomId}/${document}`);
				expect(closed, outsider.name).toEqual({ code, frames: 0 });
			}
			const page = await outsider.page.goto(`${story().path}/room`);
			if (outsider === stranger) expect(outsider.page.url()).toMatch(/\/sign-in(\?|$)/);
			else expect(page!.status()).toBe(404);
			await outsider.page.goto(`/onze-ruimte#${conference}`);
			await outsider.sees(said as string);
			// Even with a link in hand an organiser does not come in (AC4).
			await outsider.openLink(link);
			await outsider.sees(outsider === stranger ? 'Log eerst in.' : 'Dit lukt nu niet');
		}
		await story().picture('not-in', 'amina', 'stranger');
	});
}
