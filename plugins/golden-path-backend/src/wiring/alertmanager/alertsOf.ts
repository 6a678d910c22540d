import type { LoadedRules } from '@plimsoll/plugin-slo-common';
import type { CheckSubject } from '../checks/WiringCheck';
import { getEntityOwner } from '../checks/entityOwner';
import { parseEntityRef } from '@backstage/catalog-model';
import {
  ALERT_SEVERITIES,
  type AlertSeverity,
} from '@plimsoll/plugin-golden-path-common';

/** Labels of an alert of the service, and how urgent it is. */
export interface RoutedAlert {
  severity: string;
  labels: Record<string, string>;
}

/**
 * The alerts of a service that are loaded; where nobody can tell, those that
 * its template makes, one of each urgency.
 */
export async function alertsOf(subject: CheckSubject): Promise<RoutedAlert[]> {
  const loaded = await subject.reads
    .loadedRules()
    .then(loadedAlerts)
    // the line of the rules says why
    .catch(() => []);
  return loaded.length
    ? loaded
    : ALERT_SEVERITIES.map(severity => ({
        severity,
        labels: labelsOf(subject, severity),
      }));
}

/** Labels of an alert that the template makes. */
export function labelsOf(
  { entity, serviceName }: Pick<CheckSubject, 'entity' | 'serviceName'>,
  severity: AlertSeverity,
): Record<string, string> {
  const owner = getEntityOwner(entity);
  const tier = entity.metadata.annotations?.['plimsoll.dev/tier'];
  return {
    severity,
    service: serviceName,
    ...(owner && { team: parseEntityRef(owner).name }),
    ...(tier && { tier }),
  };
}

function loadedAlerts({ rules }: LoadedRules): RoutedAlert[] {
  return rules
    .filter(({ kind, loaded, labels }) => {
      // labels that are templates are only known when it fires
      const isPlain = !Object.values(labels).some(one => one.includes('{{'));
      return kind === 'alerting' && loaded && labels.severity && isPlain;
    })
    .map(({ name, labels }) => ({
      severity: labels.severity,
      labels: { ...labels, alertname: name },
    }));
}
