import {
  guardSaving,
  type SavingDraft,
  spotSaving,
} from '@plimsoll/plugin-cost-common';
import { changeOf } from './changeOf';
import { chartPath } from './chartPath';
import { budgetFor, type DraftContext } from './DraftContext';
import { spotChanges } from './spotChanges';
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
  const { spotDiscount, spot: settings } = context.settings;
  return containers.flatMap(({ container, monthly, siblings, accounts }) => {
    const { entityRef, interruptible, workload } = container;
    const spotRatio = context.facts.spotRatios.get(entityRef);
    const tier = context.tiers.get(entityRef);
    const saving = spotSaving({
      container,
      monthlyCost: monthly,
      discount: spotDiscount,
      isCritical: !interruptible && tier !== NOT_CRITICAL,
      ...(spotRatio !== undefined && { spotRatio }),
    });
    if (saving.state !== 'advised' || saving.theoretical <= 0n) {
      return [];
    }
    const { theoretical, risk } = saving;
    const title = `Spot nodes for ${workload}`;
    return [
      {
        id: `spot:${containerId(container)}`,
        part: containerId(container),
        accounts,
        entityRef,
        kind: 'spot' as const,
        title,
        subject: { type: 'workload' as const, name: workload },
        category: 'compute' as const,
        base: monthly,
        theoretical,
        evidence: [
          ...saving.evidence,
          // the label outdoes the tier
          { name: 'tier', value: interruptible ? 'label' : String(tier) },
        ],
        risk,
        guard: guardSaving({
          kind: 'spot',
          risk,
          ...budgetFor(context, entityRef, risk),
        }),
        ...changeOf({
          context,
          entityRef,
          title,
          changes: spotChanges({
            container,
            settings,
            at: chartPath({ container, containers: siblings }),
          }),
        }),
      },
    ];
  });
}
