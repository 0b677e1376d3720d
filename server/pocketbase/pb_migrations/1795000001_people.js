/// People: regions, accounts, conferences, who is in them and with which hat. Who may read and write the list is
/// in the next migration; until then it is nobody.
migrate(
	(app) => {
		const frozen = `${__hooks}/../pb_migrations/frozen`;
		const { text, words, select, bool, date, json, makerFor } = require(`${frozen}/fields1.js`);
		const { PHASES, all, any, kept, signedIn } = require(`${frozen}/rules1.js`);
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
				'(coordinates:length = 0 || (coordinates:length = 1 && coordinates.id ?= @request.auth.manages))'
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
				select('phase', Object.values(PHASES), { required: true }),
				select('outcome', ['plan', 'planWithoutMeeting', 'noPlan', 'stopped']),
				rel('applicant', 'accounts', { cascadeDelete: false }),
				words('reviewDate'),
				bool('coordinatorLeft'),
				// Id of the version that was presented last: what is looked at, answered and carried out.
				text('presented', { max: 15 }),
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
						AND (hats.kind <> 'guest' OR hats.until >= strftime('%Y-%m-%d %H:%M:%fZ', 'now'))
				)`,
			rules: { read: "account = @request.auth.id && @request.auth.id != ''" }
		});
	},
	() => {
		throw new Error('There is no way back behind the first migration: start from an empty folder.');
	}
);
