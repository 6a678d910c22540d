import type { TranslationFunction } from '@backstage/frontend-plugin-api';
import type { Formats } from '@plimsoll/plugin-plimsoll-react';
import type {
  DurationUnit,
  ObjectiveStatus,
  WindowDuration,
} from '@plimsoll/plugin-slo-common';
import type { SloMessages } from '../translation';
import { zoneName } from './zoneName';

type Translate = TranslationFunction<SloMessages>;

const UNITS = {
  m: 'window.minutes',
  h: 'window.hours',
  d: 'window.days',
  w: 'window.weeks',
  M: 'window.months',
  Q: 'window.quarters',
  Y: 'window.years',
} as const satisfies Record<DurationUnit, string>;

/** A window's length in words: "30 days". */
export function durationText(duration: WindowDuration, t: Translate): string {
  return t(UNITS[duration.unit], { count: duration.value });
}

/** @internal */
export interface WindowTextOptions {
  objective: Pick<ObjectiveStatus, 'window' | 'windowFrom' | 'windowTo'>;
  formats: Formats;
  t: Translate;
}

/** The window in short: "30 days", "November". */
export function shortWindowText(options: WindowTextOptions): string {
  const { objective, formats, t } = options;
  const { window, windowFrom, windowTo } = objective;
  if (window.kind === 'rolling' || !windowFrom || !windowTo) {
    return durationText(window.duration, t);
  }
  const { timeZone } = window;
  const from = new Date(windowFrom);
  if (window.duration.unit === 'M' && window.duration.value === 1) {
    return formats.instant(from, 'month-long', { timeZone });
  }
  // The end is exclusive: the last day lies just before it.
  const lastDay = new Date(new Date(windowTo).getTime() - 1);
  return t('window.span', {
    from: formats.instant(from, 'date', { timeZone }),
    to: formats.instant(lastDay, 'date', { timeZone }),
  });
}

/** The window with how it moves: "30 days, rolling", "November, Warsaw". */
export function windowText(options: WindowTextOptions): string {
  const { objective, t } = options;
  const { window } = objective;
  return window.kind === 'rolling'
    ? t('window.rolling', { duration: durationText(window.duration, t) })
    : t('window.calendar', {
        period: shortWindowText(options),
        zone: zoneName(window.timeZone),
      });
}
