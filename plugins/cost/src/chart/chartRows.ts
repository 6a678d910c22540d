import type { ChartFrameProps } from '@plimsoll/plugin-plimsoll-react';
import type { Voice } from '../words';
import type { NamedBar } from './costBars';
import type { CostSeriesId } from './costSeries';

/** The rows behind the chart: each bar with its total and its parts. */
export function chartRows(
  options: {
    bars: readonly NamedBar[];
    series: readonly CostSeriesId[];
    currency: string;
  } & Voice,
): ChartFrameProps['table'] {
  const { bars, series, currency, formats, t } = options;
  const money = (value: number) =>
    formats.money(value.toFixed(6), { currency });
  return {
    columns: [
      { id: 'total', label: t('chart.total', { currency }) },
      ...series.map(id => ({
        id,
        label: t('chart.column', { category: t(`category.${id}`), currency }),
      })),
    ],
    rows: bars.map(({ bar, name, total, incomplete, expected }) => ({
      at: bar.from,
      name,
      cells: {
        total: {
          value: Number(expected ?? total),
          text: totalText({ total, incomplete, expected }),
        },
        ...Object.fromEntries(
          series.map((id, index) => [
            id,
            { value: bar.parts[index], text: money(bar.parts[index]) },
          ]),
        ),
      },
    })),
  };

  function totalText(
    one: Pick<NamedBar, 'total' | 'incomplete' | 'expected'>,
  ): string {
    return barText({ ...one, currency, formats, t });
  }
}

/** "$24.83", "$25.48 expected", "$6.12 so far". */
export function barText(
  options: Pick<NamedBar, 'total' | 'incomplete' | 'expected'> & {
    currency: string;
  } & Voice,
): string {
  const { total, incomplete, expected, currency, formats, t } = options;
  if (incomplete && expected !== undefined) {
    return t('chart.expected', {
      amount: formats.money(expected, { currency }),
    });
  }
  const amount = formats.money(total, { currency });
  return incomplete ? t('chart.incomplete', { amount }) : amount;
}
