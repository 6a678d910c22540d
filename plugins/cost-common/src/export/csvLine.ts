/** What spreadsheets take for a formula. */
const FORMULA = /^[=+\-@\t\r]/;
const NUMBER = /^-?\d+(\.\d+)?$/;

/**
 * A line of CSV (RFC 4180). Nothing is the empty field; a text that a
 * spreadsheet would run is given an apostrophe.
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
