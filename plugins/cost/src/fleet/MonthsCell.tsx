import { SecondText, TrendLine } from '@plimsoll/plugin-plimsoll-react';
import type { CostServiceRow } from '@plimsoll/plugin-cost-common';
import { useVoice } from '../words';

/** @internal */
export interface MonthsCellProps {
  row: Pick<CostServiceRow, 'months'>;
  currency: string;
  /** Last complete day: its month and later ones are left out. */
  completeTo: string | undefined;
}

/** How the full months before this one went. */
export function MonthsCell(props: MonthsCellProps) {
  const { row, currency, completeTo } = props;
  const running = completeTo?.slice(0, 7);
  const months = row.months.filter(
    ({ month }) => !running || month.slice(0, 7) < running,
  );
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
