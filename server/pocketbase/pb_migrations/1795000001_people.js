/// People: regions, accounts, conferences, who is in them and with which hat. Rights: rows `circleList`,
/// `contactData` and `door` of the access table.
migrate(
	(app) => {
		const frozen = `${__hooks}/../pb_migrations/frozen`;
		const { text, words, select, bool, date, json, makerFor } = require(`${frozen}/fields1.js`);
		const R = require(`${frozen}/rules1.js`);
		const { all, any, kept, signedIn, CENTRAL, CIRCLE, FAMILY, CONTACT, COORDINATOR, PROFESSIONAL } = R;
		const { collection, setRules, rel, rels } = makerFor(app);

		app.delete(app.findCollectionByNameOrId('users'));

		// Names of regions are for whoever applies; what happens in them is not.
		collection('regions', { fields: [words('name', { required: true })], rules: { read: signedIn } });

		// One login. Mail is not unique: two people may share one. PocketBase's own `email` stays empty.
		collection('accounts', {
			type: 'auth',
			fields: [
				words('name'),
				words('mail'),
				words('handle', { required: true, min: 10 }),
				rel('manages', 'regions', { cascadeDelete: false }),
				rels('coordinates', 'regions', { cascadeDelete: false }),
				words('organisation'),
				json('languages')
			],
			unique: [['handle']],
			authRule: '',
			authAlert: { enabled: false },
			mfa: { enabled: false },
			otp: { enabled: false },
			oauth2: { enabled: false },
			passwordAuth: { enabled: true, identityFields: ['handle'] },
			authToken: { duration: 14 * 24 * 3600 }
		});
		const accounts = app.findCollectionByNameOrId('accounts');
		accounts.fields.getByName('email').required = false;
		app.save(accounts);
		setRules('accounts', {
			read: any(
				'id = @request.auth.id',
				"@request.auth.manages != '' && coordinates.id ?= @request.auth.manages"
			),
			// A region manager makes the logins of the region's coordinators and of professionals who refer.
			create: all(
				"@request.auth.manages != '' && manages = ''",
				"(coordinates:length = 0 || (coordinates:length = 1 && coordinates.id ?= @request.auth.manages))"
			),
			// Nobody promotes themselves; the organisation decides CO1, so it is not one's own to change.
			update: all(
				'id = @request.auth.id',
				kept('manages', 'coordinates', 'organisation', 'handle', 'email', 'verified')
			)
		});

		collection('conferences', {
			fields: [
				rel('region', 'regions', { required: true, cascadeDelete: false }),
				words('title'),
				select('phase', Object.values(R.PHASES), { required: true }),
				select('outcome', ['plan', 'planWithoutMeeting', 'noPlan', 'stopped']),
				rel('applicant', 'accounts', { cascadeDelete: false }),
				words('reviewDate'),
				bool('coordinatorLeft'),
				// How often private time began. Hidden from everybody: the door tells no count (PT1).
				{ type: 'number', name: 'round', onlyInt: true, hidden: true }
			]
		});

		collection('participants', {
			fields: [
				rel('conference', 'conferences', { required: true }),
				rel('account', 'accounts', { cascadeDelete: false }),
				words('name'),
				select('state', ['asked', 'joined', 'declined', 'removed'], { required: true }),
				bool('barred')
			],
			unique: [['conference, account', "account != ''"]]
		});
		const people = app.findCollectionByNameOrId('participants');
		people.fields.add(new Field(rel('answeredBy', 'participants', { cascadeDelete: false })));
		app.save(people);

		// What is more than a name; the circle list is names for the circle.
		collection('participant_details', {
			fields: [
				rel('conference', 'conferences', { required: true }),
				rel('participant', 'participants', { required: true }),
				{ type: 'number', name: 'age', onlyInt: true, min: 0, max: 130 },
				words('relation'),
				words('side'),
				words('takesPart', { max: 1000 })
			],
			unique: [['participant']]
		});

		collection('hats', {
			fields: [
				rel('conference', 'conferences', { required: true }),
				rel('participant', 'participants', { required: true }),
				select(
					'kind',
					[
						...['centralPerson', 'circle', 'spokesperson', 'supportPerson'],
						...['contactPerson', 'deputyContactPerson', 'interpreter', 'outsideSupportPerson'],
						...['coordinator', 'setter', 'informationGiver', 'referrer', 'guest']
					],
					{ required: true }
				),
				bool('ended'),
				words('organisation'),
				words('capacity'),
				rel('supports', 'participants', { cascadeDelete: false }),
				text('agreement', { max: 15 }),
				date('until')
			]
		});

		collection('contacts', {
			fields: [
				rel('conference', 'conferences', { required: true }),
				rel('participant', 'participants', { required: true }),
				words('mail'),
				words('phone'),
				words('address', { max: 1000 }),
				...['shareMail', 'sharePhone', 'shareAddress'].map((name) => bool(name))
			],
			unique: [['participant']]
		});
		// AC1: only what was ticked, kept by a hook; so that no answer can hold more than it may.
		collection('shared_contacts', {
			fields: [
				rel('conference', 'conferences', { required: true }),
				rel('participant', 'participants', { required: true }),
				select('kind', ['mail', 'phone', 'address'], { required: true }),
				words('value', { max: 1000 })
			],
			unique: [['participant, kind']]
		});
		// Sign-in and invitation codes, hashed. Without any rule: the program's own, for nobody else.
		collection('codes', {
			fields: [
				select('kind', ['signIn', 'invitation', 'welcome', 'setUp'], { required: true }),
				rel('account', 'accounts'),
				rel('participant', 'participants'),
				rel('conference', 'conferences'),
				words('mail'),
				words('hash', { required: true }),
				date('expires', { required: true }),
				{ type: 'number', name: 'tries', onlyInt: true },
				date('used'),
				bool('heldBack')
			],
			unique: [['hash']]
		});

		// Which conferences somebody is in or asked for, by title, and no more: not the phase, so not the door.
		collection('my_conferences', {
			type: 'view',
			viewQuery: `
				SELECT participants.id, participants.conference, participants.account, participants.state,
					conferences.title
				FROM participants JOIN conferences ON conferences.id = participants.conference
				WHERE participants.state IN ('asked', 'joined') AND EXISTS (
					SELECT 1 FROM hats WHERE hats.participant = participants.id AND hats.ended = FALSE
				)`,
			rules: { read: "account = @request.auth.id && @request.auth.id != ''" }
		});

		const { as, joined, asked, mine, region } = R.rulesFrom('conference.');
		const applicant = all(signedIn, "conference.applicant = @request.auth.id && conference.phase = 'application'");
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
				applicant,
				region('always', "hats_via_participant.kind ?= 'coordinator'")
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
					all(
						any(kept('state'), "account = ''", "@request.body.state = 'removed'"),
						joined(...listWriters)
					)
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
				asked('always', mine('participant')),
				applicant
			),
			create: any(joined(...listWriters), applicant),
			update: all(kept('conference', 'participant'), any(joined(...listWriters), applicant))
		});

		// Hats. The coordinator's is the region manager's to give; nobody gives themselves one that counts more.
		const given = (kinds) => any(...kinds.map((kind) => `kind = '${kind}'`));
		const family = ['circle', 'spokesperson', 'supportPerson', 'contactPerson', 'deputyContactPerson'];
		const beside = ['interpreter', 'outsideSupportPerson', 'informationGiver', 'guest'];
		setRules('hats', {
			read: any(
				list,
				asked('always', mine('participant')),
				applicant,
				region('always', "kind = 'coordinator'")
			),
			create: all(
				'ended = false',
				any(
					all(
						given([...family, ...beside, 'setter', 'centralPerson']),
						joined(as(CENTRAL, 'p-f'))
					),
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
					all(
						"kind != 'coordinator' && kind != 'centralPerson' && kind != 'setter'",
						joined(...listWriters)
					),
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
				joined(as(FAMILY, 'always'), as(COORDINATOR, 'p-f'), as(PROFESSIONAL, 'always', mine('participant'))),
				asked('always', mine('participant'))
			)
		});

		// door: the phase, open or closed, no since, no count. Who is not named here has no conference row at all.
		const here = R.rulesFrom('');
		const move = (from, to, ...more) => all(here.during(from), `@request.body.phase = '${R.PHASES[to]}'`, ...more);
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
				"phase = 'application' && outcome = '' && coordinatorLeft = false",
				'@request.body.round:isset = false'
			),
			// Every verb of SPEC.md that moves the phase: from, to, and whose it is.
			update: all(
				kept('region', 'applicant', 'coordinatorLeft'),
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
		throw new Error('There is no way back behind the first migration: start from an empty folder.');
	}
);
