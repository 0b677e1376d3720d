/// PocketBase's own doors for operators stay shut: who needs the data has the files. The dashboard, the SQL
/// console and emptying a whole collection would all go round the hooks that keep the log and frozen plans.

routerUse((e) => {
	const path = e.request.url.path.toLowerCase();
	const isShut =
		path === '/_' || path.startsWith('/_/') || path.startsWith('/api/sql') || /\/truncate\/?$/.test(path);
	if (isShut) throw new NotFoundError();
	return e.next();
});
