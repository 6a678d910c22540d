/** How often the loop is asked for, milliseconds. */
const EVERY_MS = 2;

/**
 * Watches how long the event loop was not free in one go.
 *
 * @returns ends it, with the longest and the 99th of a hundred, milliseconds
 */
export function watchStalls(): () => { longestMs: number; p99Ms: number } {
  const gaps: number[] = [];
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    gaps.push(Math.max(0, now - last - EVERY_MS));
    last = now;
  }, EVERY_MS);
  return () => {
    clearInterval(timer);
    gaps.push(performance.now() - last);
    gaps.sort((a, b) => a - b);
    return {
      longestMs: gaps[gaps.length - 1],
      p99Ms: gaps[Math.floor(gaps.length * 0.99)],
    };
  };
}
