import type { ThresholdOperator } from '../../objective/Indicator';
import type { BudgetingMethod, SloObjective } from '../SloDocument';
import type { Place } from './Place';
import { readDuration } from './readDuration';
import { readIndicator } from './readIndicator';
import { readDisplayName } from './readMetadata';

const FIELDS = [
  'displayName',
  'op',
  'value',
  'target',
  'targetPercent',
  'timeSliceTarget',
  'timeSliceWindow',
  'indicator',
  'indicatorRef',
  'compositeWeight',
];

/** What an objective's rules depend on. */
export interface ObjectiveContext {
  budgetingMethod: BudgetingMethod;
  /** What the indicator is, where it is written in place. */
  inlineMetric?: 'ratio' | 'threshold';
}

/** One item of `spec.objectives`. */
export function readObjective(
  place: Place,
  context: ObjectiveContext,
): SloObjective {
  place.object(FIELDS, { mend: 'write displayName and target' });
  const displayName = place.at('displayName').ifSet(readDisplayName);
  return {
    ...(displayName !== undefined && { displayName }),
    ...readTarget(place),
    ...readThreshold(place, context),
    ...readTimeSlice(place, context),
    ...readIndicator(place),
    ...readWeight(place),
  };
}

function readTarget(place: Place): SloObjective {
  const [ratio, percent] = [place.at('target'), place.at('targetPercent')];
  if (ratio.isSet && percent.isSet) {
    percent.fault('does not go with target; keep one of the two');
  } else if (!ratio.isSet && !percent.isSet) {
    ratio.fault(
      'is missing; write the share that must be good, target: 0.999 or targetPercent: 99.9',
    );
  }
  const target = ratio.ifSet(p => {
    const value = p.number({ mend: 'write a share, for instance 0.999' });
    if (value >= 1 && value < 100) {
      p.fault(
        value === 1
          ? 'leaves no error budget; write a share below 1, for instance 0.999'
          : `is ${value}, and a share is below 1; did you mean targetPercent: ${value}?`,
      );
    } else if (value < 0 || value >= 100) {
      p.fault('is no share; write at least 0 and less than 1');
    }
    return value;
  });
  const targetPercent = percent.ifSet(p => {
    const value = p.number({ mend: 'write percent, for instance 99.9' });
    if (value < 0 || value >= 100) {
      p.fault('is out of range; write at least 0 and less than 100');
    } else if (value > 0 && value < 1) {
      p.warn(`means ${value} %; did you mean target: ${value}?`);
    }
    return value;
  });
  return {
    ...(target !== undefined && { target }),
    ...(targetPercent !== undefined && { targetPercent }),
  };
}

function readThreshold(place: Place, context: ObjectiveContext): SloObjective {
  const [op, value] = [place.at('op'), place.at('value')];
  const operator = op.ifSet(p =>
    p.oneOf<ThresholdOperator>(['lt', 'lte', 'gt', 'gte'], {
      mend: 'say how the metric compares with value when it is good',
    }),
  );
  const threshold = value.ifSet(p =>
    p.number({ mend: 'write the threshold in the unit of the metric' }),
  );
  if (context.inlineMetric === 'threshold') {
    if (!op.isSet) {
      op.fault('is missing; a thresholdMetric needs lt, lte, gt or gte');
    }
    if (!value.isSet) {
      value.fault('is missing; a thresholdMetric needs the threshold');
    }
  }
  if (context.inlineMetric === 'ratio') {
    for (const field of [op, value]) {
      field.ifSet(p => p.warn('has no effect on a ratioMetric; remove it'));
    }
  }
  return {
    ...(operator !== undefined && { op: operator }),
    ...(threshold !== undefined && { value: threshold }),
  };
}

function readTimeSlice(place: Place, context: ObjectiveContext): SloObjective {
  const [target, window] = [
    place.at('timeSliceTarget'),
    place.at('timeSliceWindow'),
  ];
  const method = context.budgetingMethod;
  if (method === 'Timeslices' && !target.isSet) {
    target.fault(
      'is missing; Timeslices needs the share that makes a slice good, for instance 0.95',
    );
  }
  if (method !== 'Timeslices') {
    target.ifSet(p => p.warn(`has no effect on ${method}; remove it`));
  }
  if (method !== 'Occurrences' && !window.isSet) {
    window.fault(
      `is missing; ${method} needs the length of a slice, for instance 5m`,
    );
  }
  if (method === 'Occurrences') {
    window.ifSet(p => p.warn('has no effect on Occurrences; remove it'));
  }
  const timeSliceTarget = target.ifSet(p => {
    const value = p.number({ mend: 'write a share, for instance 0.95' });
    if (value <= 0 || value > 1) {
      p.fault('is out of range; write a share above 0 and at most 1');
    }
    return value;
  });
  const timeSliceWindow = window.ifSet(readSliceWindow);
  return {
    ...(timeSliceTarget !== undefined && { timeSliceTarget }),
    ...(timeSliceWindow !== undefined && { timeSliceWindow }),
  };
}

/** OpenSLO's text allows a number of minutes, its SDK only the shorthand. */
function readSliceWindow(place: Place): string | number {
  const mend = 'write the length of a slice, for instance 5m';
  if (!place.isNumber) {
    return readDuration(place, { mend });
  }
  const minutes = place.number({ mend });
  if (!Number.isInteger(minutes) || minutes <= 0) {
    place.fault(`is no whole number of minutes; ${mend}`);
  } else {
    place.warn(`is read as minutes; other OpenSLO tools want ${minutes}m`);
  }
  return minutes;
}

function readWeight(place: Place): SloObjective {
  const compositeWeight = place.at('compositeWeight').ifSet(p => {
    const value = p.number({ mend: 'write a weight above 0, or leave it out' });
    if (value <= 0) {
      p.fault('is no weight; write a number above 0, or leave it out');
    }
    return value;
  });
  return compositeWeight === undefined ? {} : { compositeWeight };
}
