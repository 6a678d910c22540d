import type { VerdictKind } from '@plimsoll/plugin-plimsoll-react';
import type { Deployment, Incident } from '@plimsoll/plugin-stability-common';
import { verdictKind } from '../words';

/**
 * How a deployment stands while an incident is open: the one that the
 * incident is put down to is suspect until it has failed for certain.
 */
export function suspicion(options: {
  deployment: Pick<Deployment, 'id' | 'verdict'>;
  incident: Pick<Incident, 'cause'>;
}): { kind: VerdictKind; suspected: boolean } {
  const { deployment, incident } = options;
  const kind = verdictKind(deployment.verdict);
  const suspected = incident.cause?.deploymentId === deployment.id;
  return {
    kind: suspected && kind !== 'failed' ? 'suspect' : kind,
    suspected,
  };
}
