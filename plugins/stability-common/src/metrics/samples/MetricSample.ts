import type { DeploymentLeftOut, IncidentLeftOut } from '../../api/responses';
import type { Deployment } from '../../facts/Deployment';
import type { Incident } from '../../facts/Incident';

/** One thing that a metric looked at. */
export interface MetricSample {
  /** Instant that puts it into a week, ms. */
  at: number;
  /** It is part of the sample. */
  counted: boolean;
  /** In the numerator of a ratio or count. */
  isEvent?: boolean;
  /** How long it took. */
  seconds?: number;
  /** It goes on: `seconds` is how long by now. */
  isOpen?: boolean;
  deployment?: Deployment;
  deploymentLeftOut?: DeploymentLeftOut;
  incident?: Incident;
  incidentLeftOut?: IncidentLeftOut;
  /** That it belongs to its deployment was inferred. */
  isInferred?: boolean;
  /** Stretches that make it up, in seconds. */
  parts?: Record<string, number | undefined>;
}

/** Seconds between two instants; undefined where clocks disagree. */
export function secondsBetween(
  from: string | number | undefined,
  to: string | number | undefined,
): number | undefined {
  if (from === undefined || to === undefined) {
    return undefined;
  }
  const seconds = (new Date(to).getTime() - new Date(from).getTime()) / 1000;
  return seconds >= 0 ? seconds : undefined;
}
