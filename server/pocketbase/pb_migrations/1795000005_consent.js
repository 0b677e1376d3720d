/// What professionals may tell, and who allows it. Rights: the rows `contribution` and `consent`.
migrate(
	(app) => {
		const frozen = `${__hooks}/../pb_migrations/frozen`;
		const { text, words, select, bool, makerFor } = require(`${frozen}/fields1.js`);
		const R = require(`${frozen}/rules1.js`);
		const { all, any, kept, CENTRAL, CIRCLE, FAMILY, COORDINATOR, PROFESSIONAL } = R;
		const { as, joined, mine, among } = R.rulesFrom('conference.');
		const { collection, rel, rels } = makerFor(app);

		const conference = rel('conference', 'conferences', { required: true });
		const participant = rel('participant', 'participants', { required: true });

		// contribution and consent (CS1). `open` is kept by a hook: everybody it is about said yes.
		const professional = rel('professional', 'participants', { required: true });
		const ownPart = joined(as(PROFESSIONAL, 'p-i', mine('professional')));
		collection('contribution_topics', {
			fields: [
				conference,
				professional,
				words('topic', { required: true }),
				rels('about', 'participants', { required: true }),
				bool('open')
			],
			rules: {
				read: joined(
					as(FAMILY, 'always', among('about')),
					as(CENTRAL, 'p-f', 'open = true'),
					as(CIRCLE, 'i-f', 'open = true'),
					as(COORDINATOR, 'p-s'),
					as(PROFESSIONAL, 'always', mine('professional'))
				),
				create: ownPart,
				// What was consented to cannot be turned into something else: take it away and ask anew.
				delete: ownPart
			}
		});
		const shown = joined(
			as(CENTRAL, 'p-f', 'topic.open = true'),
			as(CIRCLE, 'i-f', 'topic.open = true'),
			as(COORDINATOR, 'i-s', 'topic.open = true'),
			as(PROFESSIONAL, 'p-i', mine('professional'))
		);
		const ownContribution = all('topic.professional = professional', ownPart);
		collection('contributions', {
			fields: [
				conference,
				professional,
				rel('topic', 'contribution_topics', { required: true }),
				text('text')
			],
			rules: {
				read: shown,
				create: ownContribution,
				update: all(kept('conference', 'professional', 'topic'), ownPart),
				delete: ownPart
			}
		});
		collection('help_on_offer', {
			fields: [conference, professional, text('text')],
			rules: {
				read: joined(
					as(CENTRAL, 'p-f'),
					as(CIRCLE, 'i-f'),
					as(COORDINATOR, 'i-s'),
					as(PROFESSIONAL, 'p-i', mine('professional'))
				),
				create: ownPart,
				update: all(kept('conference', 'professional'), ownPart),
				delete: ownPart
			}
		});
		// Nobody answers for another.
		const consentGivers = joined(as(FAMILY, 'a-f', mine('participant')));
		collection('consents', {
			fields: [
				conference,
				rel('topic', 'contribution_topics', { required: true }),
				participant,
				select('answer', ['yes', 'no', 'withdrawn'], { required: true })
			],
			unique: [['topic, participant']],
			rules: {
				read: joined(
					as(FAMILY, 'always', mine('participant')),
					as(FAMILY, 'always', among('topic.about')),
					as(COORDINATOR, 'p-s'),
					as(PROFESSIONAL, 'always', mine('topic.professional'))
				),
				create: all('topic.about.id ?= participant', consentGivers),
				update: all(kept('conference', 'topic', 'participant'), consentGivers)
			}
		});
	},
	() => {
		throw new Error('There is no way back behind the first migrations: start from an empty folder.');
	}
);
