import { createTransport, type Transporter } from 'nodemailer';
import { serverSettings } from './settings.ts';

/** One mail in plain text. Contents never hold what somebody wrote, only where to go (AC1). */
export type Mail = { to: string; subject: string; text: string };

let transport: Transporter | undefined;

/** Whether this installation can send mail; without it people come in by letter and link (IN1). */
export function canMail(): boolean {
	return Boolean(serverSettings().SMTP_URL);
}

/** Sends one mail. False when there is no mail server, or it refused: the screen then offers another way. */
export async function sendMail(mail: Mail): Promise<boolean> {
	const settings = serverSettings();
	if (!settings.SMTP_URL) return false;
	transport ??= createTransport(settings.SMTP_URL);
	try {
		await transport.sendMail({ from: settings.MAIL_FROM, ...mail });
		return true;
	} catch (error) {
		console.error(`mail not sent: ${(error as Error).message}`);
		return false;
	}
}
