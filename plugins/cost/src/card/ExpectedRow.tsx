import {
  AccentLink,
  ExplainedNumber,
  FigureRow,
} from '@plimsoll/plugin-plimsoll-react';
import type { ServiceCost } from '@plimsoll/plugin-cost-common';
import { useCostPaths } from '../routes';
import { monthText, useVoice } from '../words';

/** @internal */
export interface ExpectedRowProps {
  cost: ServiceCost;
}

/** Where the month is expected to end, and whether its budget holds. */
export function ExpectedRow(props: ExpectedRowProps) {
  const { entityRef, forecast, budget, from, proof } = props.cost;
  const { formats, t } = useVoice();
  const paths = useCostPaths();
  const whole = (amount: string) =>
    formats.money(amount, { currency: proof.currency, whole: true });
  const tab = paths.tab(entityRef, { explain: 'budget' });
  return (
    <FigureRow
      name={t('card.expected', {
        month: monthText(forecast?.month ?? from, { formats }),
      })}
      figure={
        forecast ? (
          <ExplainedNumber to={paths.tab(entityRef, { explain: 'forecast' })}>
            {whole(forecast.expected)}
          </ExplainedNumber>
        ) : (
          t('card.expectedNone')
        )
      }
      ground={
        forecast
          ? t('card.between', {
              low: whole(forecast.low),
              high: whole(forecast.high),
            })
          : t('card.expectedWhy')
      }
      target={budget ? t(`card.${budget.state}`) : noBudget()}
    />
  );

  function noBudget() {
    return tab ? (
      <AccentLink href={tab}>{t('card.setBudget')}</AccentLink>
    ) : (
      t('card.noBudget')
    );
  }
}
