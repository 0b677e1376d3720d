/**
 * Lets the event's own change and what follows from it happen together or not at all.
 * `follow(app)` runs after the change, inside the same transaction.
 */
module.exports = function together(e, follow) {
	const outside = e.app;
	outside.runInTransaction((inside) => {
		e.app = inside;
		e.next();
		follow(inside);
	});
	e.app = outside;
};
