import { ALERTS_WITHOUT_EFFECT } from '../alertsWithoutEffect';
import { COMPOSITE_REFUSED, isComposite } from '../composite';
import type { BudgetingMethod, SloSpec } from '../SloDocument';
import { serviceEntityRef } from '../serviceEntityRef';
import type { Place } from './Place';
import { readAlertPolicyEntry } from './readAlertPolicy';
import { readDescription } from './readDescription';
import { hasIndicator, readIndicator } from './readIndicator';
import { type ObjectiveContext, readObjective } from './readObjective';
import { readTimeWindow } from './readTimeWindow';

const FIELDS = [
  'description',
  'service',
  'indicator',
  'indicatorRef',
  'timeWindow',
  'budgetingMethod',
  'objectives',
  'alertPolicies',
];
const METHODS: BudgetingMethod[] = [
  'Occurrences',
  'Timeslices',
  'RatioTimeslices',
];
const MAX_OBJECTIVES = 50;
const MAX_POLICIES = 50;

/** The spec of an SLO. */
export function readSloSpec(place: Place): SloSpec {
  place.object(FIELDS, { mend: 'write service, timeWindow and objectives' });
  const budgetingMethod = place.at('budgetingMethod').oneOf(METHODS, {
    mend: 'write Occurrences unless slices of time shall count',
  });
  const alertPolicies = place.at('alertPolicies').ifSet(policies =>
    policies
      .list({
        mend: `keep at most ${MAX_POLICIES}`,
        min: 0,
        max: MAX_POLICIES,
      })
      .map(readAlertPolicyEntry),
  );
  if (alertPolicies && alertPolicies.length > 0) {
    place.at('alertPolicies').warn(`has ${ALERTS_WITHOUT_EFFECT}`);
  }
  return {
    ...readDescription(place),
    service: readService(place.at('service')),
    ...readIndicator(place),
    timeWindow: readTimeWindow(place.at('timeWindow')),
    budgetingMethod,
    objectives: readObjectives(place, budgetingMethod),
    ...(alertPolicies && { alertPolicies }),
  };
}

function readService(place: Place): string {
  const service = place.text({
    mend: 'name the component that it measures, or write the ref of a Component, System or API',
  });
  const resolved = serviceEntityRef({ service, namespace: 'default' });
  if (service.trim() !== '' && 'fault' in resolved) {
    place.fault(resolved.fault);
  }
  return service;
}

function readObjectives(spec: Place, budgetingMethod: BudgetingMethod) {
  const objectives = spec.at('objectives').list({
    mend: `write 1 to ${MAX_OBJECTIVES} objectives, for instance [{ displayName: Availability, target: 0.999 }]`,
    min: 1,
    max: MAX_OBJECTIVES,
  });
  const haveOwn = objectives.some(hasIndicator);
  if (haveOwn && hasIndicator(spec)) {
    spec
      .at(spec.at('indicator').isSet ? 'indicator' : 'indicatorRef')
      .fault(
        'does not go with the indicators of the objectives; remove it, or theirs',
      );
  } else if (!haveOwn && !hasIndicator(spec)) {
    spec
      .at('indicator')
      .fault(
        'is missing; write the indicator in place, or name an SLI with indicatorRef',
      );
  }
  const read = objectives.map(objective => {
    if (haveOwn && !hasIndicator(objective)) {
      objective
        .at('indicatorRef')
        .fault('is missing; in a composite each objective has its indicator');
    }
    return readObjective(objective, {
      budgetingMethod,
      inlineMetric: inlineMetric(haveOwn ? objective : spec),
    });
  });
  // Right OpenSLO, so other tools may read it from the catalog.
  if (isComposite(read)) {
    spec.at('objectives').warn(COMPOSITE_REFUSED);
  }
  return read;
}

function inlineMetric(holder: Place): ObjectiveContext['inlineMetric'] {
  const spec = holder.at('indicator').at('spec');
  if (spec.at('thresholdMetric').isSet) {
    return 'threshold';
  }
  return spec.at('ratioMetric').isSet ? 'ratio' : undefined;
}
