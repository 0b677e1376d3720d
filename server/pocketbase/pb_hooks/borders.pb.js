/// What holds for every row of a conference.

onRecordCreate((e) => {
	require(`${__hooks}/lib/borders.js`)(e.app, e.record);
	e.next();
});

onRecordUpdate((e) => {
	require(`${__hooks}/lib/borders.js`)(e.app, e.record);
	e.next();
});
