import type { VerdictKind } from '@plimsoll/plugin-plimsoll-react';
import type { Verdict } from '@plimsoll/plugin-stability-common';

/** Which mark a verdict gets: a failure that no rule is sure of is suspect. */
export function verdictKind(verdict: Verdict): VerdictKind {
  return verdict.name === 'failed' && verdict.suspected
    ? 'suspect'
    : verdict.name;
}
