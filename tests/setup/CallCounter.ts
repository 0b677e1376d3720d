import { once } from 'node:events';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands between the program and PocketBase and writes down what is asked, in the order in which it is. */
export class CallCounter {
	/** `GET /api/collections/…`, each as it came. */
	readonly calls: string[] = [];
	readonly #server: Server;

	private constructor(target: string) {
		const { hostname, port } = new URL(target);
		this.#server = createServer((near, answer) => {
			const { method, url, headers } = near;
			this.calls.push(`${method} ${url}`);
			const far = request({ hostname, port, method, path: url, headers }, (reply) => {
				answer.writeHead(reply.statusCode!, reply.headers);
				reply.pipe(answer);
			});
			far.on('error', () => answer.destroy());
			answer.on('close', () => far.destroy());
			near.pipe(far);
		});
	}

	/** @param pocketbase `http://127.0.0.1:<port>` */
	static async before(pocketbase: string): Promise<CallCounter> {
		const counter = new CallCounter(pocketbase);
		counter.#server.listen(0, '127.0.0.1');
		await once(counter.#server, 'listening');
		return counter;
	}

	get url(): string {
		return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
	}

	/** What is asked while `work` is done. */
	async during(work: () => Promise<unknown>): Promise<string[]> {
		const before = this.calls.length;
		await work();
		return this.calls.slice(before);
	}

	async [Symbol.asyncDispose](): Promise<void> {
		this.#server.closeAllConnections();
		await new Promise((resolve) => this.#server.close(resolve));
	}
}
