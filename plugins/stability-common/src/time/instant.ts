/** Milliseconds since the epoch of an ISO instant; undefined if it is none. */
export function millisOf(text: string | undefined): number | undefined {
  const millis = text === undefined ? NaN : Date.parse(text);
  return Number.isNaN(millis) ? undefined : millis;
}

/** The ISO instant in UTC of milliseconds since the epoch. */
export function isoOf(millis: number): string;
export function isoOf(millis: number | undefined): string | undefined;
export function isoOf(millis: number | undefined): string | undefined {
  return millis === undefined ? undefined : new Date(millis).toISOString();
}
