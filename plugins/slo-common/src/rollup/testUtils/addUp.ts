import {
  LEFT_OUT_REASONS,
  type LeftOutReason,
  type RollupSum,
} from '../RollupSum';
import { type RollupPartOptions, rollupPart } from '../rollupPart';
import { toRollupSum, sortSums } from '../toRollupSum';

/** An objective and the service that it measures. */
export type AddedObjective = RollupPartOptions & { entityRef: string };

/**
 * Sums of some objectives, added one by one: what a database, which adds them
 * in groups, is held against.
 */
export function addUp(objectives: readonly AddedObjective[]): {
  sums: RollupSum[];
  leftOut: Array<{ reason: LeftOutReason; objectives: number }>;
} {
  const parts = objectives.map(objective => ({
    entityRef: objective.entityRef,
    part: rollupPart(objective),
  }));
  const added = parts.flatMap(({ entityRef, part }) =>
    'sumKey' in part ? [{ entityRef, ...part }] : [],
  );
  const keys = [...new Set(added.map(({ sumKey }) => sumKey))];
  return {
    sums: sortSums(
      keys.map(sumKey => {
        const group = added.filter(part => part.sumKey === sumKey);
        const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
        const corrected = group.filter(({ raw }) => raw !== undefined);
        const raw = group.map(part => part.raw ?? part);
        return toRollupSum({
          sumKey,
          objectives: group.length,
          services: new Set(group.map(({ entityRef }) => entityRef)).size,
          bad: sum(group.map(({ bad }) => bad)),
          total: sum(group.map(({ total }) => total)),
          coverage: Math.min(...group.map(({ coverage }) => coverage)),
          ...(corrected.length > 0 && {
            corrected: {
              objectives: corrected.length,
              bad: sum(raw.map(({ bad }) => bad)),
              total: sum(raw.map(({ total }) => total)),
            },
          }),
        });
      }),
    ),
    leftOut: LEFT_OUT_REASONS.map(reason => ({
      reason,
      objectives: parts.filter(
        ({ part }) => 'leftOut' in part && part.leftOut === reason,
      ).length,
    })).filter(({ objectives: number }) => number > 0),
  };
}
