import { metricsServers } from '../../prometheus/__fixtures__/metricsServers';
import type { MetricsServer } from '../../prometheus/__fixtures__/MetricsServer';
import {
  counter,
  gauge,
  randomFrom,
  type SampledSeries,
} from '../../prometheus/__fixtures__/SampledSeries';
import { WORLD_FROM, WORLD_TO } from '../../prometheus/__fixtures__/world';
import { grafanaRules } from './grafanaRules';
import { pyrraGaugeRules, pyrraRules } from './pyrraRules';
import { ruleFile } from './ruleFile';
import { slothRules } from './slothRules';

const DAY = 86_400;
const HALF = (WORLD_FROM + WORLD_TO) / 2;
const SCRAPE_SECONDS = 15;

/** Services whose traffic other tools watch, by name. */
export const WATCHED = ['steady', 'uneven', 'silent', 'outage'] as const;

/** Requests between two scrapes, and the share of them that fails. */
const TRAFFIC: Record<
  (typeof WATCHED)[number],
  (time: number) => { requests: number; failing: number }
> = {
  steady: () => ({ requests: 200, failing: 0.01 }),
  // as slo.md measured it: a quiet half in which every second request fails
  uneven: time =>
    time < HALF
      ? { requests: 150, failing: 0 }
      : { requests: 1.5, failing: 0.5 },
  silent: time =>
    time < HALF ? { requests: 0, failing: 0 } : { requests: 15, failing: 0.02 },
  outage: time => ({
    requests: 50,
    failing:
      time >= WORLD_FROM + 9_000 && time < WORLD_FROM + 10_020 ? 0.5 : 0.002,
  }),
};

/** Six hours of requests to each of the services. */
export function watchedSeries(): SampledSeries[] {
  return [
    ...WATCHED.flatMap((service, index) => {
      const random = randomFrom(index + 11);
      return ['200', '500'].map(code =>
        counter({
          metric: 'http_requests_total',
          labels: { service, code },
          from: WORLD_FROM,
          to: WORLD_TO,
          scrapeSeconds: SCRAPE_SECONDS,
          phaseSeconds: 2 + index,
          eventsAt: time => {
            const { requests, failing } = TRAFFIC[service](time);
            const share = code === '500' ? failing : 1 - failing;
            return requests === 0 ? 0 : Math.floor(requests * share + random());
          },
        }),
      );
    }),
    gauge({
      metric: 'probe_success',
      labels: { service: 'steady' },
      from: WORLD_FROM,
      to: WORLD_TO,
      scrapeSeconds: 60,
      valueAt: () => 1,
    }),
  ];
}

/** A real Prometheus with these series and what the rules of all tools record. */
export async function startRuleWorld(): Promise<MetricsServer> {
  const [{ record, start }] = metricsServers().servers;
  const series = watchedSeries();
  if (!record) {
    return start(series);
  }
  const sloth = WATCHED.map(service =>
    slothRules({
      service,
      slo: 'availability',
      objective: 99,
      days: 30,
      labels: { team: 'shop' },
    }),
  );
  const gauges = pyrraGaugeRules({
    name: 'steady-probe',
    target: 0.99,
    windowSeconds: 28 * DAY,
    labels: { service: 'steady' },
    metric: 'probe_success',
  });
  return record(series, {
    from: WORLD_FROM,
    to: WORLD_TO,
    ruleFiles: [
      ruleFile([
        ...sloth.flatMap(({ base }) => base),
        ...gauges.base,
        ...WATCHED.flatMap(service =>
          pyrraRules({
            name: `${service}-requests`,
            target: 0.995,
            windowSeconds: 28 * DAY,
            labels: { service },
            service,
          }),
        ),
        ...WATCHED.flatMap(service =>
          grafanaRules({
            uuid: `uuid0of0${service}`,
            name: `${service} errors`,
            service,
            objective: 0.99,
            windowSeconds: 28 * DAY,
            type: service === 'outage' ? 'freeform' : 'ratio',
          }),
        ),
      ]),
      ruleFile([...sloth.flatMap(({ derived }) => derived), ...gauges.derived]),
    ],
  });
}
