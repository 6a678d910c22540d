import type { TranslationFunction } from '@backstage/frontend-plugin-api';
import type { Formats } from '@plimsoll/plugin-plimsoll-react';
import type {
  ObjectiveHistory,
  ObjectiveStatus,
} from '@plimsoll/plugin-slo-common';
import type { SloMessages } from '../translation';

/** How much of the window is missing, and when the longest gap was. */
export function gapGround(options: {
  objective: Pick<ObjectiveStatus, 'coverage' | 'windowFrom' | 'windowTo'>;
  history?: ObjectiveHistory;
  formats: Formats;
  t: TranslationFunction<SloMessages>;
  now?: Date;
}): string {
  const { objective, history, formats, t, now = new Date() } = options;
  const { coverage, windowFrom, windowTo } = objective;
  if (coverage >= 1) {
    return t('tile.nothingMissing');
  }
  if (coverage <= 0) {
    return t('tile.nothingMeasured');
  }
  if (!windowFrom || !windowTo) {
    return t('tile.notKnown');
  }
  const from = Date.parse(windowFrom);
  // A calendar window ends ahead; only what has passed can be missing.
  const to = Math.min(Date.parse(windowTo), now.getTime());
  const missing = ((1 - coverage) * (to - from)) / 1000;
  const duration = formats.duration(Math.max(1, missing));
  const gap = longestGap(history, { from, to });
  // One gap that is (nearly) all that is missing is told with its day.
  return gap && gap.seconds > 0.9 * missing
    ? t('tile.missingOn', { duration, date: formats.instant(gap.from, 'date') })
    : t('tile.missing', { duration });
}

/** The longest gap inside a window, if the history shows one. */
function longestGap(
  history: ObjectiveHistory | undefined,
  window: { from: number; to: number },
): { from: Date; seconds: number } | undefined {
  return (history?.gaps ?? [])
    .map(gap => ({
      from: new Date(Math.max(window.from, Date.parse(gap.from))),
      to: Math.min(window.to, Date.parse(gap.to)),
    }))
    .map(({ from, to }) => ({ from, seconds: (to - from.getTime()) / 1000 }))
    .filter(({ seconds }) => seconds > 0)
    .sort((a, b) => b.seconds - a.seconds)[0];
}
