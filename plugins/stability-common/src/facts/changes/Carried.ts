import type { ShippedChange } from '../Deployment';
import type { Change } from './foldChanges';

/** A change that a deployment carried, and how that is known. */
export interface Carried extends Change {
  /** Absent where its sender names it. */
  inferred?: NonNullable<ShippedChange['inferred']>;
}

/**
 * How sure it is that a deployment carried a change which its sender does not
 * name, 0..1: what was merged between the commits of two deployments was built
 * unless a branch left it out; what was merged before a deployment of an
 * unknown commit began may have come too late for its build.
 */
export const CARRIED_FROM = {
  commit: { from: 'commit', confidence: 0.9 },
  time: { from: 'time', confidence: 0.5 },
} as const satisfies Record<string, NonNullable<Carried['inferred']>>;

/** How sure it is that it was carried, 0..1. */
export function certaintyOf({ inferred }: Pick<Carried, 'inferred'>): number {
  return inferred?.confidence ?? 1;
}
