import type { ObjectiveDefinition } from '../../objective/ObjectiveDefinition';
import { formatDuration } from '../../window/parseDuration';
import type { RecordingRule } from '../Rule';
import type { RuleSettings } from '../RuleSettings';
import { baseSeries } from './baseSeries';
import {
  DEFINITION_LABEL,
  expressionsFingerprint,
  seriesDefinition,
} from './seriesDefinition';

/** Names of the three series of an objective. @public */
export const BAD_SERIES = 'slo:sli_bad:rate5m';
/** @public */
export const TOTAL_SERIES = 'slo:sli_total:rate5m';
/** @public */
export const TARGET_SERIES = 'slo:objective:ratio';

/**
 * The three recording rules of an objective: units a second, bad ones and all,
 * and what is promised, which also names what the others are made of.
 * Everything else is a constant number of rules. What the source demands of
 * every selector they carry as labels, so that they can be asked for by it.
 *
 * @throws RefusedQueryError when a query of the document cannot become a rule
 */
export function objectiveRules(
  definition: ObjectiveDefinition,
  settings: RuleSettings,
): RecordingRule[] {
  const { ref, objective, entityRef, target, unit, window } = definition;
  const labels = { ...settings.enforcedMatchers, slo: ref, objective };
  const series = baseSeries(definition, settings);
  return [
    { record: TOTAL_SERIES, expr: series.total, labels },
    { record: BAD_SERIES, expr: series.bad, labels },
    {
      record: TARGET_SERIES,
      expr: `vector(${target})`,
      labels: {
        ...labels,
        service: entityRef,
        unit,
        window: formatDuration(window.duration),
        [DEFINITION_LABEL]: seriesDefinition({
          key: definition,
          expressions: expressionsFingerprint(series),
        }),
      },
    },
  ];
}
