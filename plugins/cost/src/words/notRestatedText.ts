import type { CostProof } from '@plimsoll/plugin-cost-common';
import { monthText } from './dayText';
import type { Voice } from './Voice';

/** "November not restated": said too, so that nobody has to look for it. */
export function notRestatedText(
  options: { proof: Pick<CostProof, 'completeTo'> } & Voice,
): string {
  const { proof, formats, t } = options;
  const { completeTo } = proof;
  return completeTo
    ? t('proof.notRestated', { month: monthText(completeTo, { formats }) })
    : t('proof.noneRestated');
}
