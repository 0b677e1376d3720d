/// Who lists nothing for the fourth time within three seconds is answered by PocketBase up to half a second later,
/// against guessing at rows by filters. Here the program alone writes filters, for a family behind one address and on
/// pages with much that is still empty: it answers at once.

onRecordsListRequest((e) => {
	if (e.records.length) return e.next();
	return e.json(200, e.result);
});
