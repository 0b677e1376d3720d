import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { Trace } from './traces.ts';

/** A line in front of the program that keeps every byte on its way to it. */
export class Tap {
	readonly #server: Server;
	readonly #sockets = new Set<Socket>();
	readonly #streams: Buffer[][] = [];

	private constructor(program: string) {
		const port = Number(new URL(program).port);
		this.#server = createServer((near) => {
			const far = connect(port, '127.0.0.1');
			const stream: Buffer[] = [];
			this.#streams.push(stream);
			near.on('data', (bytes: Buffer) => stream.push(bytes));
			for (const [one, other] of [[near, far], [far, near]] as const) {
				this.#sockets.add(one);
				one.on('error', () => other.destroy());
				one.on('close', () => (this.#sockets.delete(one), other.destroy()));
				one.pipe(other);
			}
		});
	}

	/** @param program `http://localhost:<port>` */
	static async before(program: string): Promise<Tap> {
		const tap = new Tap(program);
		tap.#server.listen(0, '127.0.0.1');
		await once(tap.#server, 'listening');
		return tap;
	}

	get url(): string {
		return `http://localhost:${(this.#server.address() as AddressInfo).port}`;
	}

	/** What the program received: each connection as it came, and each websocket message without its mask. */
	received(): Trace[] {
		return this.#streams.flatMap((chunks, connection) => {
			const bytes = Buffer.concat(chunks);
			const name = `connection ${connection}`;
			const messages = websocketMessages(bytes).map((message, i) => ({ name: `${name}, message ${i}`, bytes: message }));
			return [{ name, bytes }, ...messages];
		});
	}

	async [Symbol.asyncDispose](): Promise<void> {
		for (const socket of this.#sockets) socket.destroy();
		await new Promise((resolve) => this.#server.close(resolve));
	}
}

/** RFC 6455, section 5.2: what stands after an upgrade, put together and unmasked. Throws on a compressed frame. */
export function websocketMessages(stream: Buffer): Buffer[] {
	const upgrade = /upgrade: websocket/i.exec(stream.toString('latin1'))?.index;
	if (upgrade === undefined) return [];
	const messages: Buffer[] = [];
	let parts: Buffer[] = [];
	let at = stream.indexOf('\r\n\r\n', upgrade) + 4;
	while (at + 2 <= stream.length) {
		const [first, second] = [stream[at]!, stream[at + 1]!];
		if (first & 0x70) throw new Error('a frame in a form that this test cannot read');
		const short = second & 0x7f;
		const lengthBytes = short === 126 ? 2 : short === 127 ? 8 : 0;
		const body = at + 2 + lengthBytes + (second & 0x80 ? 4 : 0);
		if (body > stream.length) break;
		const length = lengthBytes === 0 ? short : Number.parseInt(stream.toString('hex', at + 2, at + 2 + lengthBytes), 16);
		const mask = stream.subarray(body - 4, body);
		const payload = Buffer.from(stream.subarray(body, body + length));
		if (second & 0x80) for (let i = 0; i < payload.length; i++) payload[i]! ^= mask[i % 4]!;
		parts.push(payload);
		if (first & 0x80) messages.push(Buffer.concat(parts.splice(0)));
		at = body + length;
	}
	return messages;
}
