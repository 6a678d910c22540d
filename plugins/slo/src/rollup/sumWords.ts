import type { TranslationFunction } from '@backstage/frontend-plugin-api';
import type { Formats } from '@plimsoll/plugin-plimsoll-react';
import type { RollupSum, SumWindow } from '@plimsoll/plugin-slo-common';
import type { SloMessages } from '../translation';
import { shortWindowText, zoneName } from '../words';

/** @internal */
export interface SumWordsOptions {
  sum: RollupSum;
  formats: Formats;
  t: TranslationFunction<SloMessages>;
}

/** What is said about a sum, in the reader's language. */
export interface SumWords {
  /** "Good events, 30 days". */
  name: string;
  /** "30 days", "November, Warsaw". */
  window: string;
  /** "99.952%"; a word where nothing was counted. */
  figure: string;
  /** "15,428 of 32,412,806 failed". */
  ground: string;
  /** "12 objectives of 5 services". */
  joined: string;
  /** The figure of all that was measured, where some of it is corrected. */
  raw?: string;
}

export function sumWords(options: SumWordsOptions): SumWords {
  const { sum, formats, t } = options;
  const { unit, slices, sli, bad, total, objectives, services, corrected } =
    sum;
  const window = sumWindowText(options);
  return {
    name:
      unit === 'slices'
        ? t(slicesKey(sum), {
            length: formats.duration(slices?.seconds ?? 0),
            window,
          })
        : t(`rollup.sum.${unit}`, { window }),
    window,
    figure: sli === undefined ? t('rollup.noEvents') : formats.measured(sli),
    ground: t('rollup.failed', {
      bad: formats.count(bad),
      total: formats.count(total),
    }),
    joined: t('rollup.joined', {
      objectives: t('rollup.objectives', { count: objectives }),
      services: t('rollup.services', { count: services }),
    }),
    raw:
      corrected?.sli === undefined
        ? undefined
        : formats.measured(corrected.sli),
  };
}

/** The mean of ratios is another thing than a count of good slices. */
function slicesKey({ slices }: RollupSum) {
  return slices?.method === 'ratio-timeslices'
    ? 'rollup.sum.ratioSlices'
    : 'rollup.sum.slices';
}

/** Two calendar windows of one month in two zones are two windows. */
function sumWindowText({ sum, formats, t }: SumWordsOptions): string {
  const period = shortWindowText({
    objective: asObjective(sum.window),
    formats,
    t,
  });
  return sum.window.kind === 'rolling'
    ? period
    : t('window.calendar', {
        period,
        zone: zoneName(sum.window.timeZone),
      });
}

function asObjective(window: SumWindow) {
  return window.kind === 'rolling'
    ? { window }
    : {
        window: { ...window, startTime: '' },
        windowFrom: window.from,
        windowTo: window.to,
      };
}
