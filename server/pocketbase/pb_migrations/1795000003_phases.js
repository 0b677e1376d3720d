/// Who may move a conference from phase to phase. Rights: the row `door`, and the verbs of the domain's SPEC.md.
migrate(
	(app) => {
		const frozen = `${__hooks}/../pb_migrations/frozen`;
		const { makerFor } = require(`${frozen}/fields1.js`);
		const R = require(`${frozen}/rules1.js`);
		const { all, any, kept, signedIn, CENTRAL, FAMILY, CONTACT, COORDINATOR, PROFESSIONAL } = R;
		const { setRules } = makerFor(app);

		// door: the phase, open or closed, no since, no count. Who is not named here has no conference row at all.
		const here = R.rulesFrom('');
		const move = (from, to, ...more) =>
			all(here.during(from), `@request.body.phase = '${R.PHASES[to]}'`, ...more);
		const ends = (from, outcome) => move(from, 'c', `@request.body.outcome = '${outcome}'`);
		const stays = kept('phase', 'outcome');
		const goesOn = kept('outcome');
		setRules('conferences', {
			read: any(
				here.joined(here.as([...FAMILY, ...COORDINATOR, ...PROFESSIONAL], 'always')),
				// While it is only asked for there is no door to be seen yet.
				here.region('a'),
				all(signedIn, "applicant = @request.auth.id && phase = 'application'")
			),
			create: all(
				signedIn,
				'applicant = @request.auth.id',
				"phase = 'application' && outcome = '' && coordinatorLeft = false && presented = ''",
				'@request.body.round:isset = false'
			),
			// Every verb of SPEC.md that moves the phase: from, to, and whose it is.
			update: all(
				kept('region', 'applicant', 'coordinatorLeft', 'presented'),
				'@request.body.round:isset = false',
				any(
					here.region('a', move('a', 'p'), goesOn),
					here.joined(
						here.as(COORDINATOR, 'p', move('p', 'i'), goesOn),
						here.as(COORDINATOR, 'i', move('i', 'v'), goesOn),
						here.as(FAMILY, 'v', here.unbarred, move('v', 's'), goesOn),
						here.as(FAMILY, 's', move('s', 'v'), goesOn),
						here.as(COORDINATOR, 's', move('s', 'f'), goesOn),
						here.as(FAMILY, 'f', ends('f', 'plan')),
						here.as(FAMILY, 'p-i', ends('p-i', 'planWithoutMeeting')),
						here.as(FAMILY, 'p-s', ends('p-s', 'noPlan')),
						here.as(CENTRAL, 'a-f', ends('a-f', 'stopped')),
						here.as(COORDINATOR, 'p', ends('p', 'stopped')),
						// The title, and the date to meet again.
						here.as(CENTRAL, 'p-f', stays),
						here.as(COORDINATOR, 'p-s', stays),
						here.as(CONTACT, 'f', stays, kept('title'))
					)
				)
			)
		});
	},
	() => {
		throw new Error('There is no way back behind the first migrations: start from an empty folder.');
	}
);
