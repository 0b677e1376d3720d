/// The door of the room, minded from inside: for whom it stands open to knock, who is asked to go. Rights: the row
/// `door` (its portions `knocking`, `minding`, `own`, `puttingOut`).
migrate(
	(app) => {
		const frozen = `${__hooks}/../pb_migrations/frozen`;
		const { date, makerFor } = require(`${frozen}/fields1.js`);
		const R = require(`${frozen}/rules1.js`);
		const { all, any, FAMILY, CENTRAL, BESIDE } = R;
		const { as, joined, mine, unbarred } = R.rulesFrom('conference.');
		const { collection, rel } = makerFor(app);

		const conference = rel('conference', 'conferences', { required: true });
		const participant = rel('participant', 'participants', { required: true });
		const by = rel('by', 'participants', { required: true });
		const notManager = "(@request.auth.manages = '' || @request.auth.manages != conference.region)";
		const inRoom = 'conference.let_in_via_conference.participant.account ?= @request.auth.id';
		const family = joined(as(FAMILY, 'always', unbarred));
		// RM1: of the circle, inside, in one's own name.
		const minding = all(notManager, inRoom, joined(as(FAMILY, 'p-f', mine('by'), unbarred)));

		// For a guest of the room who may not knock by themselves. `until` is for nobody to see (PT1).
		collection('door_openings', {
			fields: [conference, participant, by, date('until', { hidden: true })],
			unique: [['participant']],
			rules: {
				read: all(
					notManager,
					any(family, joined(as(BESIDE, 'p-f', mine('participant'), unbarred, 'until > @now')))
				),
				create: minding,
				delete: all(notManager, inRoom, joined(as(FAMILY, 'p-f', unbarred)))
			}
		});

		// RM2: who asks that somebody goes. No reason is kept.
		collection('let_outs', {
			fields: [conference, participant, by],
			unique: [['participant, by']],
			rules: { read: all(notManager, family), create: minding, delete: minding }
		});

		// AC4: who is kept out has nothing to do at the door, not even to leave.
		const letIn = app.findCollectionByNameOrId('let_in');
		letIn.deleteRule = all(
			notManager,
			joined(as([...FAMILY, ...BESIDE], 'p-f', mine('participant'), unbarred), as(CENTRAL, 'p-f', unbarred))
		);
		app.save(letIn);

	},
	() => {
		throw new Error('There is no way back behind the first migrations: start from an empty folder.');
	}
);
