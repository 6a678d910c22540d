import {
  type Bucket,
  composeStatus,
  type EvaluatedStatus,
  type LedgerRange,
  type LedgerSum,
  type ObjectiveDefinition,
  requiredRanges,
  sumRanges,
} from '@plimsoll/plugin-slo-common';
import { DemoMetricsSource } from '../source/DemoMetricsSource';

const { max, min } = Math;

const STEP = 300;
const RETENTION = 60 * 86_400;

/** Sums of all buckets before each place, so that any range is one difference. */
interface Sums {
  bad: Float64Array;
  total: Float64Array;
  covered: Float64Array;
}

/** Buckets of some objectives, and what a portal would make of them. */
export class DemoHistory {
  readonly #from: number;
  readonly #to: number;
  readonly #sums: ReadonlyMap<ObjectiveDefinition, Sums>;

  /** Reads a stretch of any length, a retention at a time. */
  static async read(options: {
    objectives: ObjectiveDefinition[];
    /** Unix seconds, multiples of 300. */
    from: number;
    to: number;
  }): Promise<DemoHistory> {
    const { objectives, from, to } = options;
    const sums = new Map<ObjectiveDefinition, Sums>();
    for (const objective of objectives) {
      const buckets: Bucket[] = [];
      for (let start = from; start < to; start += RETENTION) {
        const end = min(start + RETENTION, to);
        const source = DemoMetricsSource.create({ now: () => end });
        const { readings } = await source.readBuckets({
          objectives: [objective],
          from: start,
          to: end,
          step: STEP,
        });
        readings[0].buckets.forEach(bucket => buckets.push(bucket));
      }
      sums.set(objective, sumsOf(buckets, from, to));
    }
    return new DemoHistory({ from, to, sums });
  }

  private constructor(options: {
    from: number;
    to: number;
    sums: ReadonlyMap<ObjectiveDefinition, Sums>;
  }) {
    this.#from = options.from;
    this.#to = options.to;
    this.#sums = options.sums;
  }

  /**
   * What a portal that was set up at `now` (Unix seconds, a multiple of 300)
   * shows: sixty days, judged by the portal's own arithmetic.
   */
  statusAt(objective: ObjectiveDefinition, now: number): EvaluatedStatus {
    const oldest = now - RETENTION;
    const { covered } = this.#sums.get(objective)!;
    let first = this.#place(oldest);
    let last = this.#place(now);
    const measured = covered[last] > covered[first];
    while (measured && covered[first + 1] === covered[first]) {
      first += 1;
    }
    while (measured && covered[last - 1] === covered[last]) {
      last -= 1;
    }
    const ranges = requiredRanges({ definition: objective, at: now });
    return composeStatus({
      definition: objective,
      at: now,
      sums: sumRanges(ranges, ({ from, to }) =>
        this.sum(objective, { from: max(from, oldest), to }),
      ),
      source: { kind: 'up' },
      measuredFrom: measured ? this.#from + first * STEP : undefined,
      measuredUpTo: measured ? this.#from + last * STEP : undefined,
    });
  }

  /** What happened in a stretch; what was not read counts as nothing. */
  sum(objective: ObjectiveDefinition, range: LedgerRange): LedgerSum {
    const { bad, total, covered } = this.#sums.get(objective)!;
    const from = this.#place(range.from);
    const to = max(from, this.#place(range.to));
    return {
      ...range,
      bad: bad[to] - bad[from],
      total: total[to] - total[from],
      coveredSeconds: covered[to] - covered[from],
    };
  }

  /** Index of an instant in the sums. */
  #place(instant: number): number {
    return (min(max(instant, this.#from), this.#to) - this.#from) / STEP;
  }
}

function sumsOf(buckets: Bucket[], from: number, to: number): Sums {
  const places = (to - from) / STEP + 1;
  const bad = new Float64Array(places);
  const total = new Float64Array(places);
  const covered = new Float64Array(places);
  for (const bucket of buckets) {
    const place = (bucket.start - from) / STEP + 1;
    bad[place] = bucket.bad;
    total[place] = bucket.total;
    covered[place] = bucket.coveredSeconds;
  }
  for (let place = 1; place < places; place += 1) {
    bad[place] += bad[place - 1];
    total[place] += total[place - 1];
    covered[place] += covered[place - 1];
  }
  return { bad, total, covered };
}
