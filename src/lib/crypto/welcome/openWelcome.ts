import type { Bytes } from '../conventions/bytes.ts';
import { isMacOf, MAC_LENGTH } from '../conventions/mac.ts';
import { opened, refused, type Opened } from '../conventions/outcome.ts';
import { readWhole } from '../conventions/Reader.ts';
import { SIGNATURE_LENGTH } from '../device/device.ts';
import { verify } from '../device/verify.ts';
import type { InviteKey } from '../invite/invite.ts';
import { readWelcome, welcomeToProve, type Welcome } from './welcome.ts';

type Proof = { length: number; holds: (bytes: Bytes, proof: Bytes) => Promise<boolean> };

async function open(bytes: Bytes, said: readonly Bytes[], { length, holds }: Proof): Promise<Opened<Welcome>> {
	if (bytes.length <= length) return refused('SR8');
	const body = bytes.slice(0, -length);
	if (!(await holds(await welcomeToProve(said, body), bytes.slice(-length)))) return refused('SR8');
	const welcome = readWhole(body, readWelcome);
	return welcome ? opened(welcome) : refused('SR8');
}

/**
 * The welcome to the own knock with a link. This is what authenticates the *room* to whoever comes in: a server
 * or a former member without the secret cannot answer (SR8).
 */
export function openWelcome(key: InviteKey, knock: Bytes, bytes: Bytes): Promise<Opened<Welcome>> {
	return open(bytes, [knock], { length: MAC_LENGTH, holds: (over, proof) => isMacOf(key.mac, over, proof) });
}

/** The same after the pictures; `signPub` and the room are those of the hello, which the pictures have proved. */
export async function openSignedWelcome(
	{ signPub, roomId }: { signPub: Bytes; roomId: string },
	{ knock, hello }: { knock: Bytes; hello: Bytes },
	bytes: Bytes
): Promise<Opened<Welcome>> {
	const holds = (over: Bytes, proof: Bytes) => verify(signPub, over, proof);
	const welcome = await open(bytes, [knock, hello], { length: SIGNATURE_LENGTH, holds });
	return welcome.ok && welcome.value.roomId !== roomId ? refused('SR8') : welcome;
}
