import { toHex, type Bytes } from '../conventions/bytes.ts';
import { isMacOf, MAC_LENGTH } from '../conventions/mac.ts';
import { opened, refused, type Opened } from '../conventions/outcome.ts';
import { readWhole } from '../conventions/Reader.ts';
import { publicDevice } from '../device/publicDevice.ts';
import { INVITE_ID_LENGTH, type InviteKey } from '../invite/invite.ts';
import { KNOCK_VERSION, readCaller, type Caller } from './knock.ts';
import { knockToProve } from './makeKnock.ts';

/**
 * A knock with this invite's link. Verified before it is read; refused where the maker did not hold the secret,
 * where it is of another invite or a later version, or where the keys in it are none (SR6, SR7).
 */
export async function openKnock(key: InviteKey, bytes: Bytes): Promise<Opened<Caller>> {
	if (bytes.length <= MAC_LENGTH) return refused('SR7');
	if (bytes[0] !== KNOCK_VERSION) return refused('SR31');
	const body = bytes.slice(0, -MAC_LENGTH);
	if (!(await isMacOf(key.mac, knockToProve(body), bytes.slice(-MAC_LENGTH)))) return refused('SR7');
	const read = readWhole(body, (reader) => {
		reader.u8();
		return { invite: toHex(reader.bytes(INVITE_ID_LENGTH)), ...readCaller(reader) };
	});
	if (read === null || read.invite !== key.id) return refused('SR7');
	const { signPub, agreePub, person, label, flags } = read;
	const device = await publicDevice(signPub, agreePub);
	return device ? opened({ device, person, label, flags }) : refused('SR6');
}
