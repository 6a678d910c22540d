import {
  type Bucket,
  BUCKET_SECONDS,
  simulateTargets,
} from '@plimsoll/plugin-slo-common';
import { rulesOf, sloDocument } from '@plimsoll/plugin-slo-common/testUtils';
import {
  evaluateRules,
  findPromtool,
} from '@plimsoll/prometheus-client/testUtils';

const promtool = findPromtool() ?? '';
const describeOnPromtool = promtool ? describe : describe.skip;

const TARGET = 0.999;
const HOUR_BUCKETS = 12;
const REQUESTS = 3_000;
const LABELS = '{slo="slo:default/checkout",objective="served"}';

/** Failures of 3,000 requests in each five minutes: two days of a shop. */
const FAILED = [
  ...times(30 * HOUR_BUCKETS, 0),
  // an outage, which pages by the pair of an hour
  ...times(8, 300),
  ...times(3 * HOUR_BUCKETS, 0),
  // one that comes and goes
  ...times(4, [60, 0, 90, 0, 0, 80]).flat(),
  ...times(6 * HOUR_BUCKETS, 1),
  // a slow burn: tickets, no page
  ...times(5 * HOUR_BUCKETS, 14),
  ...times(2 * HOUR_BUCKETS, 0),
];

function times<T>(count: number, value: T): T[] {
  return Array.from({ length: count }, () => value);
}

const buckets = FAILED.map(
  (bad, index): Bucket => ({
    start: index * BUCKET_SECONDS,
    seconds: BUCKET_SECONDS,
    bad,
    total: REQUESTS,
    coveredSeconds: BUCKET_SECONDS,
  }),
);
const END = buckets.length * BUCKET_SECONDS;

/** What was recorded at the end of each bucket; nothing at the very start. */
function recorded(name: string, counts: readonly number[]) {
  const rates = counts.map(count => count / BUCKET_SECONDS);
  return { series: `${name}${LABELS}`, values: ['_', ...rates].join(' ') };
}

function simulated() {
  return simulateTargets({
    definition: {
      unit: 'events',
      window: { kind: 'rolling', duration: { value: 30, unit: 'd' } },
    },
    targets: [TARGET],
    buckets,
    from: 0,
    to: END,
  }).targets[0];
}

/** @param on - whether an alert is on at an instant, by our replay */
function compare(on: (severity: 'page' | 'ticket', at: number) => boolean) {
  const instants = buckets.map(({ start }) => start + BUCKET_SECONDS);
  const { groups } = rulesOf([
    sloDocument({ objective: { target: TARGET }, window: '30d' }),
  ]);
  evaluateRules(promtool, {
    groups: [
      {
        name: 'in their order, which promtool does not keep between groups',
        rules: groups
          // the base series are given: they hold what the ledger holds
          .filter(({ name }) => !name.endsWith(' series'))
          .flatMap(({ rules }) => rules),
      },
    ],
    evaluationInterval: `${BUCKET_SECONDS}s`,
    tests: [
      {
        interval: `${BUCKET_SECONDS}s`,
        input_series: [
          recorded('slo:sli_bad:rate5m', FAILED),
          recorded('slo:sli_total:rate5m', times(FAILED.length, REQUESTS)),
          {
            series: `slo:objective:ratio${LABELS}`,
            values: `${TARGET}+0x${FAILED.length}`,
          },
        ],
        promql_expr_test: (['page', 'ticket'] as const).flatMap(severity =>
          instants.map(at => ({
            expr: `count(ALERTS{severity="${severity}",alertstate="firing"}) or vector(0)`,
            eval_time: `${at}s`,
            exp_samples: [{ labels: '{}', value: on(severity, at) ? 1 : 0 }],
          })),
        ),
      },
    ],
  });
}

describeOnPromtool('the simulator against promtool', () => {
  const { episodes, pages, tickets } = simulated();
  const instants = episodes.map(({ severity, from, to }) => ({
    severity,
    from: Date.parse(from) / 1_000,
    to: to === undefined ? Infinity : Date.parse(to) / 1_000,
  }));
  const isOn = (severity: 'page' | 'ticket', at: number) =>
    instants.some(
      one => one.severity === severity && one.from <= at && at < one.to,
    );

  it('pages and gives tickets when the generated alerts do', () => {
    expect([pages.count, tickets.count]).toEqual([2, 2]);
    expect(() => compare(isOn)).not.toThrow();
  });

  it('would notice an alert that begins five minutes late', () => {
    const late = (severity: 'page' | 'ticket', at: number) =>
      instants.some(
        one =>
          one.severity === severity &&
          one.from + BUCKET_SECONDS <= at &&
          at < one.to,
      );
    expect(() => compare(late)).toThrow(/FAILED/);
  });
});
