import type { ReactNode } from 'react';
import type { UnitCost } from '@plimsoll/plugin-cost-common';
import { FigureTile } from '../surface';
import { unitCostGround, unitName, useVoice } from '../words';

/** @internal */
export interface UnitCostTileProps {
  unitCost: UnitCost;
  currency: string;
  /** Makes a figure of a text. */
  explain(figure: string, text: string): ReactNode;
}

/** What so many requests, or what is counted, cost. */
export function UnitCostTile(props: UnitCostTileProps) {
  const { unitCost, currency, explain } = props;
  const { state, value, unit } = unitCost;
  const voice = useVoice();
  const { formats, t } = voice;
  const known = state === 'ok' && value !== undefined;
  return (
    <FigureTile
      name={unitName(unitCost, voice)}
      figure={
        known
          ? explain(`unit-cost:${unit}`, formats.money(value, { currency }))
          : t(`unitState.${state === 'ok' ? 'no-cost' : state}`)
      }
      ground={unitCostGround({ unitCost, currency, ...voice })}
    />
  );
}
