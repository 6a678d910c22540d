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
  if (!windowFrom || !windowTo) {
    return t('tile.notKnown');
  }
  const from = Date.parse(windowFrom);
  // A calendar window ends ahead; only what has passed can be missing.
  const to = Math.min(Date.parse(windowTo), now.getTime());
  const duration = formats.duration(
    Math.max(1, ((1 - coverage) * (to - from)) / 1000),
  );
  const gaps = (history?.gaps ?? []).filter(
    gap => Date.parse(gap.from) >= from && Date.parse(gap.from) < to,
  );
  return gaps.length === 1
    ? t('tile.missingOn', {
        duration,
        date: formats.instant(new Date(gaps[0].from), 'date'),
      })
    : t('tile.missing', { duration });
}
