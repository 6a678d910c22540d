import {
  COST_CATEGORIES,
  type CostCategory,
} from '@plimsoll/plugin-cost-common';
import { MOST_SERIES } from '@plimsoll/plugin-plimsoll-react';

/**
 * A part of a bar: a category, what is none, or several that have no tint of
 * their own. Those are more than the category `other`, and have another name.
 */
export type CostSeriesId = CostCategory | 'lines' | 'rest';

/** A bar before it is drawn: a day or a month. */
export interface CostBar {
  total: string;
  categories?: Partial<Record<CostCategory, string>>;
}

/** What of a bar's total no category carries: tax, credits; a small error of floats is none. */
function linesOf({ total, categories = {} }: CostBar): number {
  const named = Object.values(categories).reduce(
    (sum, amount) => sum + Number(amount),
    0,
  );
  const rest = Number(total) - named;
  return Math.abs(rest) < 0.005 ? 0 : rest;
}

/**
 * Which series the bars have: the categories that occur, in their order, and
 * tax and credits at the end. More than have a tint of their own fold into
 * `rest`: `other`, and the smallest.
 */
export function costSeries(bars: readonly CostBar[]): CostSeriesId[] {
  const weights = new Map<CostSeriesId, number>();
  const add = (id: CostSeriesId, amount: number) =>
    amount !== 0 && weights.set(id, (weights.get(id) ?? 0) + Math.abs(amount));
  for (const bar of bars) {
    for (const category of COST_CATEGORIES) {
      add(category, Number(bar.categories?.[category] ?? 0));
    }
    add('lines', linesOf(bar));
  }
  const order: CostSeriesId[] = [...COST_CATEGORIES, 'lines'];
  const present = order.filter(id => weights.has(id));
  if (present.length <= MOST_SERIES) {
    return present;
  }
  const kept = new Set<CostSeriesId>(
    present
      .filter(id => id !== 'other')
      .sort((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0))
      .slice(0, MOST_SERIES - 1),
  );
  return [...order.filter(id => kept.has(id)), 'rest'];
}

/** The values of a bar in the order of its series; all of them are its total. */
export function costParts(
  bar: CostBar,
  series: readonly CostSeriesId[],
): number[] {
  const parts = series.map(() => 0);
  const add = (id: CostSeriesId, amount: number) => {
    const place = series.includes(id)
      ? series.indexOf(id)
      : series.indexOf('rest');
    if (place >= 0) {
      parts[place] += amount;
    }
  };
  for (const category of COST_CATEGORIES) {
    add(category, Number(bar.categories?.[category] ?? 0));
  }
  add('lines', linesOf(bar));
  return parts;
}
