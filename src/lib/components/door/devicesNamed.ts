/**
 * Kinds of devices in the reader's language, several of one kind with their number.
 * @param names by the label a device gave itself; one that is not there is said as it is
 */
export function devicesNamed(labels: readonly string[], names: Readonly<Record<string, string>>): string {
	const count = (label: string) => labels.filter((one) => one === label).length;
	const named = (label: string) => names[label] ?? label;
	return [...new Set(labels)].map((label) => (count(label) > 1 ? `${count(label)} × ` : '') + named(label)).join(', ');
}
