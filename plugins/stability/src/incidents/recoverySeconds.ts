import type { Incident } from '@plimsoll/plugin-stability-common';

/**
 * How long an incident lasted, in seconds. Unknown while it is open, and where
 * its end was concluded or it went into another one.
 */
export function recoverySeconds(
  incident: Pick<
    Incident,
    'startedAt' | 'resolvedAt' | 'state' | 'presumed' | 'merged'
  >,
): number | undefined {
  const { startedAt, resolvedAt, state, presumed, merged } = incident;
  if (state !== 'resolved' || !resolvedAt || presumed || merged) {
    return undefined;
  }
  return (Date.parse(resolvedAt) - Date.parse(startedAt)) / 1000;
}
