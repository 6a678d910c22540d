const MAX_POINTS_BETWEEN = 4;

/**
 * When expressions are evaluated: at `start`, `start + step`, ... `end`, each
 * time for the stretch of `windowSeconds` that ends there. A single point has
 * `start` equal to `end`.
 */
export interface Evaluation {
  /** Unix seconds of the first point. */
  start: number;
  /** Unix seconds of the last point. */
  end: number;
  /** Seconds between points. */
  step: number;
  windowSeconds: number;
}

/** How many points an evaluation has. */
export function pointCount({ start, end, step }: Evaluation): number {
  return Math.floor((end - start) / step) + 1;
}

/**
 * The evaluations that fill the buckets of `[from, to)`: the whole ones by
 * points at their ends, and the newest one, if it is not over, by one point
 * with a shorter window. `to` is rounded down to `gridSeconds`.
 */
export function evaluationsFor(options: {
  from: number;
  to: number;
  step: number;
  gridSeconds: number;
}): Evaluation[] {
  const { from, step } = options;
  const to = roundDown(options.to, options.gridSeconds);
  const whole = roundDown(to, step);
  const evaluations: Evaluation[] = [];
  if (whole > from) {
    evaluations.push({
      start: from + step,
      end: whole,
      step,
      windowSeconds: step,
    });
  }
  if (to > Math.max(whole, from)) {
    evaluations.push({ start: to, end: to, step, windowSeconds: to - whole });
  }
  return evaluations;
}

/** Cuts an evaluation into pieces of at most `points` points. */
export function inPieces(evaluation: Evaluation, points: number): Evaluation[] {
  const { start, end, step } = evaluation;
  const pieces: Evaluation[] = [];
  for (let from = start; from <= end; from += points * step) {
    const to = Math.min(end, from + (points - 1) * step);
    pieces.push({ ...evaluation, start: from, end: to });
  }
  return pieces;
}

/**
 * The fewest evaluations that have the given times among their points, where
 * reading a few points too many is cheaper than one request more.
 */
export function evaluationsAt(
  times: readonly number[],
  like: Evaluation,
): Evaluation[] {
  const sorted = Array.from(new Set(times)).sort((a, b) => a - b);
  const evaluations: Evaluation[] = [];
  for (const time of sorted) {
    const last = evaluations.at(-1);
    if (last && time - last.end <= MAX_POINTS_BETWEEN * like.step) {
      last.end = time;
    } else {
      evaluations.push({ ...like, start: time, end: time });
    }
  }
  return evaluations;
}

function roundDown(value: number, unit: number): number {
  return Math.floor(value / unit) * unit;
}
