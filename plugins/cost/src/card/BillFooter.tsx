import { CardFooter } from '@plimsoll/plugin-plimsoll-react';
import type { CostProof } from '@plimsoll/plugin-cost-common';
import { SourceNotice } from '../proof/SourceNotice';
import { dayText, restatedTexts, useVoice } from '../words';

/** @internal */
export interface BillFooterProps {
  proof: CostProof;
  /** First day that is shown or compared with. */
  since: string;
}

/** How far the bill reaches, how much of it is matched, in which metric. */
export function BillFooter(props: BillFooterProps) {
  const { proof, since } = props;
  const voice = useVoice();
  const { formats, t } = voice;
  const { completeTo, matchedRatio, unallocated, basis } = proof;
  const { currency } = proof;
  const words = {
    day: completeTo ? dayText(completeTo, { formats }) : t('proof.unknown'),
    metric: t(`card.footMetric.${proof.metric}`),
    currency,
  };
  return (
    <CardFooter>
      <SourceNotice proof={proof} />
      <p>{text()}</p>
      {basis === 'bill' && (
        <p>
          {restatedTexts({ proof, since, ...voice })
            .map(({ label, value = '' }) => `${label} ${value}`.trim())
            .join(', ')}
        </p>
      )}
    </CardFooter>
  );

  function text(): string {
    if (basis === 'list-price') {
      return t('card.footList', words);
    }
    if (matchedRatio === undefined) {
      return t('card.footUnmatched', words);
    }
    const matched = formats.share(matchedRatio);
    return unallocated
      ? t('card.footUnallocated', {
          ...words,
          matched,
          unallocated: formats.share(unallocated.ratio),
        })
      : t('card.foot', { ...words, matched });
  }
}
