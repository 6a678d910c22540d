import type { CostAnomaly } from '../api/responses';
import type { DailyAmount, DailyVolume } from '../calendar/DailySeries';
import { DaySums } from '../calendar/DaySums';
import { dayNumber, dayOfNumber } from '../calendar/utcDays';
import type { CostedDeployment } from '../deployments/CostedDeployment';
import { WeekdayModel } from '../forecast/WeekdayModel';
import { nanosOf } from '../money/unitsOf';
import { excessOf } from './excessOf';
import type { CostSpan } from './findSpans';

type Cause = CostAnomaly['causes'][number];

/** Causes that explain less are not named. */
const FEWEST_EXPLAINED = 0.2;

/** How many are named. */
const NAMED = 3;

/** By days between a deployment and the first dear day. */
const NEARNESS: Readonly<Record<number, number>> = { 0: 0.9, 1: 0.9, 2: 0.4 };

/** A part of the cost that may have grown, with its days. @public */
export interface CostPart {
  kind: 'product' | 'sku' | 'resource';
  name: string;
  days: readonly DailyAmount[];
}

/** What may be to blame. */
export interface Suspects {
  parts?: readonly CostPart[];
  deployments?: readonly CostedDeployment[];
  volumes?: readonly DailyVolume[];
}

/**
 * Which shares of an excess are explained by what. A part of the cost: its own
 * excess over its weekdays. Traffic: as far as it rose along with the cost. A
 * deployment: what traffic leaves, all of it if cost rose on the very day or
 * the day after, less a day later. These overlap: a new SKU may be what a
 * deployment brought.
 */
export function scoreCauses(options: Suspects & { span: CostSpan }): Cause[] {
  const { span, parts = [], deployments = [], volumes = [] } = options;
  const excess = span.actual - span.expected;
  const traffic = trafficShare(volumes, span);
  const causes: Cause[] = [
    ...parts.map(({ kind, name, days }) => ({
      kind,
      name,
      explains: share(excessOf(days, span) / excess),
    })),
    { kind: 'traffic' as const, name: 'traffic', explains: traffic },
    ...deployments.flatMap(({ id, version, finishedAt }) => {
      const days = span.first - dayNumber(finishedAt.slice(0, 10));
      const near = NEARNESS[days] ?? 0;
      return near === 0
        ? []
        : [
            {
              kind: 'deployment' as const,
              name: version ?? id,
              deploymentId: id,
              explains: share(near * (1 - traffic)),
            },
          ];
    }),
  ];
  return causes
    .filter(({ explains }) => explains >= FEWEST_EXPLAINED)
    .sort((a, b) => b.explains - a.explains || (a.name < b.name ? -1 : 1))
    .slice(0, NAMED);
}

/** How far traffic grew in proportion, of how far cost did. */
function trafficShare(volumes: readonly DailyVolume[], span: CostSpan): number {
  if (span.expected <= 0) {
    return 0;
  }
  const days = volumes.map(({ day, volume }) => ({
    day,
    amount: nanosOf(volume),
  }));
  const sums = new DaySums({ days, completeTo: dayOfNumber(span.last) });
  const model = new WeekdayModel({ sums, last: span.first - 1 });
  let expected = 0;
  let actual = 0;
  for (let number = span.first; number <= span.last; number++) {
    expected += model.ordinary(number);
    actual += sums.at(number) ?? 0;
  }
  return expected > 0
    ? share((actual / expected - 1) / (span.actual / span.expected - 1))
    : 0;
}

function share(value: number): number {
  return Math.min(1, Math.max(0, value));
}
