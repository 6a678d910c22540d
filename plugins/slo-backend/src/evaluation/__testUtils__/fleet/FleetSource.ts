import type { ObjectiveDefinition } from '@plimsoll/plugin-slo-common';
import type {
  MetricsSource,
  ReadBucketsRequest,
  ReadBucketsResult,
} from '@plimsoll/plugin-slo-node';
import { FakeMetricsSource } from '../../../sources/__fixtures__/FakeMetricsSource';

/** Objectives of the fleet have one of so many pasts. */
export const PASTS = 20;
/** Series that a source answers in one query. */
const PER_QUERY = 200;

/** Which past the objective with this ref has. */
export function pastOf(ref: string): number {
  return Number(ref.split('-').pop()) % PASTS;
}

/** Whole events a bucket, as uneven as traffic is; a few percent of them bad. */
function noisySeries(at: number, { ref }: ObjectiveDefinition) {
  const seed = pastOf(ref);
  const noise = ((at / 300 + 1) * 2_654_435_761 * (seed + 1)) % 4_093;
  const total = (seed % 7) * 1_000 + noise;
  const bad = noise % 11 === 0 ? noise % 37 : 0;
  return { bad: bad / 300, total: total / 300 };
}

/** A source that groups: it takes its time for each query, not for each series. */
export class FleetSource implements MetricsSource {
  readonly #source = FakeMetricsSource.create({ series: noisySeries });
  readonly #latencyMs: number;

  /** @param options.latencyMs - of four queries at a time */
  static create(options: { latencyMs: number }): FleetSource {
    return new FleetSource(options);
  }

  private constructor(options: { latencyMs: number }) {
    this.#latencyMs = options.latencyMs;
  }

  validate() {
    return [];
  }

  async readBuckets(request: ReadBucketsRequest): Promise<ReadBucketsResult> {
    const queries = Math.ceil(request.objectives.length / PER_QUERY);
    const durationMs = Math.ceil(queries / 4) * this.#latencyMs;
    await new Promise(resolve => {
      setTimeout(resolve, durationMs);
    });
    const { readings } = await this.#source.readBuckets(request);
    this.#source.requests.length = 0;
    return { readings, durationMs, queries };
  }
}
