import type { CostChange, ServiceCost } from '@plimsoll/plugin-cost-common';
import { costSeries, type CostSeriesId } from '../chart/costSeries';
import { changeFigure, isNotable, type Voice } from '../words';
import { basisText } from './basisText';
import { sumOf } from './sumOf';

/** A row of the table. */
export interface BreakdownRow {
  id: string;
  name: string;
  cost: string;
  change: string;
  /** The change is past what weeks differ by anyway. */
  notable?: boolean;
  shared: string;
  /** Place of its tint in the chart. */
  tint?: number;
  sum?: boolean;
}

/** Categories by size in the chart's order, tax and credits, and their sum. */
export function breakdownRows(
  options: { cost: ServiceCost } & Voice,
): BreakdownRow[] {
  const { cost, formats, t } = options;
  const { categories, lines, total, change } = cost;
  const { currency } = cost.proof;
  const series = costSeries([
    {
      total,
      categories: Object.fromEntries(
        categories.map(part => [part.category, part.total]),
      ),
    },
  ]);
  const tintOf = (id: CostSeriesId) => {
    const place = series.indexOf(id);
    return place < 0 ? series.indexOf('rest') : place;
  };
  const money = (amount: string) => formats.money(amount, { currency });
  const changeOf = (one: CostChange | undefined) => ({
    change: one ? changeFigure({ change: one, currency, formats }) : '\u2013',
    notable: isNotable(one?.ratio),
  });
  const sum = sumOf([...categories, ...lines].map(part => part.total));
  return [
    ...categories.map(part => ({
      id: part.category,
      name: t(`category.${part.category}`),
      cost: money(part.total),
      ...changeOf(part.change),
      shared: basisText({ ...part, formats, t }),
      tint: tintOf(part.category),
    })),
    ...lines.map(line => ({
      id: line.kind,
      name: t(`kind.${line.kind}`),
      cost: money(line.total),
      change: '\u2013',
      shared: t('breakdown.line'),
      tint: tintOf('lines'),
    })),
    {
      id: 'sum',
      name: t('breakdown.sum'),
      cost: money(total),
      ...changeOf(change),
      notable: change !== undefined,
      shared:
        sum === sumOf([total])
          ? t('breakdown.sumExact')
          : t('breakdown.sumOff', { sum: money(sum) }),
      sum: true,
    },
  ];
}
