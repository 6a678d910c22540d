import type { PoolKey, SharedPool } from './AllocationRule';
import type { DirectCosts } from './DirectCosts';
import type { Volumes } from './Volumes';

/** Who shares a pool on a day, and by what. */
export interface PoolShares {
  /** What it was shared by in the end: `even` where its key knows nothing. */
  key: PoolKey;
  /** First day of the month whose proportions stand, for want of the day's. */
  of?: string;
  /** What it should have been shared by, of which nothing is known. */
  insteadOf?: PoolKey;
  refs: readonly string[];
  weights: readonly number[] | readonly bigint[];
}

/** How configured pools are shared. */
export class Pools {
  readonly #pools = new Map<string, SharedPool & { refs: readonly string[] }>();
  readonly #volumes: Volumes;
  readonly #costs: DirectCosts;

  constructor(options: {
    pools: readonly SharedPool[];
    services: readonly string[];
    volumes: Volumes;
    costs: DirectCosts;
  }) {
    this.#volumes = options.volumes;
    this.#costs = options.costs;
    const everybody = distinct(options.services);
    for (const pool of options.pools) {
      const { members } = pool;
      const except = new Set(pool.except);
      const refs = (members ? distinct(members) : everybody).filter(
        ref => !except.has(ref),
      );
      this.#pools.set(pool.name, { ...pool, refs });
    }
  }

  /** Nothing where nobody shares the pool. */
  of(options: {
    pool: string;
    currency: string;
    day: string;
  }): PoolShares | undefined {
    const pool = this.#pools.get(options.pool);
    if (!pool?.refs.length) {
      return undefined;
    }
    const { key, refs } = pool;
    const shares = this.#weights({ ...options, pool });
    return shares
      ? { key, refs, ...shares }
      : {
          key: 'even',
          ...(key !== 'even' && { insteadOf: key }),
          refs,
          weights: refs.map(() => 1),
        };
  }

  #weights(options: {
    pool: SharedPool & { refs: readonly string[] };
    currency: string;
    day: string;
  }): Pick<PoolShares, 'weights' | 'of'> | undefined {
    const { pool, currency, day } = options;
    const { key, refs, weights = {} } = pool;
    switch (key) {
      case 'cost':
        return withWeights(this.#costs.of({ refs, currency, day }));
      case 'requests':
        return this.#volumes.of(refs, day);
      case 'weight': {
        const known = refs.map(ref => Math.max(0, weights[ref] ?? 0));
        return withWeights(
          known.some(weight => weight > 0) ? known : undefined,
        );
      }
      default:
        return undefined;
    }
  }
}

function withWeights(
  weights: PoolShares['weights'] | undefined,
): Pick<PoolShares, 'weights'> | undefined {
  return weights && { weights };
}

function distinct(refs: readonly string[]): string[] {
  return [...new Set(refs)].sort();
}
