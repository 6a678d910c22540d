const NEEDS_QUOTES = /[",\r\n]/;

/** One line of CSV as RFC 4180 has it; nothing stands for null. */
export function csvLine(values: ReadonlyArray<string | undefined>): string {
  return `${values.map(cell).join(',')}\r\n`;
}

function cell(value: string | undefined): string {
  if (value === undefined) {
    return '';
  }
  return NEEDS_QUOTES.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
