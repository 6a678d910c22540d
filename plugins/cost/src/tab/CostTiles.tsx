import { ExplainedNumber } from '@plimsoll/plugin-plimsoll-react';
import type { ServiceCost } from '@plimsoll/plugin-cost-common';
import { noSavingText } from '../savings/noSavingText';
import { FigureTile, FigureTiles, TextButton } from '../surface';
import { changeText, monthText, spanText, useVoice } from '../words';
import { UnitCostTile } from './UnitCostTile';

/** @internal */
export interface CostTilesProps {
  cost: ServiceCost;
  /** Figure whose explanation is open. */
  explained?: string;
  onExplain(figure: string): void;
  onBudget(): void;
}

/** The month so far, its end, what a unit costs, what can be saved. */
export function CostTiles(props: CostTilesProps) {
  const { cost, explained, onExplain, onBudget } = props;
  const { total, change, forecast, budget, savings, unitCosts, proof } = cost;
  const { currency } = proof;
  const voice = useVoice();
  const { formats, t } = voice;
  const whole = (amount: string) =>
    formats.money(amount, { currency, whole: true });
  const explain = (figure: string, text: string) => (
    <ExplainedNumber
      open={explained === figure}
      onExplain={() => onExplain(figure)}
    >
      {text}
    </ExplainedNumber>
  );
  return (
    <FigureTiles label={t('tab.figures')}>
      <FigureTile
        name={spanText(cost, voice)}
        figure={explain('total', formats.money(total, { currency }))}
        ground={changeText({ change, from: cost.from, currency, ...voice })}
      />
      <FigureTile
        name={t('card.expected', {
          month: monthText(forecast?.month ?? cost.from, voice),
        })}
        figure={
          forecast
            ? explain('forecast', whole(forecast.expected))
            : t('card.expectedNone')
        }
        ground={expectedGround()}
        action={
          <TextButton onPress={onBudget}>
            {budget ? t('tab.changeBudget') : t('card.setBudget')}
          </TextButton>
        }
      />
      {unitCosts.map(unitCost => (
        <UnitCostTile
          key={unitCost.unit}
          unitCost={unitCost}
          currency={currency}
          explain={explain}
        />
      ))}
      <FigureTile
        name={t('tab.saved')}
        figure={
          savings.open > 0
            ? explain(
                'saving',
                t('card.aMonth', {
                  amount: formats.money(savings.realisable, { currency }),
                }),
              )
            : noSavingText({ savings, t }).figure
        }
        ground={
          savings.foundAt === undefined && savings.open === 0
            ? noSavingText({ savings, t }).why
            : t('tab.savedGround', {
                count: savings.open,
                heldBack: formats.count(savings.heldBack),
              })
        }
      />
    </FigureTiles>
  );

  function expectedGround(): string {
    const words = {
      low: forecast ? whole(forecast.low) : '',
      high: forecast ? whole(forecast.high) : '',
      budget: budget ? whole(budget.amount) : '',
    };
    if (!forecast) {
      return t('card.expectedWhy');
    }
    return budget
      ? t('tab.expectedBudget', words)
      : t('tab.expectedNoBudget', words);
  }
}
