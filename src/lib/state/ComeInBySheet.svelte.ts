import { isInHere } from '#lib/sync/door/isInHere.ts';
import { canKeepKeys } from '#lib/sync/localStore/canKeepKeys.ts';
import { comeInBySheet, type SheetEntry, type SheetSettings } from '#lib/sync/sheet/comeInBySheet.ts';
import { keepNote } from '#lib/sync/sheet/notes.ts';
import { parseSheetLink } from '#lib/sync/sheet/sheetLink.ts';
import { waitFor } from '#lib/sync/waitFor.ts';
import { askMyConferences } from './myConferences.ts';
import { leaveNothing, places } from './places.ts';
import { askRoomInfo, type RoomInfo } from './roomInfo.ts';
import { browserPorts, deviceLabel } from './thisDevice.ts';
import { lettersMiss, type LettersMiss } from './typedLetters.ts';

/** What the page shows; each has its own words and its own next step. */
export type BySheetStage =
	| 'opening'
	/** Opened without saying which conference, by somebody who is in several, or in none. */
	| 'choose'
	| 'signIn'
	| 'refused'
	| 'offline'
	| 'insecure'
	/** Waits for the letters. */
	| 'type'
	/** The letters came with the picture; waits for a press. */
	| 'scanned'
	| 'looking'
	| 'notLetIn'
	/** This device holds to another room of this conference (SR1). */
	| 'otherRoom'
	| 'in';

const STORED_MS = 5_000;

/** Coming in with a sleutelblad, typed or scanned (F6, F7). Its letters are in this object and nowhere else. */
export class ComeInBySheet {
	stage: BySheetStage = $state('opening');
	miss: LettersMiss | undefined = $state.raw();
	info: RoomInfo | undefined = $state.raw();
	conference = $state('');
	conferences: { id: string; title: string }[] = $state.raw([]);
	/** This browser keeps nothing (SR38): the only way in is to leave nothing. */
	mustLeaveNothing = $state(false);
	/** This page leaves nothing on the device (F14). */
	leavesNothing = $state(false);
	#letters = '';

	/** @param fragment what stood behind `#`; the caller has already taken it out of the address (SR40). */
	async open(fragment: string): Promise<void> {
		const scanned = parseSheetLink(fragment);
		this.#letters = scanned?.letters ?? '';
		this.conference = scanned?.conference ?? /^(?:1\.)?([a-z0-9]{15})(?:\.|$)/.exec(fragment)?.[1] ?? '';
		if (!globalThis.isSecureContext) return this.#show('insecure');
		this.mustLeaveNothing = !(await canKeepKeys());
		if (this.mustLeaveNothing) await this.leaveNothing();
		await this.retry();
	}

	/** Asks again who we are, after signing in elsewhere or back on the network. */
	retry = async (quietly = false): Promise<void> => {
		if (!quietly) this.#show('opening');
		if (!this.conference) return this.#whichConference();
		const told = await askRoomInfo(this.conference);
		if (!told.ok) return this.#show(told.because);
		const { info } = told;
		this.info = info;
		if (await isInHere(this.conference, info.me.id, await places())) return this.#show('in');
		this.#show(this.#letters ? 'scanned' : 'type');
	};

	choose = async (conference: string): Promise<void> => {
		this.conference = conference;
		await this.retry();
	};

	/** The device is of more people: what comes now is of this page only (F14). */
	leaveNothing = async (): Promise<void> => {
		await leaveNothing(this.conference, this.info?.me.id);
		this.leavesNothing = true;
	};

	enterScanned = (): Promise<void> => this.enter(this.#letters);

	/** The picture is not of the sheet at hand. */
	typeInstead = (): void => {
		this.#letters = '';
		this.#show('type');
	};

	/** The letters come from paper, and not with the picture. */
	get isTyped(): boolean {
		return this.#letters === '';
	}

	/** In with these letters, as this person, on this device. */
	enter = async (letters: string): Promise<void> => {
		const { info } = this;
		if (!info) return;
		this.#show('looking');
		const who = { person: info.me.id, name: info.me.name, label: deviceLabel() };
		const entry = await comeInBySheet(letters, who, await this.#settings(info));
		if (entry.ok) return this.#goIn(entry);
		if (entry.why === 'offline' || entry.why === 'notLetIn' || entry.why === 'otherRoom') return this.#show(entry.why);
		this.miss = lettersMiss(letters, entry);
		this.typeInstead();
	};

	/** The sheet's word must be at the server before this page goes: the next one begins with what is there. */
	async #goIn({ room, sheet }: Extract<SheetEntry, { ok: true }>): Promise<void> {
		this.#letters = '';
		await keepNote(room.store, 'used', sheet);
		await waitFor(() => room.book.isStored, [room.book], room.ports.scheduler, STORED_MS);
		await room.close();
		this.#show('in');
	}

	async #whichConference(): Promise<void> {
		const mine = await askMyConferences();
		if (!mine.ok) return this.#show(mine.because);
		const [only] = mine.conferences;
		if (only && mine.conferences.length === 1) return this.choose(only.id);
		this.conferences = mine.conferences;
		this.#show('choose');
	}

	async #settings({ id, room }: RoomInfo): Promise<SheetSettings> {
		const hints = room?.roomIds ?? [];
		return { conference: id, hints, ...(await places()), ports: browserPorts(id) };
	}

	#show(stage: BySheetStage): void {
		this.stage = stage;
	}
}
