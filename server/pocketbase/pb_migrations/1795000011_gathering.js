/// A gathering after the day (PH8): which version is in force while the next is presented; and in a later round the
/// family still reads what it presented, and why that was not enough. Rights: the rows
/// `presentedPlan`, `look` and `circleList` of the access table.
migrate(
	(app) => {
		const frozen = `${__hooks}/../pb_migrations/frozen`;
		const { text } = require(`${frozen}/fields1.js`);
		const R = require(`${frozen}/rules1.js`);
		const { all, any, kept, FAMILY, CONTACT, COORDINATOR, SETTER, PROFESSIONAL, BESIDE } = R;
		const { as, joined, asked, mine, among, guestOf } = R.rulesFrom('conference.');

		// Id of the version that is carried out. A hook sets it when the day, or a gathering, is closed.
		const conferences = app.findCollectionByNameOrId('conferences');
		conferences.fields.add(new Field(text('inForce', { max: 15 })));
		conferences.createRule = all(conferences.createRule, "inForce = ''");
		conferences.updateRule = all(conferences.updateRule, kept('inForce'));
		app.save(conferences);
		for (const conference of app.findAllRecords('conferences')) {
			if (!['followThrough', 'closed'].includes(conference.getString('phase'))) continue;
			const of = $dbx.hashExp({ conference: conference.id });
			const open = app.findAllRecords('gatherings', of).filter((row) => row.getString('state') !== 'closed')[0];
			const before = app
				.findAllRecords('plan_versions', of)
				.filter((row) => row.getBool('frozen') && open && row.getInt('gathering') < open.getInt('number'))
				.sort((one, other) => other.getInt('number') - one.getInt('number'))[0];
			conference.set('inForce', before ? before.id : conference.getString('presented'));
			app.save(conference);
		}

		// The contact person and the deputy change places: the same right, so nobody gives themselves more.
		const hats = app.findCollectionByNameOrId('hats');
		const swaps = all(
			"ended = false && (kind = 'contactPerson' || kind = 'deputyContactPerson')",
			joined(as(CONTACT, 'f', mine('participant')))
		);
		hats.createRule = any(hats.createRule, swaps);
		app.save(hats);

		function setRead(name, rule) {
			const made = app.findCollectionByNameOrId(name);
			made.listRule = rule;
			made.viewRule = rule;
			app.save(made);
		}
		setRead(
			'plan_versions',
			all(
				'frozen = true',
				joined(
					as(FAMILY, 'v-c'),
					as(COORDINATOR, 's-f'),
					as(SETTER, 's-f', among('wholeFor')),
					as(BESIDE, 's')
				)
			)
		);
		setRead(
			'agreements',
			all(
				'version.frozen = true',
				any(
					joined(
						as(FAMILY, 'v-c'),
						as(COORDINATOR, 's-f'),
						as(PROFESSIONAL, 's-f', among('concerns')),
						as(SETTER, 's-f', among('version.wholeFor')),
						as(BESIDE, 's')
					),
					asked('always', among('concerns')),
					guestOf('id')
				)
			)
		);
		// What belongs to the plan goes with it.
		setRead('deliveries', joined(as(FAMILY, 'v-c'), as(COORDINATOR, 's-f'), as(BESIDE, 's')));
		setRead('looks', joined(as(FAMILY, 'v-c'), as(COORDINATOR, 's-f'), as(SETTER, 's,f', mine('setter'))));
	},
	() => {
		throw new Error('There is no way back behind this migration: restore the copy made before the upgrade.');
	}
);
