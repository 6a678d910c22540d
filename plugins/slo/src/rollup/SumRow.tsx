import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ExplainedNumber,
  FigureRow,
  useFormats,
} from '@plimsoll/plugin-plimsoll-react';
import type { SloRollup } from '@plimsoll/plugin-slo-common';
import { sloTranslationRef } from '../translation';
import { sumWords } from './sumWords';

/** @internal */
export interface SumRowProps {
  rollup: SloRollup;
  stale: boolean;
  explained: boolean;
  onExplain(): void;
}

/** The indicator that speaks for most services; nothing where there is none. */
export function SumRow(props: SumRowProps) {
  const { rollup, stale, explained, onExplain } = props;
  const { t } = useTranslationRef(sloTranslationRef);
  const formats = useFormats();
  const [sum, ...others] = rollup.sums;
  if (!sum) {
    return null;
  }
  const words = sumWords({ sum, formats, t });
  const apart = others.length;
  return (
    <FigureRow
      name={words.name}
      stale={stale}
      figure={
        <ExplainedNumber open={explained} onExplain={onExplain} stale={stale}>
          {words.figure}
        </ExplainedNumber>
      }
      ground={`${words.joined} \u00b7 ${words.ground}`}
      target={apart > 0 && t('rollup.apart', { count: apart })}
    />
  );
}
