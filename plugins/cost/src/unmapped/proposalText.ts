import type { UnmappedCost } from '@plimsoll/plugin-cost-common';
import type { Voice } from '../words';

const KNOWN = [
  'same-name',
  'name-in-it',
  'part-of-name',
  'one-letter-off',
] as const;

/** "checkout, its name is in it". */
export function proposalText(
  proposal: UnmappedCost['proposals'][number],
  { t }: Pick<Voice, 't'>,
): string {
  const { title, because } = proposal;
  const known = KNOWN.find(one => one === because);
  return t('unmapped.proposed', {
    title,
    because: known ? t(`unmapped.because.${known}`) : because,
  });
}
