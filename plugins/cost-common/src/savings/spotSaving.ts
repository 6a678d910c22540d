import type { NanoUnits } from '../money/nanoUnits';
import { nanosOf, unitsOf } from '../money/unitsOf';
import type { ContainerUse } from '../use/ContainerUse';
import type { SavingFigures } from './SavingFigures';

/** Fewer replicas than this leave too little when a machine is reclaimed. */
const SAFE_REPLICAS = 4;

/** @public */
export type SpotSaving =
  | ({
      state: 'advised';
      /** More of them than are on spot machines today. */
      spotReplicas: number;
    } & SavingFigures)
  | {
      state: 'refused';
      reason: 'critical' | 'stateful' | 'too-few-replicas' | 'on-spot';
    };

/**
 * What running part of a stateless, non-critical workload on spot machines
 * saves: the replicas that move times the discount. At most half of all
 * replicas end up there, so that a reclaimed machine never takes all; those
 * that are there already count, and are paid less today.
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
  /**
   * Ratio of its cost that is on spot already (`PricingCategory` Dynamic),
   * where the replicas themselves are not known.
   */
  spotRatio?: number;
}): SpotSaving {
  const { container, monthlyCost, discount, isCritical } = options;
  const { workloadKind, replicas, hasVolume, hasDisruptionBudget } = container;
  if (isCritical) {
    return { state: 'refused', reason: 'critical' };
  }
  if (hasVolume || workloadKind.toLowerCase() !== 'deployment') {
    return { state: 'refused', reason: 'stateful' };
  }
  const most = Math.floor(replicas / 2);
  if (most < 1) {
    return { state: 'refused', reason: 'too-few-replicas' };
  }
  const onSpot = replicasOnSpot(options);
  const spotReplicas = most - onSpot;
  if (spotReplicas < 1) {
    return { state: 'refused', reason: 'on-spot' };
  }
  // One on demand costs 1, one on spot 1 - discount; together what is paid.
  const onDemand = unitsOf(monthlyCost) / (replicas - discount * onSpot);
  return {
    state: 'advised',
    spotReplicas,
    theoretical: nanosOf(onDemand * spotReplicas * discount),
    risk: replicas < SAFE_REPLICAS || !hasDisruptionBudget ? 'high' : 'medium',
    evidence: [
      { name: 'spot-replicas', value: String(spotReplicas) },
      { name: 'replicas', value: String(replicas) },
      { name: 'already-on-spot', value: String(onSpot) },
      {
        name: 'disruption-budget',
        value: hasDisruptionBudget ? 'yes' : 'not-known',
      },
      { name: 'discount', value: `${(100 * discount).toFixed(0)}%` },
    ],
  };
}

function replicasOnSpot(options: {
  container: ContainerUse;
  discount: number;
  spotRatio?: number;
}): number {
  const { container, discount, spotRatio = 0 } = options;
  const { replicas, spotReplicas } = container;
  if (spotReplicas !== undefined) {
    return Math.min(replicas, spotReplicas);
  }
  // Of the cost, in which one on spot counts less: back to replicas.
  const ratio = Math.min(1, Math.max(0, spotRatio));
  const weight = ratio / (1 - discount);
  return ratio === 0
    ? 0
    : Math.min(
        replicas,
        Math.round((replicas * weight) / (weight + 1 - ratio)),
      );
}
