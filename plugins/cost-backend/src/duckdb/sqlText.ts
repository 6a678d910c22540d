/** A text in SQL, whatever it holds. */
export function sqlText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
