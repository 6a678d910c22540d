/** What spreadsheets take for the start of a formula. */
const FORMULA = /^[=+\-@\t\r\n]/;

/**
 * A line of a CSV file (RFC 4180). Texts that a spreadsheet would compute are
 * marked with an apostrophe (CWE-1236); numbers stay numbers.
 */
export function csvLine(
  cells: ReadonlyArray<string | number | undefined>,
): string {
  return `${cells.map(cellOf).join(',')}\r\n`;
}

function cellOf(cell: string | number | undefined): string {
  if (cell === undefined) {
    return '';
  }
  if (typeof cell === 'number') {
    return String(cell);
  }
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
