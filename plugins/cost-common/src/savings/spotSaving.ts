import type { NanoUnits } from '../money/nanoUnits';
import { nanosOf, unitsOf } from '../money/unitsOf';
import type { ContainerUse } from '../use/ContainerUse';
import type { SavingFigures } from './SavingFigures';

/** @public */
export type SpotSaving =
  | ({ state: 'advised'; spotReplicas: number } & SavingFigures)
  | {
      state: 'refused';
      reason: 'critical' | 'stateful' | 'too-few-replicas';
    };

/**
 * What running part of a stateless, non-critical workload on spot machines
 * saves: its share of the replicas times the discount. At most half of the
 * replicas move, so that a reclaimed machine never takes all.
 *
 * @public
 */
export function spotSaving(options: {
  container: ContainerUse;
  /** What all its replicas cost a month. */
  monthlyCost: NanoUnits;
  /** Ratio below the on-demand price: 0.5. */
  discount: number;
  /** Tier-1 services stay where they are. */
  isCritical: boolean;
  /** Ratio of its cost that is on spot already (`PricingCategory` Dynamic). */
  spotRatio?: number;
}): SpotSaving {
  const {
    container,
    monthlyCost,
    discount,
    isCritical,
    spotRatio = 0,
  } = options;
  const { workloadKind, replicas, hasVolume } = container;
  if (isCritical) {
    return { state: 'refused', reason: 'critical' };
  }
  if (hasVolume || workloadKind.toLowerCase() !== 'deployment') {
    return { state: 'refused', reason: 'stateful' };
  }
  const spotReplicas = Math.floor(replicas * (0.5 - Math.min(0.5, spotRatio)));
  if (replicas < 2 || spotReplicas < 1) {
    return { state: 'refused', reason: 'too-few-replicas' };
  }
  return {
    state: 'advised',
    spotReplicas,
    theoretical: nanosOf(
      unitsOf(monthlyCost) * (spotReplicas / replicas) * discount,
    ),
    risk: replicas < 4 ? 'high' : 'medium',
    evidence: [
      { name: 'spot-replicas', value: `${spotReplicas} of ${replicas}` },
      { name: 'discount', value: `${(100 * discount).toFixed(0)}%` },
    ],
  };
}
