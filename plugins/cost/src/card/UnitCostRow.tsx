import {
  ExplainedNumber,
  FigureRow,
  TrendLine,
} from '@plimsoll/plugin-plimsoll-react';
import type { ServiceCost, UnitCost } from '@plimsoll/plugin-cost-common';
import { useCostPaths } from '../routes';
import { unitCostGround, unitName, useVoice } from '../words';

/** @internal */
export interface UnitCostRowProps {
  cost: Pick<ServiceCost, 'entityRef' | 'proof'>;
  unitCost: UnitCost;
}

/** What a million requests, or what is counted, cost; and what moved it. */
export function UnitCostRow(props: UnitCostRowProps) {
  const { cost, unitCost } = props;
  const { currency } = cost.proof;
  const voice = useVoice();
  const { formats, t } = voice;
  const paths = useCostPaths();
  const { days, value, unit } = unitCost;
  const [first, last] = [days[0], days[days.length - 1]];
  const money = (amount: string) => formats.money(amount, { currency });
  return (
    <FigureRow
      name={unitName(unitCost, voice)}
      picture={
        days.length > 1 && (
          <TrendLine
            points={days.map(day => Number(day.value))}
            label={t('card.trend', {
              first: money(first.value),
              last: money(last.value),
              days: formats.count(days.length),
            })}
          />
        )
      }
      figure={
        value === undefined || unitCost.state !== 'ok' ? (
          stateText()
        ) : (
          <ExplainedNumber
            to={paths.tab(cost.entityRef, { explain: `unit-cost:${unit}` })}
          >
            {money(value)}
          </ExplainedNumber>
        )
      }
      ground={unitCostGround({ unitCost, currency, ...voice })}
    />
  );

  function stateText(): string {
    return unitCost.state === 'ok'
      ? t('unitState.no-cost')
      : t(`unitState.${unitCost.state}`);
  }
}
