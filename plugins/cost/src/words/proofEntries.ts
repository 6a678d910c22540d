import type { ProofEntry } from '@plimsoll/plugin-plimsoll-react';
import type { CostProof } from '@plimsoll/plugin-cost-common';
import { dayText } from './dayText';
import { restatedTexts } from './restatedTexts';
import type { Voice } from './Voice';

/** What figures stand on; what the reader may not know is left out. */
export function proofEntries(
  options: {
    proof: CostProof;
    /** First day that is drawn or compared with. */
    since?: string;
  } & Voice,
): ProofEntry[] {
  const { proof, formats, t } = options;
  const { currency, completeTo, dueOn, matchedRatio, unallocated } = proof;
  const { otherCurrencies, splitBy } = proof;
  const money = (amount: string) => formats.money(amount, { currency });
  const format = proof.sources.find(source => source.format)?.format;
  return [
    completeTo
      ? {
          id: 'complete',
          label: t('proof.complete'),
          value: dayText(completeTo, { formats }),
        }
      : { id: 'complete', label: t('proof.incomplete') },
    ...(dueOn
      ? [
          {
            id: 'due',
            label: t('proof.due'),
            value: dayText(dueOn, { formats }),
          },
        ]
      : []),
    proof.basis === 'list-price'
      ? { id: 'matched', label: t('proof.listPrice') }
      : {
          id: 'matched',
          label: t('proof.matched'),
          value:
            matchedRatio === undefined
              ? t('proof.unknown')
              : formats.share(matchedRatio),
        },
    ...(unallocated
      ? [
          {
            id: 'unallocated',
            label: t('proof.unallocated'),
            value: [
              formats.share(unallocated.ratio),
              ...(unallocated.amount ? [money(unallocated.amount)] : []),
            ].join(', '),
          },
        ]
      : []),
    ...restatedTexts(options),
    {
      id: 'metric',
      label: t(`proof.metric.${proof.metric}`),
      value: currency,
    },
    ...(otherCurrencies.length > 0
      ? [
          {
            id: 'currencies',
            label: t('proof.otherCurrencies'),
            value: otherCurrencies.join(', '),
          },
        ]
      : []),
    ...(format || splitBy
      ? [
          {
            id: 'format',
            label:
              splitBy && format ? t('proof.format', { format }) : format ?? '',
            value: splitBy && t('proof.splitBy', { name: splitBy }),
          },
        ]
      : []),
  ];
}
