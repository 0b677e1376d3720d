import { type Missing, missingToClose } from '#lib/domain/conference/readyToClose.ts';
import { partsToAsk } from '#lib/domain/plan/openParts.ts';
import { waitingFor } from '#lib/domain/plan/yes.ts';
import { inForce } from '#lib/domain/requirement/atClose.ts';
import { listYeses, saidTo, withStanding } from './agreement.ts';
import { withHat } from './asDomain.ts';
import { clock } from './clock.ts';
import type { OpenConference } from './conference.ts';
import { listLooks } from './look.ts';
import { listAgreements, presentedVersion } from './planVersion.ts';
import { listRequirements } from './requirement.ts';

/** What closing looks at: the plan presented last, and who is who; undefined when none was presented. */
export async function closeInput(at: OpenConference) {
	const version = await presentedVersion(at);
	if (!version) return undefined;
	const { agreements, planB, freeText, contactPerson, deputy, reviewDate } = version.content;
	return {
		agreements,
		planB,
		freeText,
		textConfirmedBy: version.textConfirmedBy,
		contactPerson,
		deputy,
		reviewDate,
		today: today(),
		circle: withHat(at, 'circle', 'centralPerson'),
		coordinators: everWore(at, 'coordinator')
	};
}

/** What still stands between a presented plan and closing, and what does not but is good to know (PH6, AG1, BL5). */
export type Closing = {
	missing: Missing[];
	/** Participants of whom some yes is not there yet; one that still stands from before is (PH8). */
	waiting: string[];
	/** Labels of requirements that are not met, and of those nobody looked at. */
	notYet: string[];
	unlooked: string[];
	toAsk: ReturnType<typeof partsToAsk>;
};

/** The day, or a gathering that presents, as it stands now. */
export async function closingNow(at: OpenConference): Promise<Closing> {
	const [input, agreements, before, said, requirements, looks] = await Promise.all([
		closeInput(at),
		listAgreements(at),
		at.gathering ? listAgreements(at, at.inForce) : [],
		listYeses(at),
		listRequirements(at),
		listLooks(at)
	]);
	const yeses = withStanding(said, before, agreements);
	const waiting = agreements.flatMap((agreement) => {
		const yesTo = saidTo(agreement.id, yeses);
		return waitingFor(agreement, yesTo.map((participant) => ({ agreement: agreement.number, participant, onBehalfBy: '' })));
	});
	const looked = inForce(requirements).map(({ id, label }) => ({
		label,
		result: looks.find(({ requirement, version }) => requirement === id && version === at.presented)?.result
	}));
	const labels = (wanted?: string) => looked.filter(({ result }) => result === wanted).map(({ label }) => label);
	return {
		missing: input ? missingToClose(input) : [],
		waiting: [...new Set(waiting)],
		notYet: labels('notYet'),
		unlooked: labels(),
		toAsk: partsToAsk(agreements, input?.planB ?? [])
	};
}

/** CO2 holds for who once was coordinator as well. */
function everWore({ people }: OpenConference, kind: string): string[] {
	return people.filter(({ hats }) => hats.some((hat) => hat.kind === kind)).map(({ id }) => id);
}

/** As `2027-01-16`. */
export function today(): string {
	return clock.now().toISOString().slice(0, 10);
}
