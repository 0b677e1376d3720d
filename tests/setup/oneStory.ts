import { afterEach, beforeEach } from 'vitest';

/** Each file of the journeys is one story: after a step that failed the rest of it would only fail later. */
let hasFailed = false;
beforeEach(({ skip }) => skip(hasFailed, 'an earlier step of this story failed'));
afterEach(({ task }) => {
	hasFailed ||= task.result?.state === 'fail';
});
