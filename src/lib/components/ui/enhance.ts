import type { ActionResult, SubmitFunction } from '@sveltejs/kit';
import { enhance as send } from '$app/forms';
import { page } from '$app/state';
import { words } from '#lib/i18n/words.ts';

/** After this long somebody wants to know that it is being sent; in milliseconds. */
const SLOW = 800;
/** After this long nothing comes any more. */
const GIVEN_UP = 30_000;

type Problem = 'offline' | 'unsent' | 'signedOut' | 'somebodyElse';

/**
 * Sends a form without loading the page anew: once however often the button is pressed, and what was typed stays
 * where it is when it does not arrive, with what to do in words under the form. Before the script has loaded the
 * browser sends the form itself.
 */
export function enhance(form: HTMLFormElement, submit?: SubmitFunction) {
	return send(form, async (input) => {
		if (form.ariaBusy === 'true') return void input.cancel();
		if (!navigator.onLine) {
			input.cancel();
			return void tell(form, 'offline');
		}
		// Somebody else may have signed in meanwhile, in another window of this browser.
		if (page.data.signedIn) input.action.searchParams.set('as', page.data.signedIn.id);
		const own = await submit?.(input);
		const free = keepBusy(form, () => (input.controller.abort(), tell(form, 'unsent')));
		return async (done) => {
			free();
			const problem = problemOf(done.result);
			if (problem) return tell(form, problem);
			hasSent = true;
			await (own ? own(done) : done.update());
			// Where the thumb is: a word at the top of the page is a screen away on a phone.
			if (done.result.type === 'success' && done.result.data?.saved) saySaved(form);
		};
	});
}

let hasSent = false;

/** Whether the script has sent a form since the page was loaded: then what is said of it stands in that form. */
export const saysInForm = (): boolean => hasSent;

function problemOf(result: ActionResult): Problem | undefined {
	if (result.type === 'redirect') return result.location.startsWith('/sign-in?') ? 'signedOut' : undefined;
	if (result.type === 'success' || result.type === 'failure') return undefined;
	if (result.status === 412) return 'somebodyElse';
	// Without a status it did not reach the program, or its answer did not reach us.
	return !result.status || result.status >= 500 ? 'unsent' : undefined;
}

/** Says that it is being sent, and gives up in the end. Returns what to do when there is an answer. */
function keepBusy(form: HTMLFormElement, giveUp: () => void): () => void {
	form.ariaBusy = 'true';
	line(form)?.remove();
	const slow = setTimeout(() => say(form, 'status', words().sending.busy), SLOW);
	const free = () => {
		clearTimeout(slow);
		clearTimeout(late);
		form.ariaBusy = null;
		line(form)?.remove();
	};
	const late = setTimeout(() => (free(), giveUp()), GIVEN_UP);
	return free;
}

function tell(form: HTMLFormElement, problem: Problem): void {
	const text = words().sending;
	const said = say(form, 'alert', text[problem]);
	if (problem !== 'signedOut') return;
	const link = document.createElement('a');
	link.href = '/sign-in';
	link.target = '_blank';
	link.textContent = text.signIn;
	said.append(' ', link);
}

/** One form at a time: beside another button the word would seem to be about that. */
function saySaved(form: HTMLFormElement): void {
	for (const before of document.querySelectorAll('.sending[data-saved]')) before.remove();
	say(form, 'status', words().form.saved).dataset.saved = '';
}

function say(form: HTMLFormElement, role: 'status' | 'alert', sentence: string): HTMLElement {
	line(form)?.remove();
	const said = document.createElement('p');
	said.className = 'sending';
	said.role = role;
	said.textContent = sentence;
	form.append(said);
	return said;
}

function line(form: HTMLFormElement): Element | null {
	return form.querySelector(':scope > .sending');
}
