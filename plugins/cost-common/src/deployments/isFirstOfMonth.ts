/** Bills are by the month: fees of all of it stand on its first day. */
export function isFirstOfMonth(day: string): boolean {
  return day.endsWith('-01');
}
