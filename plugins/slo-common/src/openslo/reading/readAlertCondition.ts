import type { ThresholdOperator } from '../../objective/Indicator';
import type { AlertConditionSpec } from '../AlertConditionDocument';
import type { Place } from './Place';
import { readDescription } from './readDescription';
import { readDuration } from './readDuration';

/** The spec of an AlertCondition, of its own or inside a policy. */
export function readAlertConditionSpec(place: Place): AlertConditionSpec {
  place.object(['description', 'severity', 'condition'], {
    mend: 'write severity and condition',
  });
  const condition = place
    .at('condition')
    .object(['kind', 'op', 'threshold', 'lookbackWindow', 'alertAfter'], {
      mend: 'write { kind: burnrate, op: gte, threshold: 14.4, lookbackWindow: 1h }',
    });
  const alertAfter = condition
    .at('alertAfter')
    .ifSet(p =>
      readDuration(p, { mend: 'write for how long, or leave it out' }),
    );
  return {
    ...readDescription(place),
    severity: place
      .at('severity')
      .text({ mend: 'write page or ticket, or what your alerting knows' }),
    condition: {
      kind: condition
        .at('kind')
        .oneOf(['burnrate'], { mend: 'OpenSLO v1 has burnrate alone' }),
      op: condition
        .at('op')
        .oneOf<ThresholdOperator>(['gte', 'gt', 'lte', 'lt'], {
          mend: 'write gte to alert when the budget burns too fast',
        }),
      threshold: condition
        .at('threshold')
        .number({ mend: 'write a burn rate, for instance 14.4' }),
      lookbackWindow: readDuration(condition.at('lookbackWindow'), {
        mend: 'write how far back the burn rate looks, for instance 1h',
      }),
      ...(alertAfter !== undefined && { alertAfter }),
    },
  };
}
