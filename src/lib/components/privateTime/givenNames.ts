/**
 * What people call each other at the table: the first name, or the whole where two have the same.
 * @returns by whole name
 */
export function givenNames(names: readonly string[]): (name: string) => string {
	const given = (name: string) => name.split(' ')[0] ?? name;
	const whole = [...new Set(names)];
	return (name) => (whole.filter((other) => given(other) === given(name)).length > 1 ? name : given(name));
}
