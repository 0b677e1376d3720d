import * as node from 'node:crypto';
import type { Bytes } from './conventions/bytes.ts';

/*
 * The same cryptography, without waiting: for tests that move the clock by hand. WebCrypto works on other threads
 * and takes as long as the machine is busy, while a hand clock runs on; then a test fails because somebody else
 * compiled something. Here every answer is there in the same turn. It is what WebCrypto computes, bit for bit
 * (knownAnswers.test.ts opens with either what the other sealed), and only what this folder asks of it.
 */
type Usage = { name: string; namedCurve?: string; hash?: string; length?: number };
type Ec = { priv?: node.KeyObject; pub: node.KeyObject; raw?: Bytes };

class PromptKey {
	readonly algorithm: Usage;
	readonly extractable: boolean;
	readonly type: string;
	readonly held: { secret?: Bytes; ec?: Ec };
	constructor(algorithm: Usage, extractable: boolean, type: string, held: { secret?: Bytes; ec?: Ec }) {
		this.algorithm = algorithm;
		this.extractable = extractable;
		this.type = type;
		this.held = held;
	}
}

const SPKI = Buffer.from('3059301306072a8648ce3d020106082a8648ce3d030107034200', 'hex');
const points = new Map<string, node.KeyObject>();
const verdicts = new Map<string, boolean>();

function pointOf(raw: Uint8Array): node.KeyObject {
	const name = Buffer.from(raw).toString('base64');
	const known = points.get(name);
	if (known) return known;
	const key = node.createPublicKey({ key: Buffer.concat([SPKI, raw]), format: 'der', type: 'spki' });
	points.set(name, key);
	return key;
}

function rawOf(ec: Ec): Bytes {
	return (ec.raw ??= new Uint8Array(ec.pub.export({ format: 'der', type: 'spki' }).subarray(SPKI.length)));
}

function named(algorithm: string | Usage): Usage {
	return typeof algorithm === 'string' ? { name: algorithm } : algorithm;
}

const signature = (key: node.KeyObject) => ({ key, dsaEncoding: 'ieee-p1363' as const });

const prompt = {
	async digest(_: string, data: Bytes) {
		return new Uint8Array(node.createHash('sha256').update(data).digest()).buffer;
	},

	async generateKey(algorithm: Usage, extractable: boolean) {
		if (!algorithm.namedCurve) return new PromptKey(algorithm, extractable, 'secret', { secret: randomKey() });
		const ec = newPair();
		return {
			privateKey: new PromptKey(algorithm, extractable, 'private', { ec }),
			publicKey: new PromptKey(algorithm, true, 'public', { ec: { pub: ec.pub } })
		};
	},

	async importKey(format: string, data: Bytes | JsonWebKey, algorithm: string | Usage, extractable: boolean) {
		const kind = named(algorithm);
		if (!kind.namedCurve) return new PromptKey(kind, extractable, 'secret', { secret: new Uint8Array(data as Bytes) });
		if (format === 'raw') {
			const raw = new Uint8Array(data as Bytes);
			return new PromptKey(kind, true, 'public', { ec: { pub: pointOf(raw), raw } });
		}
		const priv =
			format === 'jwk'
				? node.createPrivateKey({ key: data as node.JsonWebKey, format: 'jwk' })
				: node.createPrivateKey({ key: Buffer.from(data as Bytes), format: 'der', type: 'pkcs8' });
		return new PromptKey(kind, extractable, 'private', { ec: { priv, pub: node.createPublicKey(priv) } });
	},

	async exportKey(format: string, { held, extractable }: PromptKey) {
		if (!extractable) throw new DOMException('not extractable', 'InvalidAccessError');
		if (format === 'raw') return (held.secret ?? rawOf(held.ec!)).slice().buffer;
		if (format === 'jwk') return held.ec!.priv!.export({ format: 'jwk' });
		return new Uint8Array(held.ec!.priv!.export({ format: 'der', type: 'pkcs8' })).buffer;
	},

	async sign({ name }: Usage, { held }: PromptKey, data: Bytes) {
		if (name === 'HMAC') return new Uint8Array(node.createHmac('sha256', held.secret!).update(data).digest()).buffer;
		return new Uint8Array(node.sign('sha256', data, signature(held.ec!.priv!))).buffer;
	},

	async verify({ name }: Usage, { held }: PromptKey, sealed: Bytes, data: Bytes) {
		if (name === 'HMAC') return node.createHmac('sha256', held.secret!).update(data).digest().equals(sealed);
		// Everybody in a room verifies the same signatures.
		const digest = node.createHash('sha256').update(rawOf(held.ec!)).update(sealed).update(data).digest('base64');
		const known = verdicts.get(digest);
		if (known !== undefined) return known;
		const verdict = node.verify('sha256', data, signature(held.ec!.pub), sealed);
		if (verdicts.size > 20_000) verdicts.clear();
		verdicts.set(digest, verdict);
		return verdict;
	},

	async deriveBits(how: { name: string } & Record<string, unknown>, { held }: PromptKey, bits: number) {
		return derive(how, held, bits / 8).buffer;
	},

	async deriveKey(how: { name: string } & Record<string, unknown>, { held }: PromptKey, kind: Usage, extractable: boolean) {
		return new PromptKey(kind, extractable, 'secret', { secret: derive(how, held, (kind.length ?? 256) / 8) });
	},

	async encrypt(how: Aes, { held }: PromptKey, data: Bytes) {
		const cipher = node.createCipheriv('aes-256-gcm', held.secret!, how.iv).setAAD(how.additionalData);
		return new Uint8Array(Buffer.concat([cipher.update(data), cipher.final(), cipher.getAuthTag()])).buffer;
	},

	async decrypt(how: Aes, { held }: PromptKey, data: Bytes) {
		const opening = node.createDecipheriv('aes-256-gcm', held.secret!, how.iv).setAAD(how.additionalData);
		opening.setAuthTag(data.subarray(-16));
		return new Uint8Array(Buffer.concat([opening.update(data.subarray(0, -16)), opening.final()])).buffer;
	}
};
type Aes = { iv: Bytes; additionalData: Bytes };

