/**
 * A refusal with the rule that says no. It reaches the caller as status 400 with
 * `data: { rule: { code: 'BL5', message } }`; words for people are made where they are shown.
 */
module.exports = function refuse(rule, why) {
	return new BadRequestError(`${rule}: ${why}`, { rule: new ValidationError(rule, why) });
};
