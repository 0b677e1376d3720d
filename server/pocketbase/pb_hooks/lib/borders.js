const notFound = () =>
	new ValidationError('validation_missing_rel_records', 'Failed to find all relation records.');

/**
 * A row stays in its conference, and speaks of nobody and nothing of another one. The refusal is the one of an
 * id that does not exist (AC3).
 */
module.exports = function stayInConference(app, record) {
	const fields = record.collection().fields;
	if (!fields.getByName('conference')) return;
	const conference = record.getString('conference');
	const before = record.isNew() ? null : record.original();
	if (before && before.getString('conference') !== conference) {
		throw new BadRequestError('Failed to update record.', { conference: notFound() });
	}
	if (!conference) return;
	for (const field of fields) {
		if (field.type() !== 'relation' || field.name === 'conference') continue;
		const ids = record.getStringSlice(field.name);
		if (before && before.getStringSlice(field.name).join() === ids.join()) continue;
		for (const id of ids) {
			let target = null;
			try {
				target = app.findRecordById(field.collectionId, id);
			} catch {
				// Left to PocketBase, which refuses it as missing.
			}
			const hasConference = target && target.collection().fields.getByName('conference');
			if (hasConference && target.getString('conference') !== conference) {
				throw new BadRequestError('Failed to save record.', { [field.name]: notFound() });
			}
		}
	}
};
