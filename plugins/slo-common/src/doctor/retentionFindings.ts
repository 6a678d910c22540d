import type { ObjectiveDefinition } from '../objective/ObjectiveDefinition';
import { windowSeconds } from '../window/windowSeconds';
import type { LocalFinding } from './Finding';
import type { ObjectiveInspection } from './ObjectiveInspection';

const DAY_SECONDS = 86_400;
/** First samples are known to about a 60th of the window. */
const LATE_SHARE = 1 / 20;

/**
 * Whether the source remembers the whole window. A server that forgets sooner
 * answers for what it has, which reads better than it was.
 *
 * @param options.at - Unix seconds of the inspection
 * @param options.path - place of the window in the document
 */
export function retentionFindings(options: {
  definition: Pick<ObjectiveDefinition, 'window'>;
  inspection: Pick<ObjectiveInspection, 'retentionSeconds' | 'firstSampleAt'>;
  at: number;
  path: string;
}): LocalFinding[] {
  const { definition, inspection, at, path } = options;
  const { retentionSeconds, firstSampleAt } = inspection;
  const window = windowSeconds(definition.window.duration);
  if (retentionSeconds !== undefined && retentionSeconds < window) {
    return [
      {
        severity: 'warning',
        check: 'retention',
        path,
        message: `is ${days(window)}, and the source keeps samples for ${days(
          retentionSeconds,
        )}: dashboards and rules of its own would speak of the shorter time without saying so`,
        fix: `Plimsoll's ledger keeps the rest and says how much of the window is measured; raise the source's retention to read the past of new objectives`,
      },
    ];
  }
  const late = firstSampleAt === undefined ? 0 : firstSampleAt - (at - window);
  return late > window * LATE_SHARE
    ? [
        {
          severity: 'info',
          check: 'retention',
          path,
          message: `is ${days(window)}, and the first sample is ${days(
            at - firstSampleAt!,
          )} old: the objective warms up until the window is covered`,
          fix: 'Nothing to do: coverage says how much of the window is measured',
        },
      ]
    : [];
}

function days(seconds: number): string {
  const value = Number((seconds / DAY_SECONDS).toPrecision(2));
  return `${value} ${value === 1 ? 'day' : 'days'}`;
}
