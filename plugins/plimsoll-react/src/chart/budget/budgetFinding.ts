import type { TranslationFunction } from '@backstage/frontend-plugin-api';
import type { Formats } from '../../format';
import type { PlimsollMessages } from '../../translation';
import { isKnown } from '../lastKnown';
import type { TimePoint } from '../TimeRange';
import { largestFall } from './largestFall';

/** Falls of less than this share of the budget are everyday. */
export const STEEP_FALL = 0.05;

/**
 * What the budget line shows, in a sentence.
 *
 * @internal
 */
export function budgetFinding(options: {
  points: readonly TimePoint[];
  formats: Formats;
  t: TranslationFunction<PlimsollMessages>;
}): string {
  const { points, formats, t } = options;
  const known = points.filter(isKnown);
  if (known.length === 0) {
    return t('finding.nothing');
  }
  const left = formats.budgetLeft(known[known.length - 1].value);
  const fall = largestFall(points);
  return fall && fall.depth >= STEEP_FALL
    ? t('finding.budgetFell', {
        from: formats.share(fall.from.value),
        to: formats.share(fall.to.value),
        date: formats.instant(fall.to.at, 'date'),
        left,
      })
    : t('finding.budgetWent', {
        from: formats.share(known[0].value),
        left,
      });
}
