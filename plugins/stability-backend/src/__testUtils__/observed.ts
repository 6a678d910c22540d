import type {
  DeploymentObservation,
  IncidentObservation,
} from '@plimsoll/plugin-stability-common';

/** 2026-11-20T12:00:00Z, a Friday. */
export const NOON = Date.UTC(2026, 10, 20, 12);

/** The ref of a component of the default namespace. */
export const refOf = (name: string) => `component:default/${name}`;

/** An instant some minutes after another (before it, if negative), ISO. */
export function minutesAfter(at: number, minutes: number): string {
  return new Date(at + minutes * 60_000).toISOString();
}

/** A run that went to production and took two minutes; all can be overridden. */
export function deployed(
  options: {
    service: string;
    version: string;
    /** Unix milliseconds at which it was live. */
    at: number;
  } & Partial<Omit<DeploymentObservation, 'at' | 'version'>>,
): DeploymentObservation {
  const { service, version, at, ...rest } = options;
  const runId = `github:run:${service}:${version}:${at}`;
  return {
    kind: 'deployment',
    id: `${runId}:succeeded`,
    source: 'github',
    at: new Date(at).toISOString(),
    entityRef: refOf(service),
    runId,
    environment: 'production',
    phase: 'succeeded',
    version,
    startedAt: minutesAfter(at, -2),
    finishedAt: new Date(at).toISOString(),
    title: `Version ${version}`,
    ...rest,
  };
}

/** One step of an incident; everything may be overridden. */
export function incident(
  options: {
    service: string;
    key: string;
    phase: IncidentObservation['phase'];
    /** Unix milliseconds of this step. */
    at: number;
    /** Unix milliseconds at which it began. */
    startedAt: number;
  } & Partial<Omit<IncidentObservation, 'startedAt' | 'at'>>,
): IncidentObservation {
  const { service, key, phase, at, startedAt, ...rest } = options;
  return {
    kind: 'incident',
    id: `pagerduty:${key}:${phase}:${at}`,
    source: 'pagerduty',
    entityRef: refOf(service),
    incidentKey: `pagerduty:${key}`,
    label: key,
    title: `Trouble in ${service}`,
    phase,
    environment: 'production',
    ...rest,
    at: new Date(at).toISOString(),
    startedAt: new Date(startedAt).toISOString(),
    ...(phase === 'resolved' && { endedAt: new Date(at).toISOString() }),
  };
}
