/// Who may read and write the list. Rights: the rows `circleList` and `contactData` of the access table.
migrate(
	(app) => {
		const frozen = `${__hooks}/../pb_migrations/frozen`;
		const { makerFor } = require(`${frozen}/fields1.js`);
		const R = require(`${frozen}/rules1.js`);
		const { all, any, kept, signedIn, CENTRAL, CIRCLE, FAMILY, CONTACT, COORDINATOR } = R;
		const { setRules } = makerFor(app);
		const { as, joined, asked, mine, region } = R.rulesFrom('conference.');
		const applicant = all(
			signedIn,
			"conference.applicant = @request.auth.id && conference.phase = 'application'"
		);
		const list = joined(
			as(CENTRAL, 'p-f'),
			as(CIRCLE, 'p-f'),
			as(COORDINATOR, 'p-f'),
			// One's own row, always: it is how one knows who one is.
			as(null, 'always', mine('participant'))
		);
		const listWriters = [as(CENTRAL, 'p-f'), as(COORDINATOR, 'p-s'), as(CONTACT, 'f')];
		const self = all(signedIn, 'participant.account = @request.auth.id');

		// circleList. A region manager sees and makes the coordinator's row, no other.
		const own = R.rulesFrom('conference.').mine('id');
		setRules('participants', {
			read: any(
				joined(as(CENTRAL, 'p-f'), as(CIRCLE, 'p-f'), as(COORDINATOR, 'p-f'), as(null, 'always', own)),
				asked('always', own),
				region('a-f', "hats_via_participant.kind ?= 'coordinator'")
			),
			// IN3: an account is joined to a person by that person's code, never by whoever writes the list.
			create: all(
				'@request.body.barred:isset = false && @request.body.answeredBy:isset = false',
				any(
					all("account = ''", "(state = 'asked' || state = 'joined')", joined(...listWriters)),
					all(applicant, "((account = '' && state = 'asked') || account = @request.auth.id)"),
					region(
						'a-f',
						'account.coordinates.id ?= conference.region',
						'account != @request.auth.id',
						"state = 'joined'"
					)
				)
			),
			update: all(
				kept('conference', 'account', 'barred', 'answeredBy'),
				"conference.phase != 'closed'",
				any(
					// Answering for oneself, and leaving (RM2: everybody may).
					all(
						signedIn,
						'account = @request.auth.id',
						kept('name'),
						any(
							"state = 'asked' && (@request.body.state = 'joined' || @request.body.state = 'declined')",
							"state = 'joined' && @request.body.state = 'removed'"
						)
					),
					// IN2: on behalf only for who has no login; taking off the list is for the list's writers.
					all(any(kept('state'), "account = ''", "@request.body.state = 'removed'"), joined(...listWriters))
				)
			)
		});
		setRules('participant_details', {
			read: any(
				joined(
					as(CENTRAL, 'p-f'),
					as(COORDINATOR, 'p-f'),
					as(CONTACT, 'f'),
					as(null, 'always', mine('participant'))
				),
				asked('always', mine('participant'))
			),
			create: any(joined(...listWriters), applicant),
			update: all(kept('conference', 'participant'), joined(...listWriters))
		});

		// Hats. The coordinator's is the region manager's to give; nobody gives themselves one that counts more.
		const given = (kinds) => any(...kinds.map((kind) => `kind = '${kind}'`));
		const family = ['circle', 'spokesperson', 'supportPerson', 'contactPerson', 'deputyContactPerson'];
		const beside = ['interpreter', 'outsideSupportPerson', 'informationGiver', 'guest'];
		setRules('hats', {
			read: any(
				list,
				asked('always', mine('participant')),
				region('a-f', "kind = 'coordinator'")
			),
			create: all(
				'ended = false',
				any(
					all(given([...family, ...beside, 'setter', 'centralPerson']), joined(as(CENTRAL, 'p-f'))),
					all(
						given([...family, ...beside, 'setter', 'centralPerson']),
						'participant.account != @request.auth.id',
						joined(as(COORDINATOR, 'p-s'))
					),
					all(
						given([...family, ...beside]),
						'participant.account != @request.auth.id',
						joined(as(CONTACT, 'f'))
					),
					all(
						applicant,
						any(
							"kind = 'referrer' && participant.account = @request.auth.id",
							given(['centralPerson', 'circle'])
						)
					),
					region(
						'a-f',
						"kind = 'coordinator'",
						'participant.account != @request.auth.id',
						'participant.account.coordinates.id ?= conference.region'
					)
				)
			),
			// A hat is laid down, never turned into another or taken up again.
			update: all(
				'ended = false',
				kept('conference', 'participant', 'kind', 'supports', 'agreement', 'organisation', 'capacity'),
				any(
					all("kind != 'coordinator' && kind != 'centralPerson' && kind != 'setter'", joined(...listWriters)),
					all("kind = 'setter'", joined(as(CENTRAL, 'p-f'), as(COORDINATOR, 'p-s'))),
					all(
						"kind = 'coordinator' && @request.body.ended = true",
						any(joined(as(COORDINATOR, 'f', mine('participant'))), region('a-f'))
					),
					// Laying down one's own: a helper who leaves, a contact person who hands over.
					all(
						"kind != 'coordinator' && kind != 'centralPerson' && @request.body.ended = true",
						self,
						joined(as(null, 'p-f', mine('participant')))
					)
				)
			)
		});

		// contactData: own, and what was ticked.
		setRules('contacts', {
			read: any(
				joined(as(null, 'always', mine('participant')), as(COORDINATOR, 'p-f')),
				asked('always', mine('participant'))
			),
			create: any(
				joined(as(null, 'a-f', mine('participant')), as(COORDINATOR, 'p-s'), as(CONTACT, 'f')),
				asked('a-f', mine('participant')),
				applicant
			),
			// IN3: a mail address of somebody with a login is theirs alone to change. AC1: so are the ticks.
			update: all(
				kept('conference', 'participant'),
				any(
					joined(as(null, 'a-f', mine('participant'))),
					asked('a-f', mine('participant')),
					all(
						any("participant.account = ''", kept('mail', 'shareMail', 'sharePhone', 'shareAddress')),
						joined(as(COORDINATOR, 'p-s'))
					)
				)
			)
		});
		setRules('shared_contacts', {
			read: any(
				joined(as(FAMILY, 'always'), as(COORDINATOR, 'p-f'), as(null, 'always', mine('participant'))),
				asked('always', mine('participant'))
			)
		});
	},
	() => {
		throw new Error('There is no way back behind the first migrations: start from an empty folder.');
	}
);
