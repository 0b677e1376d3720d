import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { editText } from '#lib/documents/editText.ts';
import { addFamilyPoint, readFamilyPoints } from '#lib/documents/family.ts';
import { planText } from '#lib/documents/planDraft.ts';
import { formatRoom } from '#lib/sync/protocol.ts';
import type { SealedDocument } from '#lib/sync/sealedRoom/SealedDocument.ts';
import { SharedDocument } from '#lib/sync/sharedDocument.ts';
import { FAMILY, TestSync, until } from '../sync/startSync.ts';
import { Device } from './device.ts';

let sync: TestSync;
let devices: Device[];
let shared: SharedDocument[];
beforeEach(async () => {
	sync = await TestSync.start();
	devices = [];
	shared = [];
});
afterEach(async () => {
	for (const { room } of devices) await room?.close();
	for (const document of shared) document.close();
	await sync.stop();
});

function device(account: string, name: string): Device {
	const one = new Device(sync, account, name);
	devices.push(one);
	return one;
}

async function threeInside(): Promise<[SealedDocument, SealedDocument, SealedDocument]> {
	const yara = await device('yara', 'Yara').begins();
	await until(() => yara.book.isOpen);
	const hulya = await device('hulya', 'Hülya').isLetInBy(yara);
	const bas = await device('bas', 'Bas').isLetInBy(yara);
	const drafts = await Promise.all([yara, hulya, bas].map((room) => room.gathering('g1')));
	await until(() => drafts.every((draft) => draft.isOpen));
	return drafts as [SealedDocument, SealedDocument, SealedDocument];
}

const free = (document: SealedDocument) => planText(document.text, 'freeText').toString();
const type = (document: SealedDocument, words: string) => editText(planText(document.text, 'freeText'), words);

describe('a sealed room over the real sync server', () => {
	it('[SR26] what Yara types is sent, stored, and seen by Hülya and Bas', async () => {
		const [yara, hulya, bas] = await threeInside();
		type(yara, 'Riet slaapt hier op woensdag');
		await until(() => [hulya, bas].every((draft) => free(draft) === 'Riet slaapt hier op woensdag'));
		await until(() => yara.where.seenBy.length === 2);
		expect(yara.where).toEqual({ state: 'sent', seenBy: ['Bas', 'Hülya'] });
	});

	it('[SR24] nothing of it stands in the server’s files', async () => {
		const [yara, , bas] = await threeInside();
		type(yara, 'merkzin uit de besloten tijd');
		await until(() => free(bas) !== '' && yara.where.state === 'sent');
		await sync.restart();
		const files = await readdir(sync.folder, { recursive: true, withFileTypes: true });
		const contents = await Promise.all(
			files.filter((file) => file.isFile()).map((file) => readFile(join(file.parentPath, file.name)))
		);
		expect(contents.length).toBeGreaterThan(0);
		expect(Buffer.concat(contents).includes('merkzin')).toBe(false);
		expect(Buffer.concat(contents).includes('log')).toBe(true);
	});

	it('[PT5] what is typed while the server restarts arrives', async () => {
		const [yara, hulya, bas] = await threeInside();
		const restarted = sync.restart();
		type(yara, 'onderweg geschreven');
		type(bas, 'door Bas erbij');
		await restarted;
		const both = (draft: SealedDocument) => free(draft).includes('onderweg') && free(draft).includes('Bas');
		await until(() => [yara, hulya, bas].every(both));
		await until(() => yara.where.state === 'sent');
	}, 60_000);

	it('[AC2] somebody whom nobody let in is refused, and keeps what is typed', async () => {
		await threeInside();
		sync.rights.levels.set('bas', 'none');
		sync.sync.recheck({ account: 'bas' });
		const bas = devices.find(({ account }) => account === 'bas')!.room!;
		await until(() => bas.book.refusal === 4403);
		const draft = await bas.gathering('g1');
		type(draft, 'blijft hier');
		await until(() => draft.where.state === 'onDevice');
	});
});

describe('a plain document over the real sync server', () => {
	it('[SR26] says when the server has stored what was typed, and reaches the others', async () => {
		const open = (account: string) => {
			const document = new SharedDocument(formatRoom(FAMILY), new Device(sync, account, account).connect());
			shared.push(document);
			return document;
		};
		const [yara, bas] = [open('yara'), open('bas')];
		await until(() => yara.state === 'synced' && bas.state === 'synced');
		addFamilyPoint(yara.doc, 'strengths', 'Fenna kan al lezen');
		expect(yara.where).toBe('onPage');
		await until(() => yara.where === 'stored' && readFamilyPoints(bas.doc, 'strengths').items.length === 1);
		const stranger = open('stranger');
		await until(() => stranger.refusal === 4403);
		expect(stranger.state).toBe('refused');
	});
});
