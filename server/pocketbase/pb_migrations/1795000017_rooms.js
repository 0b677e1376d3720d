/// One more room in a conference (F1, F12): that there is a room already is the server's word alone, and everybody in it
/// may have lost their keys. Who may begin one is said by the hook on `rooms`.
migrate(
	(app) => {
		const rooms = app.findCollectionByNameOrId('rooms');
		rooms.indexes = rooms.indexes.map((index) =>
			index.includes('once_rooms_0') ? 'CREATE UNIQUE INDEX once_rooms_0 ON rooms (conference, roomId)' : index
		);
		app.save(rooms);
	},
	() => {
		throw new Error('There is no way back behind the first migrations: start from an empty folder.');
	}
);
