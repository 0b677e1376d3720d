/// What is gathered before the day. Rights: the rows `application` to `safety`, `messageOfAbsent` and
/// `requirement` of the access table.
migrate(
	(app) => {
		const frozen = `${__hooks}/../pb_migrations/frozen`;
		const { text, words, select, bool, number, makerFor } = require(`${frozen}/fields1.js`);
		const R = require(`${frozen}/rules1.js`);
		const { all, any, kept, CENTRAL, CIRCLE, FAMILY, COORDINATOR, SETTER, GIVER, PROFESSIONAL, BESIDE } = R;
		const { as, joined, asked, mine, among, region, during } = R.rulesFrom('conference.');
		const { collection, rel, rels } = makerFor(app);

		const conference = rel('conference', 'conferences', { required: true });
		const participant = rel('participant', 'participants', { required: true });
		const onBehalfBy = rel('onBehalfBy', 'participants', { cascadeDelete: false });

		// IN2: somebody of the circle answers for another, who is not a professional, and is named as doing so.
		const behalf = all(mine('onBehalfBy'), 'participant.barred = false');
		const nobodyElse = "onBehalfBy = ''";

		// application: who applies and the central person each write their own; the wishes are the central person's.
		const applies =
			"@request.auth.id != '' && conference.applicant = @request.auth.id && conference.phase = 'application'";
		const ownWords = all('by = @request.auth.id', any(applies, joined(as(CENTRAL, 'a'))));
		collection('applications', {
			fields: [
				conference,
				rel('by', 'accounts', { required: true, cascadeDelete: false }),
				text('reason'),
				text('wishes'),
				bool('mayBeAsked')
			],
			rules: {
				read: any(
					joined(as(CENTRAL, 'a-f'), as(COORDINATOR, 'a-f')),
					all('by = @request.auth.id', applies),
					region('a')
				),
				create: ownWords,
				update: all(kept('conference', 'by'), ownWords)
			}
		});

		// PH1, the yes itself: each central person's own, or a representative's. AC5 is a hook.
		collection('central_yeses', {
			fields: [
				conference,
				rel('centralPerson', 'participants', { required: true }),
				rel('by', 'participants', { required: true }),
				select('answer', ['yes', 'no'], { required: true })
			],
			unique: [['centralPerson, by']],
			rules: {
				read: any(
					joined(as(CENTRAL, 'a-f'), as(CIRCLE, 'a', mine('by')), as(COORDINATOR, 'a-f')),
					region('a')
				),
				create: joined(as(FAMILY, 'a', mine('by'))),
				update: all(kept('conference', 'centralPerson', 'by'), joined(as(FAMILY, 'a', mine('by'))))
			}
		});

		// needs (PR1): the person and the coordinator. Of people who are not in the circle only a date is asked.
		const needsWriters = joined(as(FAMILY, 'a-f', mine('participant')), as(COORDINATOR, 'p-s'));
		collection('needs', {
			fields: [conference, participant, text('text')],
			unique: [['participant']],
			rules: {
				read: joined(as(FAMILY, 'always', mine('participant')), as(COORDINATOR, 'p-s')),
				create: needsWriters,
				update: all(kept('conference', 'participant'), needsWriters),
				delete: needsWriters
			}
		});
		const answersDate = any(
			joined(
				as([...FAMILY, ...PROFESSIONAL], 'a-f', mine('participant')),
				as(COORDINATOR, 'p-s'),
				as(FAMILY, 'a-f', behalf)
			),
			asked('a-f', mine('participant'))
		);
		collection('date_answers', {
			fields: [
				conference,
				participant,
				words('day', { required: true }),
				select('answer', ['yes', 'maybe', 'no'], { required: true }),
				onBehalfBy
			],
			unique: [['participant, day']],
			rules: {
				// PR2: nobody of the circle sees another's answer, except one they gave for them.
				read: any(
					joined(
						as([...FAMILY, ...PROFESSIONAL], 'always', mine('participant')),
						as(FAMILY, 'always', mine('onBehalfBy')),
						as(COORDINATOR, 'p-s')
					),
					asked('always', mine('participant'))
				),
				create: answersDate,
				update: all(kept('conference', 'participant', 'day', 'onBehalfBy'), answersDate)
			}
		});

		// briefing (BR1): ticked by who gave it, read by who had it.
		collection('briefings', {
			fields: [
				conference,
				participant,
				...['goal', 'wayOfWorking', 'possibilities', 'responsibilities'].map((point) => bool(point)),
				text('skippedBecause', { max: 2000 })
			],
			unique: [['participant']],
			rules: {
				read: any(
					joined(
						// PH2: of everybody who comes to the day.
						as([...FAMILY, ...PROFESSIONAL, ...BESIDE], 'always', mine('participant')),
						as(COORDINATOR, 'p-s')
					),
					asked('always', mine('participant'))
				),
				create: joined(as(COORDINATOR, 'p-s')),
				update: all(kept('conference', 'participant'), joined(as(COORDINATOR, 'p-s')))
			}
		});

		// safety: only who is named in it.
		collection('safety_agreements', {
			fields: [conference, text('text'), rels('named', 'participants')],
			rules: {
				read: joined(as(FAMILY, 'always', among('named')), as(COORDINATOR, 'p-s')),
				create: joined(as(COORDINATOR, 'p-s')),
				update: all(kept('conference'), joined(as(COORDINATOR, 'p-s'))),
				delete: joined(as(COORDINATOR, 'p-s'))
			}
		});

		// message of somebody absent, in the parts its author chose; the parts are named after the phases.
		const inChosenPart = (...letters) =>
			any(...letters.map((letter) => all(during(letter), `parts:each ?= '${R.PHASES[letter]}'`)));
		const writesMessage = any(
			joined(as(FAMILY, 'a-f', mine('participant'), nobodyElse), as(FAMILY, 'a-f', behalf)),
			asked('a-f', mine('participant'), nobodyElse)
		);
		const editsMessage = any(
			joined(as(FAMILY, 'a-f', mine('participant')), as(FAMILY, 'a-f', mine('onBehalfBy'))),
			asked('a-f', mine('participant'))
		);
		collection('messages', {
			fields: [
				conference,
				participant,
				text('text'),
				select('parts', [R.PHASES.i, R.PHASES.v, R.PHASES.s], { maxSelect: 3 }),
				rel('reader', 'participants', { cascadeDelete: false }),
				onBehalfBy
			],
			rules: {
				read: any(
					joined(
						as(FAMILY, 'always', mine('participant')),
						as(FAMILY, 'always', mine('onBehalfBy')),
						as(FAMILY, 'i-s', inChosenPart('i', 'v', 's')),
						as([...COORDINATOR, ...PROFESSIONAL], 'i,s', inChosenPart('i', 's'))
					),
					asked('always', mine('participant'))
				),
				create: writesMessage,
				update: all(kept('conference', 'participant', 'onBehalfBy'), editsMessage),
				delete: editsMessage
			}
		});

		// requirement. `answeredBy` is kept by a hook: who carries, helps or checks an agreement that answers it.
		const ownRequirement = mine('setter');
		collection('requirements', {
			fields: [
				conference,
				rel('setter', 'participants', { required: true }),
				words('label', { required: true }),
				text('text', { required: true }),
				text('why'),
				text('test'),
				bool('final'),
				text('lateReason', { max: 2000 }),
				number('enteredRound'),
				rels('answeredBy', 'participants', { cascadeDelete: false })
			],
			rules: {
				read: joined(
					as(FAMILY, 'p-f', 'final = true'),
					as(COORDINATOR, 'p-f'),
					as(SETTER, 'p-f', ownRequirement),
					as(GIVER, 's-f', among('answeredBy'))
				),
				// BL3 (a late one carries a reason) is a hook, so that the refusal can say so.
				create: joined(as(SETTER, 'p-f', ownRequirement)),
				update: all(
					kept('conference', 'setter', 'answeredBy', 'enteredRound'),
					joined(as(SETTER, 'p-i', ownRequirement))
				),
				delete: joined(as(SETTER, 'p-i', ownRequirement))
			}
		});
		const requirements = app.findCollectionByNameOrId('requirements');
		requirements.fields.add(new Field(rel('replaces', 'requirements', { cascadeDelete: false })));
		app.save(requirements);
	},
	() => {
		throw new Error('There is no way back behind the first migrations: start from an empty folder.');
	}
);
