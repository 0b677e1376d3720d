import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** One person's network between their browser and the program: real sockets that can really be cut. */
export class Wifi {
	readonly #server: Server;
	readonly #sockets = new Set<Socket>();
	readonly #to: number;
	#on = true;

	private constructor(to: number) {
		this.#to = to;
		this.#server = createServer((near) => this.#join(near));
	}

	/** @param program address of the program, `http://localhost:<port>` */
	static async to(program: string): Promise<Wifi> {
		const wifi = new Wifi(Number(new URL(program).port));
		wifi.#server.listen(0, '127.0.0.1');
		await once(wifi.#server, 'listening');
		return wifi;
	}

	/** The program as seen through this network. */
	get url(): string {
		return `http://localhost:${(this.#server.address() as AddressInfo).port}`;
	}

	off(): void {
		this.#on = false;
		for (const socket of this.#sockets) socket.destroy();
	}

	on(): void {
		this.#on = true;
	}

	#join(near: Socket): void {
		if (!this.#on) return void near.destroy();
		const far = connect(this.#to, '127.0.0.1');
		for (const [one, other] of [[near, far], [far, near]] as const) {
			this.#sockets.add(one);
			one.on('error', () => other.destroy());
			one.on('close', () => {
				this.#sockets.delete(one);
				other.destroy();
			});
		}
		near.pipe(far);
		far.pipe(near);
	}

	async [Symbol.asyncDispose](): Promise<void> {
		this.off();
		await new Promise((resolve) => this.#server.close(resolve));
	}
}
