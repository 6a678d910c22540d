/** Requests of a job a minute, and failed ones, for some minutes. */
export interface TrafficStretch {
  minutes: number;
  perMinute: number;
  failedPerMinute: number;
}

/** Counters in promtool's notation, a sample each step. */
export interface TrafficSeries {
  series: Array<{ series: string; values: string }>;
  /** Share of failed requests, counted. */
  truth: number;
}

/**
 * What a job exposes that did this: a counter of good requests, and one of
 * failed ones.
 *
 * @param options.startMinute - samples before it are missing
 * @param options.failedFrom - minute from which the counter of failed requests
 * exists; from the start by default
 * @param options.stepSeconds - between two samples, 60 by default
 */
export function trafficSeries(options: {
  job: string;
  stretches: TrafficStretch[];
  startMinute?: number;
  failedFrom?: number;
  stepSeconds?: number;
}): TrafficSeries {
  const { job, stretches, startMinute = 0, failedFrom = 0 } = options;
  const perMinute = 60 / (options.stepSeconds ?? 60);
  const good: string[] = Array.from(
    { length: startMinute * perMinute },
    () => '_',
  );
  const failed = [...good];
  let sum = { good: 0, failed: 0 };
  const push = () => {
    const minute = good.length / perMinute;
    good.push(String(sum.good));
    failed.push(minute < failedFrom ? '_' : String(sum.failed));
  };
  push();
  for (const stretch of stretches) {
    for (let step = 0; step < stretch.minutes * perMinute; step += 1) {
      sum = {
        good:
          sum.good + (stretch.perMinute - stretch.failedPerMinute) / perMinute,
        failed: sum.failed + stretch.failedPerMinute / perMinute,
      };
      push();
    }
  }
  const name = (code: string) =>
    `http_requests_total{job="${job}",code="${code}"}`;
  return {
    series: [
      { series: name('200'), values: good.join(' ') },
      { series: name('500'), values: failed.join(' ') },
    ],
    truth: sum.failed / (sum.good + sum.failed),
  };
}
