/** Languages as people say them: codes get a name in the reader's language, other words stay as they were typed. */
export function languageNames(languages: readonly string[], reader: string): string {
	const names = new Intl.DisplayNames([reader], { type: 'language' });
	return languages.map((one) => (/^[a-z]{2,3}$/.test(one) ? (names.of(one) ?? one) : one)).join(', ');
}
