import {
  BUCKET_SECONDS,
  BURN_WINDOWS,
  burningPair,
  burnPairs,
  burnRate,
  burnWindowRange,
  errorBudget,
  sliOf,
  sumBuckets,
  type Bucket,
  type BurnWindow,
  type LedgerSum,
} from '@plimsoll/plugin-slo-common';
import type { RuleTest } from '@plimsoll/prometheus-client/testUtils';

/** One objective, and what its ledger holds from second 0 on. */
export interface RuleCase {
  /** Value of the label `slo`. */
  slo: string;
  target: number;
  buckets: Bucket[];
}

/*
 * A bucket that starts at t becomes a sample at t, and rules are evaluated in
 * the middle between two samples, so that engines agree on which samples a
 * range holds whether it is closed on the left (Prometheus 2) or open (3).
 */
const HALF = BUCKET_SECONDS / 2;
const WINDOW = '4d';
const WINDOW_SECONDS = 4 * 86_400;

/** The fleet-wide rules: sums of two base series, never means of ratios. */
const RULES = [
  ...[...BURN_WINDOWS, WINDOW].flatMap(range => [
    {
      record: `slo:burn_rate:${range}`,
      expr:
        `(sum_over_time(slo:sli_bad:rate5m[${range}]) / ` +
        `(sum_over_time(slo:sli_total:rate5m[${range}]) > 0)) ` +
        `/ on(slo) (1 - slo:objective:ratio)`,
    },
    {
      record: `slo:bad_events:${range}`,
      expr: `sum_over_time(slo:sli_bad:rate5m[${range}]) * ${BUCKET_SECONDS}`,
    },
  ]),
  {
    record: 'slo:error_budget:remaining',
    expr: `1 - slo:burn_rate:${WINDOW}`,
  },
  {
    record: 'slo:sli',
    expr: `1 - slo:burn_rate:${WINDOW} * on(slo) (1 - slo:objective:ratio)`,
  },
];

/** A series of rates in promtool's notation; `_` is a sample that is missing. */
function ratesOf(
  buckets: readonly Bucket[],
  newest: number,
  field: 'bad' | 'total',
): string {
  const rates = new Map(
    buckets
      .filter(({ coveredSeconds }) => coveredSeconds > 0)
      .map(bucket => [bucket.start, bucket[field] / BUCKET_SECONDS]),
  );
  const values: string[] = [];
  for (let start = 0; start <= newest; start += BUCKET_SECONDS) {
    values.push(String(rates.get(start) ?? '_'));
  }
  return values.join(' ');
}

/** The figures that both sides know, as ours come out. */
function figuresOf({ target, buckets }: RuleCase, at: number) {
  const sums = Object.fromEntries(
    BURN_WINDOWS.map(window => [
      window,
      sumBuckets({ buckets, ...burnWindowRange({ window, at }) }),
    ]),
  ) as Record<BurnWindow, LedgerSum>;
  const window = sumBuckets({ buckets, from: at - WINDOW_SECONDS, to: at });
  const budget = errorBudget({ target, ...window });
  const pairs = burnPairs({ windowSeconds: 30 * 86_400, target });
  return {
    pairs,
    burning: burningPair({ pairs, target, unit: 'events', sums }),
    values: {
      ...Object.fromEntries(
        BURN_WINDOWS.map(name => [
          `slo:burn_rate:${name}`,
          burnRate({ target, ...sums[name] }),
        ]),
      ),
      [`slo:burn_rate:${WINDOW}`]: budget.consumed,
      'slo:error_budget:remaining': budget.remaining,
      'slo:sli': sliOf(window),
    } as Record<string, number | undefined>,
  };
}

/** An expression that is 1 where the series has this value, or is absent. */
function comparison(selector: string, value: number | undefined): string {
  const tolerance = Math.max(1, Math.abs(value ?? 0)) * 1e-9;
  return value === undefined
    ? `absent(sum(${selector}))`
    : `sum(abs(${selector} - (${value})) < bool ${tolerance})`;
}

/** Turns ledgers into series, and our figures into expectations on the rules. */
export function ruleTestOf(cases: readonly RuleCase[]): RuleTest {
  const starts = cases.flatMap(({ buckets }) => buckets.map(b => b.start));
  const newest = Math.max(0, ...starts);
  const at = newest + BUCKET_SECONDS;
  const expectations = cases.flatMap(one => {
    const is = `{slo="${one.slo}"}`;
    const { values, pairs, burning } = figuresOf(one, at);
    const alerts = pairs.map(
      ({ long, short, factor }) =>
        `(slo:burn_rate:${long}${is} > ${factor} ` +
        `and on(slo) slo:burn_rate:${short}${is} > ${factor} ` +
        `and on(slo) slo:bad_events:${long}${is} > ${10 - 1e-6})`,
    );
    const firing = ['(vector(0) > 1)', ...alerts].join(' or ');
    return [
      ...Object.entries(values).map(([series, value]) => ({
        expr: comparison(`${series}${is}`, value),
        value: 1,
      })),
      { expr: `count(${firing}) or vector(0)`, value: burning ? 1 : 0 },
    ];
  });
  return {
    // Once at the start and once at the end; every step between costs time.
    evaluationInterval: `${newest + HALF}s`,
    groups: [{ name: 'fleet', interval: `${newest + HALF}s`, rules: RULES }],
    tests: [
      {
        interval: `${BUCKET_SECONDS}s`,
        input_series: cases.flatMap(({ slo, target, buckets }) => [
          {
            series: `slo:sli_bad:rate5m{slo="${slo}"}`,
            values: ratesOf(buckets, newest, 'bad'),
          },
          {
            series: `slo:sli_total:rate5m{slo="${slo}"}`,
            values: ratesOf(buckets, newest, 'total'),
          },
          {
            series: `slo:objective:ratio{slo="${slo}"}`,
            values: `${target}+0x${newest / BUCKET_SECONDS}`,
          },
        ]),
        promql_expr_test: expectations.map(({ expr, value }) => ({
          eval_time: `${newest + HALF}s`,
          expr,
          exp_samples: [{ labels: '{}', value }],
        })),
      },
    ],
  };
}
