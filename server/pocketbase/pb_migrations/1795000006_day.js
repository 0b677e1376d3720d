/// The day itself: the door of the room, and what comes out of it. Rights: the rows `privateRoom` (only who may
/// knock; its content is never here), `door`, `questionOut`, `presentedPlan`, `look`, `agreementYes`.
migrate(
	(app) => {
		const frozen = `${__hooks}/../pb_migrations/frozen`;
		const { text, words, select, bool, number, json, makerFor } = require(`${frozen}/fields1.js`);
		const R = require(`${frozen}/rules1.js`);
		const { all, any, kept, CENTRAL, FAMILY, COORDINATOR, SETTER, PROFESSIONAL, BESIDE } = R;
		const { as, joined, asked, mine, among, unbarred, guestOf } = R.rulesFrom('conference.');
		const { collection, rel, rels } = makerFor(app);

		const conference = rel('conference', 'conferences', { required: true });
		const participant = rel('participant', 'participants', { required: true });
		const onBehalfBy = rel('onBehalfBy', 'participants', { cascadeDelete: false });
		const notManager = "(@request.auth.manages = '' || @request.auth.manages != conference.region)";

		// The first lock of the room: an id, and the hash of a proof that only its link holds.
		const inRoom = 'conference.let_in_via_conference.participant.account ?= @request.auth.id';
		collection('rooms', {
			fields: [
				conference,
				words('roomId', { required: true, pattern: '^[0-9a-f]{32}$' }),
				words('linkProof')
			],
			unique: [['conference']]
		});
		collection('let_in', {
			fields: [conference, participant, rel('by', 'participants', { cascadeDelete: false }), words('proof')],
			unique: [['participant']],
			rules: {
				// Who is inside: for the circle, and for oneself.
				read: all(
					notManager,
					joined(as(FAMILY, 'always', unbarred), as(BESIDE, 'p-c', mine('participant'), unbarred))
				),
				// RM1, AC2, AC4: the hook asks for the link's proof, or for somebody inside who lets in.
				create: all(
					notManager,
					any(
						joined(as([...FAMILY, ...BESIDE], 'p-f', mine('participant'), unbarred)),
						all(inRoom, joined(as(FAMILY, 'p-f', mine('by'), unbarred)))
					)
				),
				// RM2: everyone may leave; another goes by a central person's hand (that none of them can be, a hook).
				delete: joined(as(null, 'p-f', mine('participant')), as(CENTRAL, 'p-f'))
			}
		});
		const rooms = app.findCollectionByNameOrId('rooms');
		const roomReaders = all(
			notManager,
			any(joined(as(FAMILY, 'always', unbarred)), all(inRoom, joined(as(BESIDE, 'p-c', unbarred))))
		);
		rooms.listRule = roomReaders;
		rooms.viewRule = roomReaders;
		rooms.createRule = all(notManager, joined(as(FAMILY, 'p-f', unbarred)));
		app.save(rooms);

		// The question out of the room has no author: it comes from "de familie" (PT3).
		collection('room_questions', {
			fields: [conference, rel('to', 'participants', { required: true }), text('question'), text('answer')],
			rules: {
				read: joined(as(FAMILY, 'v'), as([...COORDINATOR, ...PROFESSIONAL], 'v', mine('to'))),
				create: all("answer = ''", joined(as(FAMILY, 'v'))),
				update: all(
					"answer = ''",
					kept('conference', 'to', 'question'),
					joined(as([...COORDINATOR, ...PROFESSIONAL], 'v', mine('to')))
				)
			}
		});

		// presentedPlan. A version is written together with its agreements and then `frozen` (VE1); number by a hook.
		// PT2, PH4: who is kept out of the room cannot speak for it.
		const writesPlan = as(FAMILY, 'v,f', unbarred);
		collection('plan_versions', {
			fields: [
				conference,
				number('number'),
				number('round'),
				number('gathering'),
				json('content'),
				bool('frozen'),
				rel('textConfirmedBy', 'participants', { cascadeDelete: false }),
				rels('wholeFor', 'participants', { cascadeDelete: false }),
				rels('statusFor', 'participants', { cascadeDelete: false })
			],
			unique: [['conference, number']],
			rules: {
				read: all(
					'frozen = true',
					joined(
						as(FAMILY, 's-c'),
						as(COORDINATOR, 's-f'),
						as(SETTER, 's-f', among('wholeFor')),
						as(BESIDE, 's')
					)
				),
				create: all('frozen = false', joined(writesPlan)),
				update: all(
					kept('conference', 'number', 'round', 'gathering'),
					any(
						all('frozen = false', joined(writesPlan)),
						// The circle shares it, and says itself that the text tells who does what (PH6).
						all(
							kept('content', 'frozen'),
							joined(as(FAMILY, 's-f', any(kept('textConfirmedBy'), mine('@request.body.textConfirmedBy'))))
						)
					)
				)
			}
		});
		// `concerns` is kept by a hook: who carries, helps or checks it, or set a requirement it answers.
		collection('agreements', {
			fields: [
				conference,
				rel('version', 'plan_versions', { required: true }),
				number('number'),
				text('what'),
				rel('responsible', 'participants'),
				rels('helpers', 'participants'),
				words('when', { max: 1000 }),
				words('by'),
				rel('check', 'participants'),
				rels('requirements', 'requirements'),
				text('ifNot'),
				select('carrier', ['self', 'family', 'network', 'volunteer', 'technology', 'professional']),
				rels('concerns', 'participants')
			],
			unique: [['version, number']],
			rules: {
				read: all(
					'version.frozen = true',
					any(
						joined(
							as(FAMILY, 's-c'),
							as(COORDINATOR, 's-f'),
							as(PROFESSIONAL, 's-f', among('concerns')),
							as(SETTER, 's-f', among('version.wholeFor')),
							as(BESIDE, 's')
						),
						asked('always', among('concerns')),
						guestOf('id')
					)
				),
				create: all('version.frozen = false', joined(writesPlan))
			}
		});

		// Names beside an agreement, for whoever sees it and has no list to look them up in.
		collection('agreement_names', {
			type: 'view',
			viewQuery: `
				SELECT (agreements.id || participants.id) AS id, agreements.conference, agreements.id AS agreement,
					participants.id AS participant, participants.name
				FROM agreements JOIN participants ON participants.id = agreements.responsible
					OR participants.id = agreements."check"
					OR EXISTS (SELECT 1 FROM json_each(agreements.helpers) WHERE value = participants.id)`,
			rules: {
				read: all(
					'agreement.version.frozen = true',
					any(
						joined(
							as(PROFESSIONAL, 's-f', among('agreement.concerns')),
							as(SETTER, 's-f', among('agreement.version.wholeFor')),
							as(BESIDE, 's')
						),
						asked('always', among('agreement.concerns')),
						guestOf('agreement')
					)
				)
			}
		});

		// look (BL5, BL6): the setter's, per round and requirement.
		const looks = joined(as(SETTER, 's,f', mine('setter'), 'requirement.setter = setter'));
		collection('looks', {
			fields: [
				conference,
				rel('version', 'plan_versions', { required: true }),
				rel('requirement', 'requirements', { required: true }),
				rel('setter', 'participants', { required: true }),
				select('result', ['met', 'notYet'], { required: true }),
				text('reason', { max: 5000 }),
				text('then', { max: 5000 })
			],
			unique: [['version, requirement']],
			rules: {
				read: joined(as(FAMILY, 's-c'), as(COORDINATOR, 's-f'), as(SETTER, 's,f', mine('setter'))),
				create: all('version.frozen = true', looks),
				update: all(kept('conference', 'version', 'requirement', 'setter'), looks)
			}
		});

		// The yes to an agreement: of who carries or helps; on behalf marked (IN2), never for a professional.
		const takesPart = '(agreement.responsible = participant || agreement.helpers.id ?= participant)';
		const frozenPlan = 'agreement.version.frozen = true';
		const ownPromise = any(
			joined(as([...FAMILY, ...PROFESSIONAL], 'a-f', mine('participant'), "onBehalfBy = ''")),
			asked('a-f', mine('participant'), "onBehalfBy = ''")
		);
		const forAnother = joined(as(FAMILY, 'a-f', mine('onBehalfBy'), 'participant.barred = false'));
		const shared = among('agreement.version.statusFor');
		collection('yeses', {
			fields: [conference, rel('agreement', 'agreements', { required: true }), participant, onBehalfBy],
			unique: [['agreement, participant']],
			rules: {
				read: any(
					joined(
						as(FAMILY, 'always'),
						as(COORDINATOR, 's-f'),
						as(PROFESSIONAL, 'always', mine('participant'))
					),
					asked('always', mine('participant'))
				),
				create: all(frozenPlan, takesPart, any(ownPromise, forAnother)),
				// AG4: handing back.
				delete: any(
					joined(as([...FAMILY, ...PROFESSIONAL], 'a-f', mine('participant'))),
					asked('a-f', mine('participant')),
					forAnother
				)
			}
		});
		// AG3: by the people themselves. CO2: no coordinator reads or ticks them.
		const statusWriters = any(
			joined(as([...FAMILY, ...PROFESSIONAL], 'a-f', mine('participant'), "onBehalfBy = ''")),
			forAnother
		);
		collection('statuses', {
			fields: [
				conference,
				rel('agreement', 'agreements', { required: true }),
				participant,
				select('status', ['notStarted', 'running', 'done', 'partly', 'changed', 'stopped'], {
					required: true
				}),
				text('note', { max: 5000 }),
				onBehalfBy
			],
			unique: [['agreement, participant']],
			rules: {
				read: joined(
					as(FAMILY, 'always'),
					as(PROFESSIONAL, 'always', mine('participant')),
					as(SETTER, 'always', shared)
				),
				create: all(frozenPlan, takesPart, statusWriters),
				update: all(
					kept('conference', 'agreement', 'participant'),
					any(
						joined(
							as([...FAMILY, ...PROFESSIONAL], 'a-f', mine('participant'), "@request.body.onBehalfBy = ''")
						),
						joined(as(FAMILY, 'a-f', mine('@request.body.onBehalfBy'), 'participant.barred = false'))
					)
				)
			}
		});
	},
	() => {
		throw new Error('There is no way back behind the first migrations: start from an empty folder.');
	}
);
