import { CardFooter } from '@plimsoll/plugin-plimsoll-react';
import type { CostProof } from '@plimsoll/plugin-cost-common';
import { SourceNotice } from '../proof/SourceNotice';
import { dayText, useVoice } from '../words';

/** @internal */
export interface BillFooterProps {
  proof: CostProof;
}

/** How far the bill reaches, how much of it is matched, in which metric. */
export function BillFooter(props: BillFooterProps) {
  const { proof } = props;
  const { completeTo, matchedRatio, basis } = proof;
  const { formats, t } = useVoice();
  const words = {
    day: completeTo ? dayText(completeTo, { formats }) : t('proof.unknown'),
    metric: t(`card.footMetric.${proof.metric}`),
  };
  return (
    <CardFooter>
      <SourceNotice proof={proof} />
      <p>{text()}</p>
    </CardFooter>
  );

  function text(): string {
    if (basis === 'list-price') {
      return t('card.footList', { day: words.day });
    }
    return matchedRatio === undefined
      ? t('card.footUnmatched', words)
      : t('card.foot', { ...words, matched: formats.share(matchedRatio) });
  }
}
