import { type CostProof, monthOf } from '@plimsoll/plugin-cost-common';
import { dayText, monthText } from './dayText';
import type { Voice } from './Voice';

/** Months that are named; more than these are told by Data quality. */
const MOST = 3;

/** What was written anew, as a name and a figure. */
export interface RestatedText {
  id: string;
  label: string;
  value?: string;
}

/** @see restatedTexts */
export interface RestatedOptions extends Voice {
  proof: Pick<CostProof, 'restated' | 'completeTo' | 'currency' | 'sources'>;
  /** First day that is drawn or compared with; all that is told without it. */
  since?: string;
}

/**
 * "October restated, −$3.18", of all months that are drawn or compared with; or
 * that none was: said too, so that nobody has to look for it.
 */
export function restatedTexts(options: RestatedOptions): RestatedText[] {
  const { proof, since = '', formats, t } = options;
  const { currency, sources } = proof;
  const restated = proof.restated.filter(
    ({ billingMonth }) => since === '' || billingMonth >= monthOf(since),
  );
  if (restated.length === 0) {
    return [{ id: 'restated', label: notRestatedText(options) }];
  }
  const hasSeveralBills = sources.filter(({ format }) => format).length > 1;
  return [
    ...restated.slice(0, MOST).map(one => ({
      id: `restated ${one.billingMonth}`,
      label: t('proof.restated', {
        month: monthText(one.billingMonth, { formats }),
      }),
      value: [
        one.difference === undefined
          ? dayText(one.at.slice(0, 10), { formats })
          : formats.money(one.difference, { currency, signed: true }),
        ...(hasSeveralBills ? [`(${one.sources.join(', ')})`] : []),
      ].join(' '),
    })),
    ...(restated.length > MOST
      ? [
          {
            id: 'restated more',
            label: t('proof.restatedMore', { count: restated.length - MOST }),
          },
        ]
      : []),
  ];
}

function notRestatedText(options: RestatedOptions): string {
  const { proof, since, formats, t } = options;
  const { completeTo } = proof;
  if (!completeTo) {
    return t('proof.noneRestated');
  }
  const month = monthText(completeTo, { formats });
  return since && monthOf(since) < monthOf(completeTo)
    ? t('proof.notRestatedFrom', {
        first: monthText(since, { formats }),
        month,
      })
    : t('proof.notRestated', { month });
}
