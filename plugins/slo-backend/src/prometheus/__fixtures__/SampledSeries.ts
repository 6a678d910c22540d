/** A series as a server scraped it. */
export interface SampledSeries {
  metric: string;
  type: 'counter' | 'gauge';
  labels: Readonly<Record<string, string>>;
  /** Unix seconds (whole milliseconds allowed) and value, in order of time. */
  samples: ReadonlyArray<readonly [time: number, value: number]>;
}

/** When a series is scraped. */
export interface ScrapeTimes {
  /** Unix seconds, inclusive. */
  from: number;
  /** Unix seconds, inclusive. */
  to: number;
  scrapeSeconds: number;
  /** How long after the even time the target is scraped, 0 by default. */
  phaseSeconds?: number;
  /** Stretches `[from, to)` without scrapes. */
  gaps?: ReadonlyArray<readonly [from: number, to: number]>;
}

/**
 * A counter: `eventsAt` tells how many events each scrape finds since the last
 * one. After a reset it starts again from the events of that scrape.
 */
export function counter(
  options: ScrapeTimes &
    Pick<SampledSeries, 'metric' | 'labels'> & {
      eventsAt(time: number): number;
      resetsAt?: readonly number[];
    },
): SampledSeries {
  const { metric, labels, eventsAt, resetsAt = [] } = options;
  let value = 0;
  let previous = -Infinity;
  const samples = scrapes(options).map(time => {
    const isReset = resetsAt.some(at => previous < at && at <= time);
    value = (isReset ? 0 : value) + eventsAt(time);
    previous = time;
    return [time, value] as const;
  });
  return { metric, labels, type: 'counter', samples };
}

/** A gauge: `valueAt` tells what each scrape finds. */
export function gauge(
  options: ScrapeTimes &
    Pick<SampledSeries, 'metric' | 'labels'> & {
      valueAt(time: number): number;
    },
): SampledSeries {
  const { metric, labels, valueAt } = options;
  const samples = scrapes(options).map(time => [time, valueAt(time)] as const);
  return { metric, labels, type: 'gauge', samples };
}

/** A repeatable stream of numbers in [0, 1). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x80000000;
  };
}

function scrapes(options: ScrapeTimes): number[] {
  const { from, to, scrapeSeconds, phaseSeconds = 0, gaps = [] } = options;
  const times: number[] = [];
  for (let time = from + phaseSeconds; time <= to; time += scrapeSeconds) {
    if (!gaps.some(([start, end]) => start <= time && time < end)) {
      times.push(time);
    }
  }
  return times;
}
