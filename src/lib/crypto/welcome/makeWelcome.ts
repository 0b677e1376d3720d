import { concat, type Bytes } from '../conventions/bytes.ts';
import { mac } from '../conventions/mac.ts';
import type { Device } from '../device/device.ts';
import { sign } from '../device/sign.ts';
import type { InviteKey } from '../invite/invite.ts';
import { welcomeToProve, writeWelcome, type Welcome } from './welcome.ts';

/** The answer to a knock with a link: only who holds the invite's key can give it. */
export async function makeWelcome(key: InviteKey, knock: Bytes, welcome: Welcome): Promise<Bytes> {
	const body = writeWelcome(welcome);
	return concat(body, await mac(key.mac, await welcomeToProve([knock], body)));
}

/** The answer after the pictures: signed by the device whose keys stood in the hello they were computed from. */
export async function signWelcome(
	device: Pick<Device, 'signKey'>,
	{ knock, hello }: { knock: Bytes; hello: Bytes },
	welcome: Welcome
): Promise<Bytes> {
	const body = writeWelcome(welcome);
	return concat(body, await sign(device, await welcomeToProve([knock, hello], body)));
}
