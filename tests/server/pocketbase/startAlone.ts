import { startPocketBase } from '#server/pocketbase/process.ts';

/** A program of its own that starts PocketBase in the folder it is given, says where it answers, and stays. */
const { url } = await startPocketBase({ DATA_DIR: process.argv[2] ?? '' });
console.log(url);
