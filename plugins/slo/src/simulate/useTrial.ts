import { useApi } from '@backstage/frontend-plugin-api';
import { usePolled, type Polled } from '@plimsoll/plugin-plimsoll-react';
import {
  stringifyObjectiveKey,
  type ObjectiveStatus,
  type SimulationAnswer,
} from '@plimsoll/plugin-slo-common';
import { sloApiRef } from '../api';
import { targetOf, USUAL_TARGETS } from './targetScale';

/** The past changes by five minutes in five minutes. */
const EVERY_SECONDS = 300;

/** The usual targets in ratios. */
export const USUAL_RATIOS = USUAL_TARGETS.flatMap(
  percent => targetOf(percent) ?? [],
);

/** What the usual targets, and one more, would have meant for an objective. */
export function useTrial(options: {
  objective: ObjectiveStatus;
  /** 0..1. */
  target: number;
}): Polled<SimulationAnswer> {
  const { objective, target } = options;
  const { ref, objective: name } = objective;
  const sloApi = useApi(sloApiRef);
  const targets = [...new Set([...USUAL_RATIOS, target])];
  return usePolled({
    key: `${stringifyObjectiveKey(objective)} ${target}`,
    load: signal =>
      sloApi.simulateObjective(
        { ref, objective: name },
        { targets },
        { signal },
      ),
    everySeconds: EVERY_SECONDS,
    // Another target draws over this one: the table neither jumps nor empties.
    keepPrevious: true,
  });
}
