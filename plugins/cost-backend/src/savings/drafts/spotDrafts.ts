import {
  guardSaving,
  type SavingDraft,
  spotSaving,
} from '@plimsoll/plugin-cost-common';
import { budgetFor, type DraftContext } from './DraftContext';
import { containerId, type PricedContainer } from './workloads';

/** The least critical tier, as `plimsoll.dev/tier` counts. */
const NOT_CRITICAL = '3';

/**
 * Spot machines for what may be stopped: services of the third tier, and
 * workloads whose label says so. A service without a tier stays where it is.
 */
export function spotDrafts(options: {
  containers: readonly PricedContainer[];
  context: DraftContext;
}): SavingDraft[] {
  const { containers, context } = options;
  const { spotDiscount } = context.settings;
  return containers.flatMap(({ container, monthly }) => {
    const { entityRef, interruptible, workload } = container;
    const saving = spotSaving({
      container,
      monthlyCost: monthly,
      discount: spotDiscount,
      isCritical:
        !interruptible && context.tiers.get(entityRef) !== NOT_CRITICAL,
    });
    if (saving.state !== 'advised' || saving.theoretical <= 0n) {
      return [];
    }
    const { theoretical, risk, evidence } = saving;
    return [
      {
        id: `spot:${containerId(container)}`,
        entityRef,
        kind: 'spot' as const,
        title: `Spot nodes for ${workload}`,
        category: 'compute' as const,
        base: monthly,
        theoretical,
        evidence,
        risk,
        guard: guardSaving({
          kind: 'spot',
          risk,
          budget: budgetFor(context, entityRef, risk),
        }),
      },
    ];
  });
}
