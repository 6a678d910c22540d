import type { DeploymentCost } from '../api/responses';
import type { DailyAmount, DailyVolume } from '../calendar/DailySeries';
import { dayNumber } from '../calendar/utcDays';
import { formatAmount } from '../money/formatAmount';
import { nanosOf } from '../money/unitsOf';
import { pairDays } from '../unitCost/pairDays';
import type { CostedDeployment } from './CostedDeployment';
import { type LiveSpan, liveSpans } from './liveSpans';
import { LogUnitCosts } from './LogUnitCosts';
import { matchWeekdays, type WeekdayPair } from './matchWeekdays';
import { weighChange } from './weighChange';
import { FEWEST_PAIRS, whyUnknown } from './whyUnknown';

/** Days after a deployment that are looked at. */
const DAYS_AFTER = 14;

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
 * What each deployment did to the cost of a request: unit costs of complete
 * days on which nothing else went live, against the same weekdays before it,
 * as a mean of ratios with a 95 % interval, at the traffic after it. What an
 * earlier deployment changed is not held against a later one, nor is traffic
 * where part of the cost is fixed.
 *
 * @returns largest change first, then what is not known, newest first
 * @public
 */
export function deploymentCosts(
  options: DeploymentCostsOptions,
): DeploymentCost[] {
  const pairs = pairDays(options);
  const volumes = new Map(
    pairs.map(({ day, volume }) => [dayNumber(day), volume]),
  );
  const unitCosts = new LogUnitCosts(pairs);
  return liveSpans(options.deployments)
    .map(span => costOf({ ...options, span, unitCosts, volumeOf: volumes }))
    .sort(
      (a, b) => rankOf(b) - rankOf(a) || (a.finishedAt > b.finishedAt ? -1 : 1),
    );
}

function costOf(
  options: DeploymentCostsOptions & {
    span: LiveSpan;
    unitCosts: LogUnitCosts;
    volumeOf: ReadonlyMap<number, number>;
  },
): DeploymentCost {
  const { unit, per, span, unitCosts, volumeOf } = options;
  const { completeTo, billDelayDays = 2 } = options;
  const { deployment, deployed, replaced = Infinity, liveSeconds } = span;
  const { id, version, finishedAt } = deployment;
  const isKnown = (day: number) => unitCosts.has(day);
  const end = Math.min(replaced, deployed + 1 + DAYS_AFTER);
  const after = Array.from(
    { length: Math.max(0, end - deployed - 1) },
    (_, n) => deployed + 1 + n,
  ).filter(isKnown);
  const pairs = matchWeekdays({ after, deployed, isKnown });
  const common = {
    deploymentId: id,
    ...(version !== undefined && { version }),
    finishedAt,
    unit,
    per,
    pairs: pairs.length,
    ...(liveSeconds !== undefined && { liveSeconds }),
  };
  if (pairs.length < FEWEST_PAIRS) {
    const daysAfter = after.length;
    return {
      ...common,
      ...whyUnknown({ span, daysAfter, completeTo, billDelayDays }),
    };
  }
  const perDay =
    after.reduce((sum, day) => sum + (volumeOf.get(day) ?? 0), 0) /
    after.length;
  return { ...common, ...weigh({ pairs, deployed, unitCosts, per, perDay }) };
}

function weigh(options: {
  pairs: readonly WeekdayPair[];
  deployed: number;
  unitCosts: LogUnitCosts;
  per: number;
  /** Volume of a day after it. */
  perDay: number;
}): Pick<DeploymentCost, 'state' | 'before' | 'after' | 'change' | 'perMonth'> {
  const { pairs, deployed, unitCosts, per, perDay } = options;
  const { mean, low, high } = weighChange({
    changes: pairs.map(
      pair => unitCosts.at(pair.after) - unitCosts.at(pair.before),
    ),
    ordinary: unitCosts.ordinaryChange(deployed),
  });
  const isChanged = low > 0 || high < 0;
  const level =
    pairs.reduce((sum, pair) => sum + unitCosts.plain(pair.after), 0) /
    pairs.length;
  const after = Math.exp(level) * per;
  const before = Math.exp(level - mean) * per;
  if (isChanged) {
    unitCosts.level({ day: deployed, change: mean });
  }
  return {
    state: isChanged ? 'changed' : 'cannot-tell',
    before: formatAmount(nanosOf(before)),
    after: formatAmount(nanosOf(after)),
    change: {
      ratio: Math.expm1(mean),
      low: Math.expm1(low),
      high: Math.expm1(high),
    },
    perMonth: formatAmount(
      nanosOf(((after - before) / per) * perDay * DAYS_OF_MONTH),
    ),
  };
}

/** Known changes by size, above all that is not known. */
function rankOf({ state, change }: DeploymentCost): number {
  if (change === undefined) {
    return -1;
  }
  return Math.abs(change.ratio) + (state === 'changed' ? 1_000 : 0);
}
