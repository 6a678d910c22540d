import type { TranslationFunction } from '@backstage/frontend-plugin-api';
import type { Formats } from '@plimsoll/plugin-plimsoll-react';
import type {
  SimulatedTarget,
  SimulationAnswer,
} from '@plimsoll/plugin-slo-common';
import type { SloMessages } from '../translation';
import { percentOf } from './targetScale';

/** What is left, against the whole of a calendar window where it is not over. */
export function remainingOf(target: SimulatedTarget): number | undefined {
  return target.state === 'insufficient'
    ? undefined
    : target.projected?.remaining ?? target.budget.remaining;
}

/**
 * What a target would have meant, in one sentence: "With 99.95% you would have
 * been paged 3 times in 30 d, and be at −40.0%."
 */
export function trialSentence(options: {
  answer: Pick<SimulationAnswer, 'from' | 'to'>;
  target: SimulatedTarget;
  formats: Formats;
  t: TranslationFunction<SloMessages>;
}): string {
  const { answer, target, formats, t } = options;
  const remaining = remainingOf(target);
  const { count, undecided } = target.pages;
  const seconds = (Date.parse(answer.to) - Date.parse(answer.from)) / 1_000;
  const words = {
    target: `${percentOf(target.target)}%`,
    span: formats.duration(seconds),
    share: remaining === undefined ? '' : formats.share(remaining),
  };
  if (undecided > 0) {
    // what is kept of that time is too coarse to tell
    const range = {
      ...words,
      least: formats.count(count),
      most: formats.count(count + undecided),
    };
    if (remaining === undefined) {
      return t('trial.rangeUnknown', range);
    }
    return t(remaining < 0 ? 'trial.rangeOver' : 'trial.rangeLeft', range);
  }
  if (remaining === undefined) {
    return count === 0
      ? t('trial.neverUnknown', words)
      : t('trial.unknown', { count, ...words });
  }
  if (remaining < 0) {
    return count === 0
      ? t('trial.neverOver', words)
      : t('trial.over', { count, ...words });
  }
  return count === 0
    ? t('trial.neverLeft', words)
    : t('trial.left', { count, ...words });
}
