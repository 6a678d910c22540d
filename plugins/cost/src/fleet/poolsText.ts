import type { CostOverview } from '@plimsoll/plugin-cost-common';
import type { Voice } from '../words';

const POOLS = ['unallocated', 'idle', 'shared', 'residue'] as const;

/** What stands on no service, and why; a pool that holds nothing is not told. */
export function poolsText(
  options: { pools: CostOverview['pools']; currency: string } & Voice,
): string {
  const { pools, currency, formats, t } = options;
  const parts = POOLS.filter(pool => Number(pools[pool]) !== 0).map(pool =>
    t(`fleet.pool.${pool}`, {
      amount: formats.money(pools[pool], { currency }),
    }),
  );
  return parts.length > 0 ? parts.join(', ') : t('fleet.poolsNone');
}
