import type { VerdictName } from '@plimsoll/plugin-stability-common';

/** Verdicts that the table can be filtered by; trouble first. */
export const FILTERS = [
  'failed',
  'pending',
  'prevented',
  'rollback',
  'clean',
  'not-counted',
] as const satisfies readonly VerdictName[];
