import type { UnitCost } from '@plimsoll/plugin-cost-common';
import type { Voice } from './Voice';

const MILLION = 1_000_000;

/** "Per 1M requests", "Per 1,000 orders". */
export function unitName(
  { unit, per }: Pick<UnitCost, 'unit' | 'per'>,
  { formats, t }: Voice,
): string {
  const amount =
    per >= MILLION && per % MILLION === 0
      ? t('unit.million', { amount: formats.count(per / MILLION) })
      : formats.count(per);
  return unit === 'requests'
    ? t('unit.perRequests', { amount })
    : t('unit.per', { amount, unit });
}
