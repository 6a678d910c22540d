/**
 * Remembers a text for each range: the same total stands in several places of
 * an expression, and reading PromQL is what rules spend their time on.
 */
export function oncePerRange(
  text: (rangeSeconds: number) => string,
): (rangeSeconds: number) => string {
  const known = new Map<number, string>();
  return rangeSeconds => {
    const found = known.get(rangeSeconds) ?? text(rangeSeconds);
    known.set(rangeSeconds, found);
    return found;
  };
}
