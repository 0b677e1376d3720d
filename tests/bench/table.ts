/** What a bench answers with: printed as it is. Ratios stand beside the figures they are made of. */
export type Table = { title: string; columns: string[]; rows: string[][] };

/** The table as lines, with columns of equal width. */
export function print(table: Table): void {
	const lines = [table.columns, ...table.rows];
	const widths = table.columns.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
	console.log(`\n${table.title}`);
	for (const line of lines) console.log('  ' + line.map((cell, column) => cell.padEnd(widths[column]!)).join('  ').trimEnd());
}
