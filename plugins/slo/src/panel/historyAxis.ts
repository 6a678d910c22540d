import type { TranslationFunction } from '@backstage/frontend-plugin-api';
import type { TimeGap, TimeRange } from '@plimsoll/plugin-plimsoll-react';
import type { ObjectiveHistory } from '@plimsoll/plugin-slo-common';
import type { CustomRange } from '../range';
import type { SloMessages } from '../translation';

/** The time axis that all charts of a panel share. */
export interface HistoryAxis {
  range: TimeRange;
  /** Its end is now, and not an end that was chosen. */
  endsNow: boolean;
  gaps: TimeGap[];
  /** What corrections exclude. */
  excluded: TimeRange[];
  /** Instants of the points, ascending. */
  instants: Date[];
}

/** The axis of a history: its ends, its gaps, its points. */
export function historyAxis(options: {
  history: ObjectiveHistory;
  custom?: CustomRange;
  t: TranslationFunction<SloMessages>;
}): HistoryAxis {
  const { history, custom, t } = options;
  return {
    range: { from: new Date(history.from), to: new Date(history.to) },
    // The backend cuts what lies ahead.
    endsNow: !custom || Date.parse(history.to) < Date.parse(custom.to),
    gaps: history.gaps.map(({ from, to, reason }) => ({
      from: new Date(from),
      to: new Date(to),
      // The others are told by their length.
      reason:
        reason === 'not-measured-yet' ? t('gap.not-measured-yet') : undefined,
    })),
    excluded: (history.corrections ?? []).map(correction => {
      const { from, to } = correction.excludes ?? correction;
      return { from: new Date(from), to: new Date(to) };
    }),
    instants: history.points.map(({ at }) => new Date(at)),
  };
}
