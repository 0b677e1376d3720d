/** Somebody with a browser without script: follows links, sends forms, keeps cookies. */
export class Visitor {
	readonly #url: string;
	readonly cookies = new Map<string, string>();

	constructor(url: string) {
		this.#url = url;
	}

	/** Opens a page; follows redirects as a browser does. */
	async open(path: string): Promise<Page> {
		return this.#send(path, { method: 'GET' });
	}

	/** Sends a form to `path` (with `?/action` where the page has several). */
	async send(path: string, fields: Record<string, string>): Promise<Page> {
		return this.#send(path, { method: 'POST', body: new URLSearchParams(fields) });
	}

	/** Asks with a JSON body, as the program's own script does. */
	async ask(method: string, path: string, body?: unknown): Promise<Page> {
		const headers = body === undefined ? undefined : { 'content-type': 'application/json' };
		return this.#send(path, { method, body: body === undefined ? undefined : JSON.stringify(body), headers });
	}

	async #send(path: string, init: RequestInit): Promise<Page> {
		const url = new URL(path, this.#url);
		const headers = new Headers(init.headers);
		headers.set('origin', url.origin);
		headers.set('accept', 'text/html');
		headers.set('accept-language', 'nl');
		headers.set('cookie', [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '));
		const answer = await fetch(url, { ...init, headers, redirect: 'manual' });
		for (const line of answer.headers.getSetCookie()) {
			const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
			if (/max-age=0|expires=thu, 01 jan 1970/i.test(line)) this.cookies.delete(name);
			else this.cookies.set(name, value);
		}
		const next = answer.headers.get('location');
		if (next && answer.status >= 300 && answer.status < 400) return this.open(next);
		return { status: answer.status, path: url.pathname, text: await answer.text() };
	}
}

export type Page = { status: number; path: string; text: string };
