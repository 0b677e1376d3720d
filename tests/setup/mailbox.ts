import { EventEmitter, once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A real SMTP server that keeps what it receives. */
export class Mailbox {
	readonly mails: { to: string; raw: string }[] = [];
	readonly #server: SMTPServer;
	readonly #arrivals = new EventEmitter();

	private constructor() {
		this.#server = new SMTPServer({
			authOptional: true,
			disabledCommands: ['STARTTLS'],
			onData: (stream, session, done) => {
				let raw = '';
				stream.on('data', (data) => (raw += data));
				stream.on('end', () => {
					for (const { address } of session.envelope.rcptTo) this.mails.push({ to: address, raw });
					this.#arrivals.emit('mail');
					done();
				});
			}
		});
	}

	static async open(): Promise<Mailbox> {
		const box = new Mailbox();
		const server = box.#server.listen(0, '127.0.0.1');
		await once(server, 'listening');
		return box;
	}

	/** The setting that makes the program send its mail here. */
	get url(): string {
		return `smtp://127.0.0.1:${(this.#server.server.address() as AddressInfo).port}`;
	}

	/** The newest mail to `address` after the first `seen`, as readable text; waits for it. */
	async mailTo(address: string, seen = 0): Promise<string> {
		for (;;) {
			const mine = this.mails.slice(seen).filter((mail) => mail.to === address);
			const newest = mine.at(-1);
			if (newest) return readable(newest.raw);
			await once(this.#arrivals, 'mail');
		}
	}

	async [Symbol.asyncDispose](): Promise<void> {
		await new Promise<void>((resolve) => this.#server.close(resolve));
	}
}

/** Undoes quoted-printable and base64 bodies, as far as one part of plain text needs. */
function readable(raw: string): string {
	const [head = '', ...rest] = raw.replace(/\r\n/g, '\n').split('\n\n');
	const body = rest.join('\n\n');
	if (/transfer-encoding: base64/i.test(head)) return `${head}\n\n${Buffer.from(body, 'base64').toString()}`;
	if (!/transfer-encoding: quoted-printable/i.test(head)) return `${head}\n\n${body}`;
	const hex = (_: string, digits: string) => String.fromCharCode(parseInt(digits, 16));
	const bytes = body.replace(/=\n/g, '').replace(/=([0-9A-F]{2})/g, hex);
	return `${head}\n\n${Buffer.from(bytes, 'latin1').toString()}`;
}
