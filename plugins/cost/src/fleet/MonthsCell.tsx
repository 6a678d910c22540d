import { SecondText, TrendLine } from '@plimsoll/plugin-plimsoll-react';
import { useVoice } from '../words';
import type { MoneyCellProps } from './MoneyCells';

/** How the full months before went. */
export function MonthsCell(props: MoneyCellProps) {
  const { row, currency } = props;
  const { months } = row;
  const { formats, t } = useVoice();
  if (months.length < 2) {
    return <SecondText>{t('card.expectedNone')}</SecondText>;
  }
  const money = (total: string) => formats.money(total, { currency });
  return (
    <TrendLine
      points={months.map(({ total }) => Number(total))}
      label={t('fleet.trend', {
        first: money(months[0].total),
        last: money(months[months.length - 1].total),
        months: formats.count(months.length),
      })}
    />
  );
}
