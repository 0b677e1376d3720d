/**
 * PH8: whose word on an agreement still stands in the next version. Restates `domain/plan/stillPromised.ts`, whose
 * test asks both; hooks cannot import it.
 */
function stillPromised(before, after, said, whom) {
	const named = [before.responsible, ...before.helpers];
	const tookOn = said.filter((one) => !named.includes(one));
	const carries = said.includes(before.responsible) ? before.responsible : tookOn[0] || '';
	const sameWords = ['what', 'when', 'by', 'ifNot'].every((part) => before[part].trim() === after[part].trim());
	const isNamed = after.responsible === before.responsible;
	const sameCarrier = isNamed || (carries !== '' && after.responsible === carries);
	const stays = (helper) => helper === after.responsible || after.helpers.includes(helper);
	if (!sameWords || !sameCarrier || !before.helpers.every(stays)) return [];
	return whom.filter((one) => {
		if (one === after.responsible) return one === before.responsible || one === carries;
		if (after.helpers.includes(one)) return before.helpers.includes(one);
		return isNamed && tookOn.includes(one);
	});
}

module.exports = { stillPromised };
