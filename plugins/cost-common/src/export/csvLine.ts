/**
 * What spreadsheets take for a formula, and the apostrophe itself: so that what
 * it was can be told, see {@link csvLine}.
 */
const FORMULA = /^[=+\-@\t\r']/;
const NUMBER = /^-?\d+(\.\d+)?$/;

/**
 * A line of CSV (RFC 4180). Nothing is the empty field. A text that a
 * spreadsheet would run is given an apostrophe, and so is one that begins with
 * one: a reader that takes the first apostrophe away has what was written.
 */
export function csvLine(fields: readonly (string | undefined)[]): string {
  return `${fields.map(csvField).join(',')}\r\n`;
}

function csvField(field: string | undefined): string {
  if (field === undefined) {
    return '';
  }
  const safe = FORMULA.test(field) && !NUMBER.test(field) ? `'${field}` : field;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
