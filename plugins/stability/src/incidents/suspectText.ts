import type { Deployment, Incident } from '@plimsoll/plugin-stability-common';
import { deploymentName, type Voice } from '../words';

/** A deployment by its name, how long before the incident it was, and what. */
export function suspectText(
  options: Voice & {
    deployment: Deployment;
    incident: Pick<Incident, 'startedAt'>;
  },
): string {
  const { deployment, incident, formats, t } = options;
  const { finishedAt, title } = deployment;
  const version = deploymentName(deployment);
  const seconds = finishedAt
    ? (Date.parse(incident.startedAt) - Date.parse(finishedAt)) / 1000
    : -1;
  const when = whenOf();
  return title ? t('cause.titled', { when, title }) : when;

  function whenOf(): string {
    if (seconds < 0) {
      return t('cause.during', { version });
    }
    return seconds < 1
      ? t('cause.together', { version })
      : t('cause.before', { version, duration: formats.duration(seconds) });
  }
}
