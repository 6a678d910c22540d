import type { DeploymentCost } from '../api/responses';
import type { DailyAmount, DailyVolume } from '../calendar/DailySeries';
import { dayNumber } from '../calendar/utcDays';
import { formatAmount } from '../money/formatAmount';
import { nanosOf } from '../money/unitsOf';
import { pairDays } from '../unitCost/pairDays';
import type { CostedDeployment } from './CostedDeployment';
import { type FoundSteps, findSteps } from './findSteps';
import { type LiveSpan, liveSpans } from './liveSpans';
import { measureStep, type StepMeasure } from './measureStep';
import { type OrdinaryChange, ordinaryChange } from './ordinaryChange';
import type { CostStep } from './CostStep';
import { UnitCostSeries } from './UnitCostSeries';
import { whyUnknown } from './whyUnknown';

const DAYS_OF_MONTH = 365 / 12;

/** @public */
export interface DeploymentCostsOptions {
  unit: string;
  per: number;
  /** Those that were live in the environment that is paid for. */
  deployments: readonly CostedDeployment[];
  costs: readonly DailyAmount[];
  volumes: readonly DailyVolume[];
  /** Last day of which the bill is complete. */
  completeTo: string;
  /** Days after its end at which a day's bill is complete; 2 by default. */
  billDelayDays?: number;
}

/**
 * What each deployment did to the cost of a request: unit costs of up to 14
 * complete days after it against the same weekdays before it, as a mean of
 * ratios with a 95 % interval, at the traffic after it. A change is blamed on
 * the deployment that explains it best and on no other; traffic is blamed for
 * nothing where part of the cost is fixed.
 *
 * @returns largest change first, then what is not known, newest first
 * @public
 */
export function deploymentCosts(
  options: DeploymentCostsOptions,
): DeploymentCost[] {
  const pairs = pairDays(options);
  const volumeOf = new Map(
    pairs.map(({ day, volume }) => [dayNumber(day), volume]),
  );
  const series = new UnitCostSeries(pairs);
  const spans = liveSpans(options.deployments);
  const instants = spans.filter(isLastOfDay).map(({ at }) => at);
  const ordinary = ordinaryChange(series);
  const found = findSteps({ series, ordinary, instants });
  return spans
    .map(span =>
      costOf({ ...options, span, spans, series, ordinary, found, volumeOf }),
    )
    .sort(
      (a, b) => rankOf(b) - rankOf(a) || (a.finishedAt > b.finishedAt ? -1 : 1),
    );
}

function costOf(
  options: DeploymentCostsOptions & {
    span: LiveSpan;
    spans: readonly LiveSpan[];
    series: UnitCostSeries;
    ordinary: OrdinaryChange;
    found: FoundSteps;
    volumeOf: ReadonlyMap<number, number>;
  },
): DeploymentCost {
  const { unit, per, span, spans, series, ordinary, found, volumeOf } = options;
  const { steps, tried, doubts } = found;
  const { completeTo, billDelayDays = 2 } = options;
  const { deployment, deployed, liveSeconds } = span;
  const { id, version, finishedAt } = deployment;
  const step = steps.find(({ day }) => day === deployed);
  const others = found.besides(deployed);
  const measure = measureStep({
    series,
    day: deployed,
    others,
    ordinary,
    tried,
  });
  const { after, pairs, weighed } = measure;
  const common = {
    deploymentId: id,
    ...(version !== undefined && { version }),
    finishedAt,
    unit,
    per,
    pairs: pairs.length,
    ...(liveSeconds !== undefined && { liveSeconds }),
  };
  if (!isLastOfDay(span)) {
    return { ...common, state: 'too-short' };
  }
  if (!weighed) {
    const daysAfter = after.length;
    return {
      ...common,
      ...whyUnknown({ deployed, daysAfter, completeTo, billDelayDays }),
    };
  }
  const alternatives = spans
    .filter(
      other =>
        other !== span &&
        step &&
        (other.deployed === deployed ||
          step.alternatives.includes(other.deployed)),
    )
    .map(other => other.deployment.id);
  return {
    ...common,
    state: step ? 'changed' : 'cannot-tell',
    ...(!step && doubts.has(deployed) && { reason: doubts.get(deployed) }),
    tried,
    ...figuresOf({ ...options, measure, others, volumeOf }),
    ...(alternatives.length > 0 && { alternatives }),
  };
}

function figuresOf(options: {
  measure: StepMeasure;
  series: UnitCostSeries;
  others: readonly CostStep[];
  span: LiveSpan;
  per: number;
  volumeOf: ReadonlyMap<number, number>;
}): Pick<DeploymentCost, 'before' | 'after' | 'change' | 'perMonth'> {
  const { measure, series, others, span, per, volumeOf } = options;
  const { pairs, weighed } = measure;
  if (!weighed) {
    return {};
  }
  const later = others.filter(({ day }) => day > span.deployed);
  const level =
    pairs.reduce((sum, pair) => sum + series.plain(pair.after, later), 0) /
    pairs.length;
  const perDay =
    measure.after.reduce((sum, day) => sum + (volumeOf.get(day) ?? 0), 0) /
    measure.after.length;
  const after = Math.exp(level) * per;
  const before = Math.exp(level - weighed.mean) * per;
  return {
    before: formatAmount(nanosOf(before)),
    after: formatAmount(nanosOf(after)),
    change: {
      ratio: Math.expm1(weighed.mean),
      low: Math.expm1(weighed.low),
      high: Math.expm1(weighed.high),
    },
    perMonth: formatAmount(
      nanosOf(((after - before) / per) * perDay * DAYS_OF_MONTH),
    ),
  };
}

/** Of several on one day, days can only tell what they did together. */
function isLastOfDay({ deployed, replaced }: LiveSpan): boolean {
  return replaced !== deployed;
}

/** Known changes by size, above all that is not known. */
function rankOf({ state, change }: DeploymentCost): number {
  if (change === undefined) {
    return -1;
  }
  return Math.abs(change.ratio) + (state === 'changed' ? 1_000 : 0);
}
