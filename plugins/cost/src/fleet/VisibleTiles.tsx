import { monthOf, type CostServicePage } from '@plimsoll/plugin-cost-common';
import { FigureTile, FigureTiles } from '../surface';
import { changeText, dayText, useVoice } from '../words';

/** @internal */
export interface VisibleTilesProps {
  page: CostServicePage;
}

/** The one sum for who may not see totals: over what they may see. */
export function VisibleTiles(props: VisibleTilesProps) {
  const { visible, proof } = props.page;
  const { currency, completeTo } = proof;
  const voice = useVoice();
  const { formats, t } = voice;
  return (
    <FigureTiles label={t('fleet.figures')}>
      <FigureTile
        name={t('fleet.visible', {
          day: completeTo ? dayText(completeTo, voice) : t('proof.unknown'),
        })}
        figure={formats.money(visible.total, { currency })}
        ground={changeText({
          change: visible.change,
          from: monthOf(completeTo ?? ''),
          currency,
          ...voice,
        })}
      />
    </FigureTiles>
  );
}
