/** `11-03 14:06` and the like as an ISO instant of 2026 in UTC. */
export function instantIn(text: string): string {
  const full = /^\d{4}-/.test(text) ? text : `2026-${text}`;
  const zoned = /Z$/.test(full) ? full : `${full.replace(' ', 'T')}Z`;
  return new Date(zoned).toISOString();
}

/** An instant some seconds after another one. */
export function later(instant: string, seconds: number): string {
  return new Date(Date.parse(instant) + seconds * 1000).toISOString();
}
