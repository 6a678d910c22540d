import type { TranslationFunction } from '@backstage/frontend-plugin-api';
import type { Formats } from '../../format';
import type { PlimsollMessages } from '../../translation';
import { isKnown, type KnownPoint } from '../lastKnown';
import type { TimePoint } from '../TimeRange';

/** The fastest burn, if anything was measured. @internal */
export function peakBurn(points: readonly TimePoint[]): KnownPoint | undefined {
  return points
    .filter(isKnown)
    .reduce<KnownPoint | undefined>(
      (most, point) => (most && most.value >= point.value ? most : point),
      undefined,
    );
}

/**
 * What the burn line shows, in a sentence.
 *
 * @internal
 */
export function burnFinding(options: {
  points: readonly TimePoint[];
  formats: Formats;
  t: TranslationFunction<PlimsollMessages>;
}): string {
  const { points, formats, t } = options;
  const peak = peakBurn(points);
  const newest = points.filter(isKnown).at(-1);
  if (!peak || !newest) {
    return t('finding.nothing');
  }
  return t('finding.burn', {
    peak: formats.burnRate(peak.value),
    date: formats.instant(peak.at, 'short'),
    now: formats.burnRate(newest.value),
  });
}
