import type { Deployment } from '../facts/Deployment';
import type { Incident } from '../facts/Incident';
import { markdownText } from './markdownText';
import { durationText, instantText } from './reviewText';

/** Three sentences: how long, after what, ended by what. */
export function summaryOf(options: {
  incident: Incident;
  deployment?: Deployment;
  remediation?: Deployment;
}): string {
  const { incident, deployment, remediation } = options;
  const lasted = durationText(incident.startedAt, incident.resolvedAt);
  const parts = [
    incident.resolvedAt && !incident.presumed
      ? `It lasted ${lasted}.`
      : 'Its end was not reported.',
    deployment && `It followed the deployment of ${nameOf(deployment)}.`,
    remediation && `${nameOf(remediation)} ended it.`,
  ];
  return parts.filter(Boolean).join(' ');
}

/** What it cost, as far as the error budget knows. */
export function impactOf(deployment: Deployment | undefined): string {
  const burned = deployment?.budgetBurned;
  const known = burned
    ? `${(burned.share * 100).toFixed(
        1,
      )}% of the error budget of ${markdownText(
        burned.displayName,
      )} burned between ${instantText(burned.from)} and ${instantText(
        burned.to,
      )}.\n\n`
    : '';
  return `${known}_Who noticed what, and how many of them?_`;
}

/** The deployment that set it off, and what that brought. */
export function triggerOf(
  incident: Incident,
  deployment: Deployment | undefined,
): string {
  if (incident.causedByNone) {
    return 'No deployment caused it.';
  }
  if (!deployment) {
    return '_What set it off?_';
  }
  const changes = deployment.changes.map(
    ({ sha, number, title }) =>
      `- ${markdownText(
        [title, number ?? sha.slice(0, 7)].filter(Boolean).join(' '),
      )}`,
  );
  const live = instantText(deployment.finishedAt ?? deployment.startedAt);
  return [`${nameOf(deployment)}, live since ${live}.`, changes.join('\n')]
    .filter(Boolean)
    .join('\n\n');
}

/** How long it took until it was noticed and taken. */
export function detectionOf(
  incident: Incident,
  deployment: Deployment | undefined,
): string {
  const taken = durationText(incident.startedAt, incident.acknowledgedAt);
  const noticed = durationText(deployment?.impactFrom, incident.startedAt);
  const known = [
    noticed && `It was noticed ${noticed} after the deployment went live.`,
    taken && `It was acknowledged after ${taken}.`,
  ];
  const text = known.filter(Boolean).join(' ');
  return text || '_How was it noticed, and could it have been sooner?_';
}

/** What ended it, when that began and how long it ran. */
export function resolutionOf(
  incident: Incident,
  remediation: Deployment | undefined,
): string {
  if (!remediation) {
    return '_What ended it?_';
  }
  const ran = durationText(remediation.startedAt, remediation.finishedAt);
  const decided = durationText(incident.startedAt, remediation.startedAt);
  const began = decided
    ? `began ${decided} after it was noticed`
    : `began at ${instantText(remediation.startedAt)}`;
  return `${
    remediation.type === 'rollback' ? 'A rollback to' : 'The deployment of'
  } ${nameOf(remediation)} ${began}${ran ? ` and ran ${ran}` : ''}.`;
}

/** Pages to look at; only those that are web pages. */
export function sourcesOf(
  incident: Incident,
  deployment: Deployment | undefined,
): string {
  const links: Array<[string, string | undefined]> = [
    ['Incident', incident.url],
    ['Deployment', deployment?.url],
    ['Runbook', incident.links.runbook],
    ['Dashboards', incident.links.dashboards],
    ['Logs', incident.links.logs],
  ];
  const rows = links.flatMap(([name, url]) =>
    url && /^https?:\/\/[^\s<>]+$/i.test(url) ? `- ${name}: <${url}>` : [],
  );
  return rows.length > 0 ? rows.join('\n') : '_None were reported._';
}

function nameOf({ version, commitSha, id }: Deployment): string {
  return markdownText(version ?? commitSha?.slice(0, 7) ?? id);
}
