import type { Incident } from '../facts/Incident';

/**
 * Whether an incident belongs to an environment.
 *
 * @param environment - by its name; `production`, and none, are all that count
 * as production and what names no environment
 * @public
 */
export function isIncidentOf(
  incident: Pick<Incident, 'environment' | 'production'>,
  environment: string | undefined,
): boolean {
  return environment === undefined || environment === 'production'
    ? incident.production !== false
    : incident.environment === environment;
}
