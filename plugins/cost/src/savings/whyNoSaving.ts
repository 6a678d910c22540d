import type { SavingPage } from '@plimsoll/plugin-cost-common';

/** Why no saving is named; only `none` means that there is nothing to save. */
export type WhyNoSaving = 'waiting' | 'unmeasured' | 'none';

/** What the absence of savings says, with what is known of how it was found. */
export function whyNoSaving(
  known: Pick<SavingPage, 'foundAt' | 'measured'>,
): WhyNoSaving {
  if (known.foundAt === undefined) {
    return 'waiting';
  }
  return known.measured ? 'none' : 'unmeasured';
}
