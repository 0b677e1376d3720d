/// After the day: who got the plan and how (PL3), and taking on what nobody carries (AG4). Rights: the rows
/// `presentedPlan` (its portion `delivering`) and `agreementYes`.
migrate(
	(app) => {
		const frozen = `${__hooks}/../pb_migrations/frozen`;
		const { select, makerFor } = require(`${frozen}/fields1.js`);
		const R = require(`${frozen}/rules1.js`);
		const { all, any, FAMILY, CONTACT, COORDINATOR, BESIDE } = R;
		const { as, joined, mine } = R.rulesFrom('conference.');
		const { collection, rel } = makerFor(app);

		// One row per person and version: that it was sent or handed over, never when.
		const delivers = joined(as(COORDINATOR, 'f'), as(CONTACT, 'f'));
		collection('deliveries', {
			fields: [
				rel('conference', 'conferences', { required: true }),
				rel('version', 'plan_versions', { required: true }),
				rel('participant', 'participants', { required: true }),
				select('part', ['whole', 'childVersion', 'ownAgreements'], { required: true }),
				select('how', ['mail', 'paper'], { required: true })
			],
			unique: [['version, participant']],
			rules: {
				read: joined(as(FAMILY, 's-c'), as(COORDINATOR, 's-f'), as(BESIDE, 's')),
				create: all('version.frozen = true', delivers),
				delete: delivers
			}
		});

		// "Dit doe ik": a yes of somebody of the family who is not named in it. A hook asks whether it is open.
		const yeses = app.findCollectionByNameOrId('yeses');
		const takesOn = joined(as(FAMILY, 'f', mine('participant'), "onBehalfBy = ''"));
		yeses.createRule = any(yeses.createRule, all('agreement.version.frozen = true', takesOn));
		app.save(yeses);

		// Who took it on says how it goes, like who was named.
		const statuses = app.findCollectionByNameOrId('statuses');
		const tookOn = joined(as(FAMILY, 'f', mine('participant'), "onBehalfBy = ''"));
		const saidYes = 'agreement.yeses_via_agreement.participant ?= participant';
		statuses.createRule = any(statuses.createRule, all('agreement.version.frozen = true', saidYes, tookOn));
		app.save(statuses);
	},
	() => {
		throw new Error('There is no way back behind the first migrations: start from an empty folder.');
	}
);
