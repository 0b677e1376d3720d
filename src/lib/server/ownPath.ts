/** Where somebody asks to go on to: a page of this program and no other place; undefined for anything else. */
export function ownPath(wanted: string): string | undefined {
	return /^\/(?:[a-z][\w/-]*)?(?:#[\w-]+)?$/i.test(wanted) ? wanted : undefined;
}
