import type { BurnThreshold } from '@plimsoll/plugin-plimsoll-react';
import {
  burnPairs,
  windowSeconds,
  type ObjectiveStatus,
} from '@plimsoll/plugin-slo-common';

/**
 * The rates that somebody is told of, the most urgent first. Tickets at more
 * than the even pace are left out: a chart has room for three lines.
 */
export function burnThresholds(
  objective: Pick<ObjectiveStatus, 'window' | 'target'>,
): BurnThreshold[] {
  return burnPairs({
    windowSeconds: windowSeconds(objective.window.duration),
    target: objective.target,
  })
    .filter(({ severity, factor }) => severity === 'page' || factor === 1)
    .map(({ factor, severity }) => ({ factor, severity }));
}
