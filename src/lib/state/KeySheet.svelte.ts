import { qrOf, type QrPicture } from '#lib/qr.ts';
import { removeDevices } from '#lib/sync/removal/remove.ts';
import type { SealedRoom, ShownDevice } from '#lib/sync/sealedRoom/SealedRoom.ts';
import { inGroups } from '#lib/sync/sheet/inGroups.ts';
import { makeSheet } from '#lib/sync/sheet/makeSheet.ts';
import { formatSheetLink } from '#lib/sync/sheet/sheetLink.ts';
import { trySheet } from '#lib/sync/sheet/trySheet.ts';
import { readNote } from '#lib/sync/sheet/notes.ts';
import { lettersMiss, type LettersMiss } from './typedLetters.ts';

type DeviceId = ShownDevice['id'];

/** What stands on the paper: seven groups of four letters, and the address that the picture carries. */
export type Paper = { groups: string[]; place: string; qr: QrPicture };
/** Something old that can be taken out now. `isGone`: the person most likely does not have it any more. */
export type Old = { id: DeviceId; name: string; label: string; isSheet: boolean; isGone: boolean };

/**
 * Making a sleutelblad and typing it back (F6). The letters are in this object and on paper; when the screen closes
 * they are on paper only.
 */
export class KeySheet {
	paper: Paper | undefined = $state.raw();
	miss: LettersMiss | undefined = $state.raw();
	/** Typed back, and right. */
	isRight = $state(false);
	/** What is old now, once the new one is known to be right. */
	old: Old[] = $state.raw([]);
	readonly #room: SealedRoom;
	readonly #noted: { untried: DeviceId | null; used: DeviceId | null };

	private constructor(room: SealedRoom, noted: { untried: DeviceId | null; used: DeviceId | null }) {
		this.#room = room;
		this.#noted = noted;
	}

	static async open(room: SealedRoom): Promise<KeySheet> {
		const [untried, used] = await Promise.all([readNote(room.store, 'untried'), readNote(room.store, 'used')]);
		return new KeySheet(room, { untried, used });
	}

	/** False while this device cannot write: not connected, or not all is here. */
	make = async (): Promise<boolean> => {
		const made = await makeSheet(this.#room);
		if (made === null) return false;
		const { letters } = made;
		const place = `${location.origin}/sleutelblad`;
		const link = formatSheetLink({ conference: this.#room.settings.conference, letters });
		this.paper = { groups: inGroups(letters), place, qr: qrOf(`${place}#${link}`) };
		return true;
	};

	/** Compares what was typed from paper with what lies at the server, as on the day that all phones are gone. */
	typeBack = async (typed: string): Promise<void> => {
		const trial = await trySheet(this.#room, typed);
		this.miss = trial.ok ? undefined : lettersMiss(typed, trial);
		if (!trial.ok) return;
		this.paper = undefined;
		this.isRight = true;
		this.old = this.#oldBeside(trial.device);
	};

	/** Takes out what was ticked; false where it could not be done now. */
	takeOut = async (old: readonly DeviceId[]): Promise<boolean> => {
		const isDone = (await removeDevices(this.#room, old)) === 'removed';
		if (isDone) this.old = [];
		return isDone;
	};

	/** Nothing of the letters stays. */
	close(): void {
		this.paper = undefined;
		this.miss = undefined;
	}

	/** Other sheets; and after coming in by one, this person's other devices (RM2: those of others are not ours). */
	#oldBeside(right: DeviceId): Old[] {
		const me = this.#room.circle.me!.person;
		const { untried, used } = this.#noted;
		const isOld = ({ id, isThis, isSheet, person, standing }: ShownDevice) =>
			standing === 'live' && !isThis && id !== right && (isSheet || (used !== null && person === me));
		return this.#room.devices
			.filter(isOld)
			.map(({ id, name, label, isSheet }) => ({ id, name, label, isSheet, isGone: !isSheet || id === used || id === untried }));
	}
}
