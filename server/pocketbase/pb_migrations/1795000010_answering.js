/// Who answers for whom (IN2, PH1, CS1), applying without a login yet (PH1), and who coordinates (CO1, CO5). Rights:
/// the rows `application`, `coordination`, `circleList` and `consent` of the access table.
migrate(
	(app) => {
		const frozen = `${__hooks}/../pb_migrations/frozen`;
		const { words, text, select, makerFor } = require(`${frozen}/fields1.js`);
		const R = require(`${frozen}/rules1.js`);
		const { all, any, kept, signedIn, CENTRAL, CIRCLE, FAMILY, CONTACT, COORDINATOR } = R;
		const { as, joined, asked, mine, region, unbarred } = R.rulesFrom('conference.');
		const { collection, rel } = makerFor(app);

		const change = (name, work) => {
			const found = app.findCollectionByNameOrId(name);
			work(found);
			app.save(found);
		};
		const alsoRead = (name, ...rules) =>
			change(name, (found) => {
				found.listRule = any(found.listRule, ...rules);
				found.viewRule = found.listRule;
			});

		// PH1: anyone applies. A login that is nothing and nobody yet; a mail address is added once it was shown.
		change('accounts', (accounts) => {
			const nobody = "@request.auth.id = '' && manages = '' && coordinates:length = 0 && organisation = ''";
			accounts.createRule = any(accounts.createRule, all(nobody, "mail = '' && email = ''", 'verified = false'));
		});

		// Whoever applies chooses a region, also before there is a login.
		change('regions', (regions) => {
			regions.listRule = '';
			regions.viewRule = '';
		});

		// IN2: who answers for this person. CO1: the day a coordinator declared to be independent.
		change('participants', (people) => {
			people.fields.add(new Field(rel('representative', 'participants', { cascadeDelete: false })));
			people.fields.add(new Field(text('independentOn', { max: 10 })));
		});
		change('participants', (people) => {
			people.addIndex('idx_participants_representative', false, 'representative', '');
			const listWriters = joined(as(CENTRAL, 'p-f'), as(COORDINATOR, 'p-s'), as(CONTACT, 'f'));
			const applicant = all(signedIn, "conference.applicant = @request.auth.id && conference.phase = 'application'");
			// CO1: whoever is matched is asked, and coordinates once they declared. CO5: later ones are offered first.
			people.createRule = all(
				'@request.body.barred:isset = false && @request.body.answeredBy:isset = false',
				"independentOn = ''",
				any(
					all("account = ''", "(state = 'asked' || state = 'joined')", listWriters),
					all(applicant, "((account = '' && state = 'asked') || account = @request.auth.id)"),
					region(
						'a',
						'account.coordinates.id ?= conference.region',
						'account != @request.auth.id',
						"state = 'asked'"
					)
				)
			);
			people.updateRule = all(
				kept('conference', 'account', 'barred', 'answeredBy'),
				"conference.phase != 'closed'",
				any(
					all(
						signedIn,
						'account = @request.auth.id',
						kept('name', 'representative'),
						any(
							"state = 'asked' && (@request.body.state = 'joined' || @request.body.state = 'declined')",
							all("state = 'joined' && @request.body.state = 'removed'", kept('independentOn'))
						)
					),
					all(
						kept('independentOn'),
						any(kept('state'), "account = ''", "@request.body.state = 'removed'"),
						listWriters
					)
				)
			);
		});

		// Whoever answers for somebody sees what the list says of them; whoever was matched sees with whom it would be.
		const candidate = (span) => asked(span, as(COORDINATOR, 'always'));
		const answersFor = (person) => [joined(as(FAMILY, 'always', mine(person))), asked('a', mine(person))];
		alsoRead('participants', ...answersFor('representative'), candidate('p-f'));
		alsoRead('hats', ...answersFor('participant.representative'), candidate('p-f'));
		alsoRead('participant_details', ...answersFor('participant.representative'));
		alsoRead('applications', candidate('p-f'));

		// A coordinator's hat is given at the match, and ends by leaving (CO3) or by the next one's beginning (CO5).
		const swap = (rule, before, after) => {
			if (!rule.includes(before)) throw new Error(`a rule of hats is not as it was: ${rule}`);
			return rule.replace(before, after);
		};
		const given = (span) =>
			region(
				span,
				"kind = 'coordinator'",
				'participant.account != @request.auth.id',
				'participant.account.coordinates.id ?= conference.region'
			);
		const leaves = joined(as(COORDINATOR, 'f', mine('participant')));
		change('hats', (hats) => {
			hats.createRule = swap(hats.createRule, given('a-f'), given('a'));
			hats.updateRule = swap(hats.updateRule, any(leaves, region('a-f')), leaves);
		});

		// PH1: the yes of a central person is theirs, or of who answers for them.
		change('central_yeses', (yeses) => {
			const own = any('by = centralPerson', all('by = centralPerson.representative', 'by.barred = false'));
			yeses.createRule = all(own, joined(as(FAMILY, 'a', mine('by'))));
			yeses.updateRule = all(kept('conference', 'centralPerson', 'by'), yeses.createRule);
		});

		// Their wishes are written by who says their yes.
		const inList = 'conference.participants_via_conference';
		const ofCentral = all(mine(`${inList}.representative`), `${inList}.hats_via_participant.kind ?= 'centralPerson'`);
		change('applications', (applications) => {
			const own = all('by = @request.auth.id', joined(as(FAMILY, 'a', ofCentral)));
			applications.listRule = any(applications.listRule, own);
			applications.viewRule = applications.listRule;
			applications.createRule = any(applications.createRule, own);
			applications.updateRule = any(applications.updateRule, all(kept('conference', 'by'), own));
		});

		// CS1: consent said for somebody, beside their own and marked.
		change('consents', (consents) => {
			consents.fields.add(new Field(rel('onBehalfBy', 'participants', { cascadeDelete: false })));
			consents.removeIndex('once_consents_0');
		});
		change('consents', (consents) => {
			consents.addIndex('idx_consents_onBehalfBy', false, 'onBehalfBy', '');
			consents.addIndex('once_consents_own', true, 'topic, participant', "onBehalfBy = ''");
			consents.addIndex('once_consents_behalf', true, 'topic, participant', "onBehalfBy != ''");
			const own = all("onBehalfBy = ''", joined(as(FAMILY, 'a-f', mine('participant'))));
			const answers = (...more) =>
				joined(as(FAMILY, 'a-f', mine('participant.representative'), unbarred, ...more));
			consents.createRule = all('topic.about.id ?= participant', any(own, answers(mine('onBehalfBy'))));
			consents.updateRule = all(
				kept('conference', 'topic', 'participant'),
				any(
					all(kept('onBehalfBy'), own),
					// Whoever answers now, also in the place of who did before.
					all("onBehalfBy != ''", answers(mine('@request.body.onBehalfBy')))
				)
			);
		});
		alsoRead('consents', joined(as(FAMILY, 'always', mine('participant.representative'))));
		alsoRead('contribution_topics', joined(as(FAMILY, 'always', mine('about.representative'))));

		// CO1, CO5: somebody else as coordinator. Asked for by the family or the coordinator, offered by the manager.
		const conference = rel('conference', 'conferences', { required: true });
		const wanted = all(
			"state = 'wanted' && candidate = ''",
			joined(as(CENTRAL, 'p-f'), as(COORDINATOR, 'p-f'))
		);
		const offered = region(
			'p-f',
			"@request.body.state = 'offered'",
			'@request.body.candidate != @request.auth.id'
		);
		collection('coordinator_changes', {
			fields: [
				conference,
				select('state', ['wanted', 'offered', 'declined'], { required: true }),
				select('reason', ['ill', 'notIndependent', 'other'], { required: true }),
				rel('candidate', 'accounts', { cascadeDelete: true }),
				words('name'),
				words('organisation')
			],
			rules: {
				read: any(joined(as(CENTRAL, 'p-f'), as(COORDINATOR, 'p-f')), region('p-f')),
				create: any(wanted, offered),
				update: all(kept('conference'), offered),
				delete: all("state = 'wanted'", joined(as(CENTRAL, 'p-f'), as(COORDINATOR, 'p-f')))
			}
		});
		collection('coordinator_yeses', {
			fields: [
				conference,
				rel('change', 'coordinator_changes', { required: true }),
				rel('centralPerson', 'participants', { required: true }),
				rel('by', 'participants', { required: true }),
				select('answer', ['yes', 'no'], { required: true })
			],
			unique: [['change, centralPerson, by']],
			rules: {
				read: any(
					joined(as(CENTRAL, 'p-f'), as(COORDINATOR, 'p-f'), as(CIRCLE, 'p-f', mine('by'))),
					region('p-f')
				),
				create: all(
					"change.state = 'offered'",
					any('by = centralPerson', all('by = centralPerson.representative', 'by.barred = false')),
					joined(as(FAMILY, 'p-f', mine('by')))
				)
			}
		});
		// Whoever answers for a central person says it too, and sees what is asked.
		alsoRead('coordinator_changes', joined(as(FAMILY, 'p-f', ofCentral)));

		// CO5: by what the manager knows a conference again, and who coordinates it; not its phase.
		collection('coordinations', {
			type: 'view',
			viewQuery: `
				SELECT COALESCE(hats.id, conferences.id) AS id, conferences.id AS conference, conferences.region,
					conferences.title, participants.name, participants.state
				FROM conferences
				LEFT JOIN hats ON hats.conference = conferences.id AND hats.kind = 'coordinator' AND hats.ended = FALSE
				LEFT JOIN participants ON participants.id = hats.participant
				WHERE conferences.phase NOT IN ('application', 'closed') AND conferences.coordinatorLeft = FALSE`,
			rules: { read: "@request.auth.manages != '' && @request.auth.manages = region" }
		});
	},
	() => {
		throw new Error('There is no way back behind the first migrations: start from an empty folder.');
	}
);
