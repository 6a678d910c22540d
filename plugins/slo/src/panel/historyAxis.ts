import type { TranslationFunction } from '@backstage/frontend-plugin-api';
import type { TimeGap, TimeRange } from '@plimsoll/plugin-plimsoll-react';
import type { ObjectiveHistory } from '@plimsoll/plugin-slo-common';
import type { SloMessages } from '../translation';

/** The time axis that all charts of a panel share. */
export interface HistoryAxis {
  range: TimeRange;
  gaps: TimeGap[];
  /** Instants of the points, ascending. */
  instants: Date[];
}

/** The axis of a history: its ends, its gaps, its points. */
export function historyAxis(options: {
  history: ObjectiveHistory;
  t: TranslationFunction<SloMessages>;
}): HistoryAxis {
  const { history, t } = options;
  return {
    range: { from: new Date(history.from), to: new Date(history.to) },
    gaps: history.gaps.map(({ from, to, reason }) => ({
      from: new Date(from),
      to: new Date(to),
      // The others are told by their length.
      reason:
        reason === 'not-measured-yet' ? t('gap.not-measured-yet') : undefined,
    })),
    instants: history.points.map(({ at }) => new Date(at)),
  };
}
