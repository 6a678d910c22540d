import type { MetricFigure } from '@plimsoll/plugin-stability-common';
import type { Voice } from '../words';

/** A metric in one figure, and whether it is one at all. */
export interface Headline {
  text: string;
  /** The text is a word or a list, not one measured value. */
  words: boolean;
}

/**
 * What stands largest on a metric's tile. Never a rate of fewer than five,
 * never a silent zero: "1 of 3", "none in 27", "11 min, 24 min".
 */
export function headline(options: Voice & { figure: MetricFigure }): Headline {
  const { figure, formats, t } = options;
  const { unit, state, value, events = 0, sampleSize } = figure;
  const word = (text: string): Headline => ({ text, words: true });

  if (state === 'no-data') {
    return word(t('figure.noData'));
  }
  if (unit === 'seconds') {
    return value === undefined
      ? word(durations())
      : { text: formats.duration(value), words: false };
  }
  if (unit === 'ratio') {
    if (state === 'none') {
      return word(t('figure.noneIn', { total: formats.count(sampleSize) }));
    }
    return value === undefined
      ? word(
          t('figure.of', {
            events: formats.count(events),
            total: formats.count(sampleSize),
          }),
        )
      : { text: formats.share(value), words: false };
  }
  if (state === 'none') {
    return word(t('figure.none'));
  }
  if (unit === 'per-week' && value !== undefined) {
    return {
      text: t('figure.aWeek', { value: rate(value, formats.locale) }),
      words: false,
    };
  }
  return word(formats.count(value ?? sampleSize));

  function durations(): string {
    const samples = [...(figure.samples ?? [])].sort((a, b) => a - b);
    if (samples.length === 0) {
      return sampleSize > 0 ? t('figure.tooFew') : t('figure.none');
    }
    const last = formats.duration(samples[samples.length - 1]);
    // How long it takes to go back is promised for the slowest.
    if (samples.length === 1 || figure.metric === 'rollback-time') {
      return last;
    }
    const first = formats.duration(samples[0]);
    return samples.length === 2
      ? t('figure.two', { first, second: last })
      : t('figure.between', { first, last });
  }
}

/** One decimal, or one digit where that would read zero. */
function rate(value: number, locale: string): string {
  return new Intl.NumberFormat(
    locale,
    value >= 0.05
      ? { maximumFractionDigits: 1 }
      : { maximumSignificantDigits: 1 },
  ).format(value);
}
