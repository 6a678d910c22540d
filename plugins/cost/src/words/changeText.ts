import { countDays, type CostChange } from '@plimsoll/plugin-cost-common';
import type { Voice } from './Voice';

/**
 * "+4.1% on the 17 days before"; in money where there was nothing before.
 *
 * @param options - `from` is the first day of what changed
 */
export function changeText(
  options: {
    change: CostChange | undefined;
    from: string;
    currency: string;
  } & Voice,
): string {
  const { change, from, currency, formats, t } = options;
  if (!change) {
    return t('change.unknown');
  }
  const words = {
    change: changeFigure({ change, currency, formats }),
    count: countDays(change.from, change.to),
  };
  // Moved back by whole weeks: not always what lies right before.
  return change.to === from
    ? t('change.before', words)
    : t('change.matching', words);
}

/** "+4.1%", or "+$3.20" where there is nothing to take a share of. */
export function changeFigure(
  options: {
    change: Pick<CostChange, 'amount' | 'ratio'>;
    currency: string;
  } & Pick<Voice, 'formats'>,
): string {
  const { change, currency, formats } = options;
  return change.ratio === undefined
    ? formats.money(change.amount, { currency, signed: true })
    : formats.share(change.ratio, { signed: true });
}

/** Changes past this share are set bold. */
const NOTABLE = 0.05;

/** Whether a change is past what weeks differ by anyway. */
export function isNotable(ratio: number | undefined): boolean {
  return ratio !== undefined && Math.abs(ratio) > NOTABLE;
}
