import {
  counter,
  gauge,
  randomFrom,
  type SampledSeries,
  type ScrapeTimes,
} from './SampledSeries';

/** 2026-01-10T00:00:00Z, in Unix seconds. */
export const WORLD_FROM = 1_768_003_200;
/** Six hours later. */
export const WORLD_TO = WORLD_FROM + 21_600;
/** When the error series of `late` is born: in the fifth hour. */
export const LATE_ERRORS_FROM = WORLD_FROM + 16_000;
/** When nobody scraped the service `gap`. */
export const GAP = [WORLD_FROM + 7_200, WORLD_FROM + 14_400] as const;
/** When half of all requests of `outage` failed. */
export const OUTAGE = [WORLD_FROM + 9_000, WORLD_FROM + 10_020] as const;

/**
 * Six hours of services that are hard to measure, one trouble each. The truth
 * is what `visibleGrowth` finds in their series.
 */
export function world(): SampledSeries[] {
  return [
    ...requests('busy', { pods: 3, scrapeSeconds: 15, perScrape: 400 }),
    ...requests('aligned', {
      pods: 1,
      scrapeSeconds: 60,
      perScrape: 30,
      phase: 0,
    }),
    ...requests('quiet', { pods: 1, scrapeSeconds: 60, perScrape: 0.3 }),
    ...requests('slow', { pods: 1, scrapeSeconds: 300, perScrape: 900 }),
    ...requests('resets', {
      pods: 2,
      scrapeSeconds: 15,
      perScrape: 60,
      resetsAt: [1_234, 5_000, 5_100, 9_000, 9_030, 15_300].map(
        seconds => WORLD_FROM + seconds,
      ),
    }),
    ...requests('crashing', {
      pods: 1,
      scrapeSeconds: 60,
      perScrape: 60,
      resetsAt: Array.from({ length: 100 }, (_, i) => WORLD_FROM + i * 213),
    }),
    ...requests('gap', {
      pods: 1,
      scrapeSeconds: 60,
      perScrape: 40,
      gaps: [GAP],
    }),
    ...requests('outage', {
      pods: 2,
      scrapeSeconds: 15,
      perScrape: 50,
      failing: time => (time >= OUTAGE[0] && time < OUTAGE[1] ? 0.5 : 0.002),
    }),
    ...requests('we"ird\\ (a|b).*', {
      pods: 1,
      scrapeSeconds: 60,
      perScrape: 9,
    }),
    ...comingAndGoing(),
    ...lateErrors(),
    ...latency(),
    ...bucketsOfLatency(),
  ];
}

/** The series of one metric and service, of certain codes only if given. */
export function seriesOf(
  series: readonly SampledSeries[],
  service: string,
  filter: { metric?: string; code?: RegExp } = {},
): SampledSeries[] {
  const { metric = 'http_requests_total', code = /./ } = filter;
  return series.filter(
    one =>
      one.metric === metric &&
      one.labels.service === service &&
      code.test(one.labels.code ?? '-'),
  );
}

interface RequestOptions {
  pods: number;
  scrapeSeconds: number;
  /** Mean of requests between two scrapes of one pod. */
  perScrape: number;
  phase?: number;
  resetsAt?: number[];
  gaps?: ScrapeTimes['gaps'];
  failing?: (time: number) => number;
}

function requests(service: string, options: RequestOptions): SampledSeries[] {
  const { pods, scrapeSeconds, perScrape, failing = () => 0.02 } = options;
  return Array.from({ length: pods }, (_, pod) => {
    const random = randomFrom(service.length * 31 + pod);
    const share = (code: string, time: number) =>
      code === '500' ? failing(time) : 1 - failing(time);
    return ['200', '500'].map(code =>
      counter({
        ...options,
        metric: 'http_requests_total',
        labels: { service, code, pod: `${service}-${pod}` },
        from: WORLD_FROM,
        to: WORLD_TO,
        phaseSeconds: options.phase ?? Math.round(random() * scrapeSeconds),
        eventsAt: time =>
          Math.floor(2 * perScrape * share(code, time) * random() + random()),
      }),
    );
  }).flat();
}

function comingAndGoing(): SampledSeries[] {
  const random = randomFrom(7);
  return Array.from({ length: 12 }, (_, pod) =>
    ['200', '500'].map(code =>
      counter({
        metric: 'http_requests_total',
        labels: { service: 'pods', code, pod: `pods-${pod}` },
        from: WORLD_FROM + pod * 1_711,
        to: Math.min(WORLD_TO, WORLD_FROM + pod * 1_711 + 2_400 + pod * 77),
        scrapeSeconds: 30,
        phaseSeconds: pod,
        eventsAt: () => Math.floor(random() * (code === '200' ? 90 : 3)),
      }),
    ),
  ).flat();
}

function lateErrors(): SampledSeries[] {
  const common = {
    metric: 'http_requests_total',
    to: WORLD_TO,
    scrapeSeconds: 15,
    phaseSeconds: 4,
  };
  return [
    counter({
      ...common,
      labels: { service: 'late', code: '200' },
      from: WORLD_FROM,
      eventsAt: () => 20,
    }),
    counter({
      ...common,
      labels: { service: 'late', code: '500' },
      from: LATE_ERRORS_FROM,
      eventsAt: time => (time < LATE_ERRORS_FROM + 600 ? 10 : 0),
    }),
  ];
}

function latency(): SampledSeries[] {
  const common = { from: WORLD_FROM, to: WORLD_TO, scrapeSeconds: 60 };
  return [
    gauge({
      ...common,
      metric: 'latency_p95_seconds',
      labels: { service: 'busy' },
      valueAt: time => {
        const minute = (time - WORLD_FROM) / 60;
        if (minute >= 100 && minute < 103) {
          return NaN;
        }
        return minute === 110 ? Infinity : 0.3 + (minute % 10) / 50;
      },
    }),
    gauge({
      ...common,
      metric: 'success_ratio',
      labels: { service: 'busy' },
      valueAt: time => 1 - (((time - WORLD_FROM) / 60) % 4) / 100,
    }),
    gauge({
      ...common,
      metric: 'jobs_per_minute',
      labels: { service: 'busy', result: 'all' },
      valueAt: () => 10,
    }),
    gauge({
      ...common,
      metric: 'jobs_per_minute',
      labels: { service: 'busy', result: 'failed' },
      valueAt: time => ((time - WORLD_FROM) / 60) % 3,
    }),
  ];
}

/** A histogram as Prometheus 2 exposes it and as Prometheus 3 stores it. */
function bucketsOfLatency(): SampledSeries[] {
  return [
    { service: 'prometheus-2', bound: '1' },
    { service: 'prometheus-3', bound: '1.0' },
  ].flatMap(({ service, bound }) =>
    [bound, '0.3', '+Inf'].map((le, index) =>
      counter({
        metric: 'http_duration_seconds_bucket',
        labels: { service, le },
        from: WORLD_FROM,
        to: WORLD_TO,
        scrapeSeconds: 60,
        phaseSeconds: 5,
        eventsAt: () => [8, 5, 10][index],
      }),
    ),
  );
}
