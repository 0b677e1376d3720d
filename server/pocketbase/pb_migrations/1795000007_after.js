/// After the day. Rights: the rows `thread`, `reviewMeeting`, `evaluation`, `accessLog`, and of `presentedPlan`
/// what a referrer learns.
migrate(
	(app) => {
		const frozen = `${__hooks}/../pb_migrations/frozen`;
		const { text, words, select, bool, number, json, makerFor } = require(`${frozen}/fields1.js`);
		const R = require(`${frozen}/rules1.js`);
		const { all, any, kept, CENTRAL, FAMILY, CONTACT, COORDINATOR, PROFESSIONAL, REFERRER } = R;
		const { as, joined, mine, among, invitedBack } = R.rulesFrom('conference.');
		const { collection, rel, rels } = makerFor(app);

		const conference = rel('conference', 'conferences', { required: true });
		const participant = rel('participant', 'participants', { required: true });
		const invited = rels('invited', 'participants', { cascadeDelete: false });

		// thread with a professional: from the invitation on, so each message keeps whom it was shown to (a hook).
		collection('threads', {
			fields: [conference, words('title'), invited],
			rules: {
				read: joined(as(FAMILY, 'f'), as(PROFESSIONAL, 'f', among('invited'))),
				create: joined(as(FAMILY, 'f')),
				update: all(kept('conference'), joined(as(FAMILY, 'f')))
			}
		});
		const writesMessage = joined(
			as(FAMILY, 'f', mine('participant')),
			as(PROFESSIONAL, 'f', mine('participant'), among('thread.invited'))
		);
		collection('thread_messages', {
			fields: [
				conference,
				rel('thread', 'threads', { required: true }),
				participant,
				text('text', { required: true }),
				rels('shownTo', 'participants', { cascadeDelete: false }),
				{ type: 'autodate', name: 'at', onCreate: true }
			],
			rules: {
				read: joined(
					as(FAMILY, 'f'),
					as(PROFESSIONAL, 'f', among('shownTo'), among('thread.invited'))
				),
				create: writesMessage
			}
		});

		// review meetings and gatherings (RV1, PH8)
		const meetingReaders = any(
			joined(as(FAMILY, 'f'), as(PROFESSIONAL, 'always', among('invited'))),
			invitedBack('f', among('invited'))
		);
		const callers = joined(as(CENTRAL, 'f'), as(CONTACT, 'f'));
		collection('review_meetings', {
			fields: [
				conference,
				words('day', { required: true }),
				words('place', { max: 1000 }),
				rel('host', 'participants', { cascadeDelete: false }),
				text('note'),
				invited
			],
			rules: {
				read: meetingReaders,
				create: callers,
				update: all(kept('conference'), callers),
				delete: callers
			}
		});
		const opens = joined(as([...FAMILY, ...CONTACT], 'f'));
		collection('gatherings', {
			fields: [
				conference,
				number('number', { min: 2 }),
				select('state', ['private', 'presenting', 'closed'], { required: true }),
				number('round', { min: 1 }),
				invited
			],
			unique: [['conference, number']],
			rules: {
				read: meetingReaders,
				create: all("state = 'private'", opens),
				// The circle opens, presents and goes back; the contact person closes.
				update: all(
					kept('conference', 'number'),
					"state != 'closed'",
					any(all("@request.body.state != 'closed'", opens), joined(as(CONTACT, 'f')))
				)
			}
		});

		const marks = joined(as([...FAMILY, ...PROFESSIONAL], 'a-f', mine('participant')));
		collection('evaluations', {
			fields: [conference, participant, json('marks'), text('comment')],
			unique: [['participant']],
			rules: {
				read: joined(as([...FAMILY, ...PROFESSIONAL], 'always', mine('participant'))),
				create: marks,
				update: all(kept('conference', 'participant'), marks)
			}
		});

		// What a referrer learns afterwards, and nothing else. Kept by a hook.
		collection('referrals', {
			fields: [conference, participant, bool('takenUp'), bool('held'), select('ledToPlan', ['yes', 'no'])],
			unique: [['participant']],
			rules: { read: joined(as(REFERRER, 'always', mine('participant'))) }
		});

		// LG1. Ids as text, not as relations: the log outlives who it speaks of. Number and hashes by a hook.
		collection('access_log', {
			fields: [
				conference,
				number('number'),
				text('actor', { max: 15 }),
				bool('staff'),
				text('about', { max: 15 }),
				words('action', { required: true }),
				words('at'),
				words('previous'),
				words('hash')
			],
			unique: [['conference, number']],
			rules: {
				read: joined(as(CENTRAL, 'always'), as(FAMILY, 'always', any(mine('about'), 'staff = true'))),
				create: all(
					'actor = @request.auth.id',
					joined(as([...FAMILY, ...COORDINATOR, ...PROFESSIONAL], 'always'))
				)
			}
		});
	},
	() => {
		throw new Error('There is no way back behind the first migrations: start from an empty folder.');
	}
);
