/**
 * Makes PocketBase's rule strings out of the words of the access table, so that a migration can be read beside
 * it. Frozen together with the migrations that use it: a later change of heart gets a rules2.js.
 *
 * How one row is bound: every condition on `conference.hats_via_conference` with `?=` speaks of the same joined
 * row, so account, kind and "not ended" are asked of one hat. With plain `=` they would mean "all hats".
 */
const PHASES = {
	a: 'application',
	p: 'preparation',
	i: 'information',
	v: 'privateTime',
	s: 'presentation',
	f: 'followThrough',
	c: 'closed'
};

const all = (...parts) => parts.filter((part) => part).join(' && ');
const any = (...parts) =>
	parts.length === 1 ? parts[0] : `(${parts.map((part) => `(${part})`).join(' || ')})`;

/** Letters of a span: `p-f`, `i,s`, `v`, `always`. */
function lettersOf(span) {
	if (span === 'always') return Object.keys(PHASES);
	if (span.includes(',')) return span.split(',');
	const letters = Object.keys(PHASES);
	const [first, last] = span.split('-');
	return letters.slice(letters.indexOf(first), letters.indexOf(last || first) + 1);
}

/** The words for one collection; `conference` is the path to its conference, empty on conferences itself. */
function rulesFrom(conference) {
	const hat = `${conference}hats_via_conference`;
	// Without the first half a visitor who is nobody would be everybody who has no login.
	const me = `@request.auth.id != '' && ${hat}.participant.account ?= @request.auth.id`;

	/** The conference is in one of these phases; 'always' asks nothing. */
	function during(span) {
		const letters = lettersOf(span);
		if (letters.length === Object.keys(PHASES).length) return '';
		return any(...letters.map((letter) => `${conference}phase = '${PHASES[letter]}'`));
	}

	// Whatever the hat: but a guest is one until a date, and afterwards nobody.
	const anyHat = any(`${hat}.kind ?!= 'guest'`, `${hat}.until ?>= @now`);

	/** One cell: these kinds of hat (null is any), in these phases, and what else must hold. */
	function as(kinds, span, ...more) {
		const worn = kinds ? any(...kinds.map((kind) => `${hat}.kind ?= '${kind}'`)) : anyHat;
		return all(worn, during(span), ...more);
	}

	/** Somebody who said yes and wears a hat now that fits one of the cells. */
	function joined(...cells) {
		return all(me, `${hat}.participant.state ?= 'joined'`, `${hat}.ended ?= false`, any(...cells));
	}

	/** Somebody who is asked and has not said yes yet. */
	function asked(span, ...more) {
		return all(me, `${hat}.participant.state ?= 'asked'`, `${hat}.ended ?= false`, during(span), ...more);
	}

	return {
		as,
		joined,
		asked,
		during,
		/** The field points at the very participant who wears the hat. */
		mine: (field) => `${hat}.participant ?= ${field}`,
		/** The same, for a field that names several. Without `.id` PocketBase compares the list as one text. */
		among: (field) => `${hat}.participant ?= ${field}.id`,
		/** AC4: never was coordinator, professional or referrer for an organisation here. */
		unbarred: `${hat}.participant.barred ?= false`,
		/** The region manager of this conference's region. */
		region: (span, ...more) =>
			all(
				`@request.auth.manages != '' && @request.auth.manages = ${conference}region`,
				during(span),
				...more
			),
		/** The one agreement a guest was asked for, until its date. */
		guestOf: (field) =>
			joined(as(['guest'], 'always', `${hat}.agreement ?= ${field}`, `${hat}.until ?>= @now`)),
		/** CO4: a coordinator who has withdrawn and was invited back, until that meeting is over. */
		invitedBack: (span, ...more) =>
			all(
				me,
				`${hat}.participant.state ?= 'joined'`,
				`${hat}.kind ?= 'coordinator'`,
				`${hat}.ended ?= true`,
				`${hat}.until ?>= @now`,
				during(span),
				...more
			)
	};
}

module.exports = {
	all,
	any,
	rulesFrom,
	PHASES,
	CENTRAL: ['centralPerson'],
	CIRCLE: ['circle'],
	FAMILY: ['centralPerson', 'circle'],
	CONTACT: ['contactPerson', 'deputyContactPerson'],
	COORDINATOR: ['coordinator'],
	SETTER: ['setter'],
	GIVER: ['informationGiver'],
	PROFESSIONAL: ['setter', 'informationGiver'],
	REFERRER: ['referrer'],
	BESIDE: ['interpreter', 'outsideSupportPerson'],
	/** These fields stay as they are in an update. */
	kept: (...fields) => all(...fields.map((field) => `@request.body.${field}:changed = false`)),
	signedIn: "@request.auth.id != ''"
};
