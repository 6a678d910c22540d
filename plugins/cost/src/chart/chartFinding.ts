import type { Voice } from '../words';
import type { NamedBar } from './costBars';

/** What the chart shows, as a sentence: its range and its last complete bar. */
export function chartFinding(
  options: { bars: readonly NamedBar[]; currency: string } & Voice,
): string {
  const { bars, currency, formats, t } = options;
  const complete = bars.filter(({ incomplete }) => !incomplete);
  const last = complete[complete.length - 1];
  if (!last) {
    return t('chart.findingNone');
  }
  const ordered = [...complete].sort(
    (a, b) => Number(a.total) - Number(b.total),
  );
  const money = ({ total }: NamedBar) => formats.money(total, { currency });
  return t('chart.finding', {
    low: money(ordered[0]),
    high: money(ordered[ordered.length - 1]),
    from: complete[0].name,
    to: last.name,
    last: money(last),
  });
}
