import type { CostCategory } from '../bill/CostCategory';
import type { NanoUnits } from '../money/nanoUnits';
import type { IdleResource } from '../use/IdleResource';
import type { SavingFigures } from './SavingFigures';

/** Days without any use below which a thing is not called idle. */
const FEWEST_DAYS = 14;

/** Days from which on it has missed a month's end as well. */
const SURE_DAYS = 35;

const CATEGORIES: Record<IdleResource['kind'], CostCategory> = {
  volume: 'storage',
  bucket: 'storage',
  'load-balancer': 'network',
  address: 'network',
};

/**
 * What removing an unused thing saves: all that it costs.
 *
 * @returns nothing while it has been idle for less than 14 days
 * @public
 */
export function idleSaving(options: {
  resource: IdleResource;
  monthlyCost: NanoUnits;
}): (SavingFigures & { category: CostCategory }) | undefined {
  const { resource, monthlyCost } = options;
  const { kind, idleDays, evidence } = resource;
  return idleDays < FEWEST_DAYS || monthlyCost <= 0n
    ? undefined
    : {
        theoretical: monthlyCost,
        category: CATEGORIES[kind],
        // What a volume or a bucket holds is gone for good.
        risk:
          idleDays >= SURE_DAYS && CATEGORIES[kind] === 'network'
            ? 'low'
            : 'medium',
        evidence: [
          { name: 'idle-days', value: String(idleDays) },
          { name: 'use', value: evidence },
        ],
      };
}
