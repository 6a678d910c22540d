import type {
  AlertConditionEntry,
  AlertPolicyEntry,
  AlertPolicySpec,
  NotificationTargetEntry,
} from '../AlertPolicyDocument';
import type { Place } from './Place';
import { readAlertConditionSpec } from './readAlertCondition';
import { readDescription } from './readDescription';
import { readInlineMetadata } from './readMetadata';

const FLAGS = [
  'alertWhenNoData',
  'alertWhenResolved',
  'alertWhenBreaching',
] as const;
const MAX_TARGETS = 50;

/** The spec of an AlertPolicy, of its own or inside an SLO. */
export function readAlertPolicySpec(place: Place): AlertPolicySpec {
  place.object(['description', ...FLAGS, 'conditions', 'notificationTargets'], {
    mend: 'write conditions and notificationTargets',
  });
  const flags: Partial<Record<(typeof FLAGS)[number], boolean>> = {};
  for (const flag of FLAGS) {
    const value = place
      .at(flag)
      .ifSet(p => p.boolean({ mend: 'write it without quotes' }));
    if (value !== undefined) {
      flags[flag] = value;
    }
  }
  return {
    ...readDescription(place),
    ...flags,
    conditions: place
      .at('conditions')
      .list({ mend: 'OpenSLO v1 wants exactly one condition', min: 1, max: 1 })
      .map(readConditionEntry),
    notificationTargets: place
      .at('notificationTargets')
      .list({
        mend: `write 1 to ${MAX_TARGETS} notification targets`,
        min: 1,
        max: MAX_TARGETS,
      })
      .map(readTargetEntry),
  };
}

/** An item of an SLO's `alertPolicies`. */
export function readAlertPolicyEntry(place: Place): AlertPolicyEntry {
  const ref = readRef(place, 'alertPolicyRef');
  if (ref !== undefined) {
    return { alertPolicyRef: ref };
  }
  return {
    kind: readInlineKind(place, 'AlertPolicy', 'alertPolicyRef'),
    metadata: readInlineMetadata(place.at('metadata')),
    spec: readAlertPolicySpec(place.at('spec')),
  };
}

function readConditionEntry(place: Place): AlertConditionEntry {
  const ref = readRef(place, 'conditionRef');
  if (ref !== undefined) {
    return { conditionRef: ref };
  }
  return {
    kind: readInlineKind(place, 'AlertCondition', 'conditionRef'),
    metadata: readInlineMetadata(place.at('metadata')),
    spec: readAlertConditionSpec(place.at('spec')),
  };
}

/** Where alerts go is not ours, and may be an address that nobody should see. */
function readTargetEntry(place: Place): NotificationTargetEntry {
  const ref = readRef(place, 'targetRef');
  if (ref !== undefined) {
    return { targetRef: ref };
  }
  return {
    kind: readInlineKind(place, 'AlertNotificationTarget', 'targetRef'),
    metadata: readInlineMetadata(place.at('metadata')),
  };
}

function readRef(place: Place, key: string): string | undefined {
  const ref = place
    .at(key)
    .ifSet(p =>
      p.dnsLabel({ mend: 'write the metadata.name of the other document' }),
    );
  if (ref !== undefined) {
    place.object([key], { mend: `write ${key}` });
  }
  return ref;
}

function readInlineKind<T extends string>(
  place: Place,
  kind: T,
  refKey: string,
): T {
  const mend = `name a document with ${refKey}, or write kind: ${kind} with metadata and spec`;
  place.object(['kind', 'metadata', 'spec'], { mend });
  return place.at('kind').oneOf([kind], { mend });
}