function derive(how: Record<string, unknown>, held: PromptKey['held'], length: number): Bytes {
	if (how['name'] === 'ECDH') {
		const publicKey = (how['public'] as PromptKey).held.ec!.pub;
		return new Uint8Array(node.diffieHellman({ privateKey: held.ec!.priv!, publicKey })).slice(0, length);
	}
	return new Uint8Array(node.hkdfSync('sha256', held.secret!, how['salt'] as Bytes, how['info'] as Bytes, length));
}

function randomKey(): Bytes {
	return globalThis.crypto.getRandomValues(new Uint8Array(32));
}

function newPair(): Ec {
	const pair = node.createECDH('prime256v1');
	pair.setPrivateKey(randomKey());
	const [x, y, d] = [pair.getPublicKey().subarray(1, 33), pair.getPublicKey().subarray(33), pair.getPrivateKey()];
	const jwk = { kty: 'EC', crv: 'P-256', x: text(x), y: text(y) };
	const priv = node.createPrivateKey({ key: { ...jwk, d: text(d) }, format: 'jwk' });
	return { priv, pub: node.createPublicKey({ key: jwk, format: 'jwk' }) };
}

function text(bytes: Buffer): string {
	return Buffer.concat([Buffer.alloc(32), bytes]).subarray(-32).toString('base64url');
}

type Random = typeof globalThis.crypto.getRandomValues;
const platform: Random = globalThis.crypto.getRandomValues.bind(globalThis.crypto);
let source: Random = platform;
// Yjs takes hold of this when it is loaded, so a test that wants the same dice twice imports this file first.
globalThis.crypto.getRandomValues = ((bytes: Uint8Array) => source(bytes as never)) as Random;

/** From now on everything random follows from a number: keys, nonces, ids. Null: the platform's own again. */
export function throwSameDice(seed: number | null): void {
	if (seed === null) return void (source = platform);
	let state = (seed ^ 0x9e3779b9) >>> 0;
	const next = () => {
		// xorshift32
		state ^= state << 13;
		state ^= state >>> 17;
		state ^= state << 5;
		return (state >>>= 0);
	};
	source = ((into: Uint8Array) => {
		const bytes = new Uint8Array(into.buffer, into.byteOffset, into.byteLength);
		for (let i = 0; i < bytes.length; i++) bytes[i] = next() >>> 11;
		return into;
	}) as unknown as Random;
}

/** From now on in this test file: cryptography that answers at once. */
export function answerAtOnce(): void {
	Object.defineProperty(globalThis.crypto, 'subtle', { value: prompt, configurable: true });
}

/** The platform's own again. */
export function answerAsThePlatform(): void {
	delete (globalThis.crypto as { subtle?: unknown }).subtle;
}
