const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** An id in PocketBase's own form, made here so that the rows of one transaction can point at each other. */
export function newId(): string {
	return Array.from(crypto.getRandomValues(new Uint8Array(15)), (byte) => letters[byte % letters.length]).join('');
}
