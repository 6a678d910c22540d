import type { ObjectiveDefinition } from '../../objective/ObjectiveDefinition';
import { formatDuration } from '../../window/parseDuration';
import type { RecordingRule } from '../Rule';
import type { RuleSettings } from '../RuleSettings';
import { baseSeries } from './baseSeries';

/** Names of the three series of an objective. @public */
export const BAD_SERIES = 'slo:sli_bad:rate5m';
/** @public */
export const TOTAL_SERIES = 'slo:sli_total:rate5m';
/** @public */
export const TARGET_SERIES = 'slo:objective:ratio';

/**
 * The three recording rules of an objective: units a second, bad ones and all,
 * and what is promised. Everything else is a constant number of rules.
 *
 * @throws RefusedQueryError when a query of the document cannot become a rule
 */
export function objectiveRules(
  definition: ObjectiveDefinition,
  settings: RuleSettings,
): RecordingRule[] {
  const { ref, objective, entityRef, target, unit, window } = definition;
  const labels = { slo: ref, objective };
  const { bad, total } = baseSeries(definition, settings);
  return [
    { record: TOTAL_SERIES, expr: total, labels },
    { record: BAD_SERIES, expr: bad, labels },
    {
      record: TARGET_SERIES,
      expr: `vector(${target})`,
      labels: {
        ...labels,
        service: entityRef,
        unit,
        window: formatDuration(window.duration),
      },
    },
  ];
}
