/** An instant as the browser's field for local times has it, to the minute. */
export function toLocalInstant(at: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const date = [
    at.getFullYear(),
    two(at.getMonth() + 1),
    two(at.getDate()),
  ].join('-');
  return `${date}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** Unix seconds of such a text in the reader's zone; NaN where it is none. */
export function localSeconds(text: string): number {
  return text === '' ? NaN : Date.parse(text) / 1000;
}
