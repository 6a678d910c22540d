import type { BurnThreshold } from '@plimsoll/plugin-plimsoll-react';
import { type BurnSubject, firingPairs } from './shownBurn';

/**
 * The rates that somebody is told of, the most urgent first. Tickets at more
 * than the even pace are left out: a chart has room for three lines.
 */
export function burnThresholds(objective: BurnSubject): BurnThreshold[] {
  return firingPairs(objective)
    .filter(({ severity, factor }) => severity === 'page' || factor === 1)
    .map(({ factor, severity }) => ({ factor, severity }));
}
