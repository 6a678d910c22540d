import type { Incident, MetricFigure } from '@plimsoll/plugin-stability-common';
import { findFigure } from '../figures';
import { useVoice } from '../words';
import { recoverySeconds } from './recoverySeconds';

/** Fewer recoveries than this are counted, not judged. */
const FEWEST = 5;

/** How many incidents were over within the target, if there is one. */
export function useRecoveredText(
  incidents: readonly Incident[],
  metrics: readonly MetricFigure[],
): string | undefined {
  const { formats, t } = useVoice();
  const target = findFigure(metrics, 'time-to-recover')?.target?.value;
  const known = incidents.flatMap(incident => {
    const seconds = recoverySeconds(incident);
    return seconds === undefined ? [] : [seconds];
  });
  if (target === undefined || known.length === 0) {
    return undefined;
  }
  const words = {
    target: formats.duration(target),
    within: formats.count(known.filter(seconds => seconds <= target).length),
    total: formats.count(known.length),
  };
  return known.length < FEWEST
    ? t('incidents.recoveredFew', words)
    : t('incidents.recovered', words);
}
