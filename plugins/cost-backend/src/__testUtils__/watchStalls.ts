/** How often the loop is asked for, milliseconds. */
const EVERY_MS = 2;

/** Of this thread alone, where Node can tell: Node 22 cannot. */
const cpuUsage = process.threadCpuUsage ?? process.cpuUsage;

/** How long the event loop was not free in one go, milliseconds. */
export interface Stalls {
  longestMs: number;
  p99Ms: number;
  /**
   * Longest that this process itself worked in one go. A machine that is busy
   * with other things makes gaps longer, and not this.
   */
  longestWorkMs: number;
}

/**
 * Watches how long the event loop was not free in one go.
 *
 * @returns ends it
 */
export function watchStalls(): () => Stalls {
  const gaps: number[] = [];
  let longestWorkMs = 0;
  let last = performance.now();
  let lastWork = cpuUsage();
  const note = (waited: number) => {
    const now = performance.now();
    const work = cpuUsage();
    const gap = Math.max(0, now - last - waited);
    const worked =
      (work.user - lastWork.user + work.system - lastWork.system) / 1_000;
    gaps.push(gap);
    // before Node 24 it counts what other threads did meanwhile, too
    longestWorkMs = Math.max(longestWorkMs, Math.min(gap, worked));
    last = now;
    lastWork = work;
  };
  const timer = setInterval(() => note(EVERY_MS), EVERY_MS);
  return () => {
    clearInterval(timer);
    note(0);
    gaps.sort((a, b) => a - b);
    return {
      longestMs: gaps[gaps.length - 1],
      p99Ms: gaps[Math.floor(gaps.length * 0.99)],
      longestWorkMs,
    };
  };
}
