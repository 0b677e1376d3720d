import { z } from 'zod';
import { may } from '#lib/domain/access/access.ts';
import { isFamily } from '#lib/domain/access/standing.ts';
import { handBack, listYeses, maySayYes, sayYesTo, withStanding } from '$lib/server/agreement';
import { namesIn } from '$lib/server/agreementNames';
import { spokenFor } from '$lib/server/asDomain';
import { attempt } from '$lib/server/attempt';
import { openConference, openForPage, type OpenConference } from '$lib/server/conference';
import { mayDeliver } from '$lib/server/delivery';
import { readForm } from '$lib/server/form';
import { listLooks, look, NewLook } from '$lib/server/look';
import { agreementsPerVersion, confirmText, mayShare, sharePlan, type KeptAgreement } from '$lib/server/planVersion';
import { listRequirements } from '$lib/server/requirement';
import { shownVersion, type Standing } from '$lib/server/shownVersion';
import { tryVerb } from '$lib/server/tryVerb';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const conference = await openForPage(locals, params.id);
	const [shown, agreementsOf, requirements, looks, said, names] = await Promise.all([
		shownVersion(conference, url.searchParams.get('version')),
		agreementsPerVersion(conference),
		listRequirements(conference),
		listLooks(conference),
		listYeses(conference),
		namesIn(conference)
	]);
	// PT1: of a version somebody sees nothing of, not even that it is there.
	const sees = (version: string) => shown.versions.some(({ id }) => id === version) || agreementsOf(version).length > 0;
	const seen = sees(shown.id) ? shown : { id: '', standing: 'presented' as const };
	const agreements = agreementsOf(seen.id);
	const standing = seen.standing === 'new' ? withStanding(said, agreementsOf(conference.inForce), agreements) : said;
	return {
		versions: shown.versions,
		version: shown.versions.find(({ id }) => id === seen.id),
		shown: seen.id,
		inForce: sees(conference.inForce) ? conference.inForce : '',
		standing: seen.standing,
		agreements,
		requirements: requirements.filter(({ final }) => final),
		looks,
		yeses: standing,
		names,
		rights: rightsOf(conference, seen.standing, agreements),
		family: isFamily(conference.standing) ? spokenFor(conference) : []
	};
};

/** What the reader may do on this page; with a version of before nothing but read it. */
function rightsOf(at: OpenConference, version: Standing, agreements: KeptAgreement[]) {
	const { standing, phase } = at;
	const isNow = version !== 'old';
	const onTheTable = phase === 'presentation' || version === 'new';
	return {
		looks: onTheTable && may(standing, phase, 'look', 'write'),
		seesLooks: may(standing, phase, 'look', 'read'),
		shares: isNow && phase !== 'privateTime' && mayShare(at),
		compares: isFamily(standing),
		saysYes: isNow && maySayYes(at, agreements),
		asksMore: onTheTable && (isFamily(standing) || standing.roles.has('coordinator')),
		closes: standing.roles.has('coordinator') && phase === 'presentation',
		delivers: mayDeliver(at),
		gathers: isFamily(standing) && phase === 'followThrough' && at.gathering !== undefined
	};
}

const OneYes = z.object({ agreement: z.string().min(1), participant: z.string().min(1) });
const Shared = z.object({
	'wholeFor[]': z.array(z.string()).default([]),
	'statusFor[]': z.array(z.string()).default([])
});

export const actions: Actions = {
	look: async ({ request, locals, params }) => {
		const form = await readForm(request, NewLook);
		if (!form.ok) return form.refused;
		return attempt(form.data, async () => look(await openConference(locals, params.id), form.data));
	},

	yes: async ({ request, locals, params }) => {
		const form = await readForm(request, OneYes);
		if (!form.ok) return form.refused;
		const { agreement, participant } = form.data;
		const conference = await openConference(locals, params.id);
		return tryVerb(form.data, () => sayYesTo(conference, agreement, participant));
	},

	handBack: async ({ request, locals, params }) => {
		const form = await readForm(request, z.object({ yes: z.string().min(1) }));
		if (!form.ok) return form.refused;
		return attempt(form.data, async () => handBack(await openConference(locals, params.id), form.data.yes));
	},

	confirmText: async ({ locals, params }) =>
		attempt({}, async () => confirmText(await openConference(locals, params.id))),

	share: async ({ request, locals, params }) => {
		const form = await readForm(request, Shared);
		if (!form.ok) return form.refused;
		const { 'wholeFor[]': wholeFor, 'statusFor[]': statusFor } = form.data;
		return attempt({}, async () => sharePlan(await openConference(locals, params.id), { wholeFor, statusFor }));
	}
};
