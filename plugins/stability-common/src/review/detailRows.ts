import type { Deployment } from '../facts/Deployment';
import type { Incident } from '../facts/Incident';
import { markdownText } from './markdownText';
import { durationText, instantText } from './reviewText';

/** The table on top of a review. */
export function detailRows(options: {
  incident: Incident;
  deployment?: Deployment;
  /** Already Markdown. */
  service: string;
}): string {
  const { incident, deployment, service } = options;
  const burned = deployment?.budgetBurned;
  const rows: Array<[string, string | undefined]> = [
    ['Service', service],
    ['Severity', incident.severity && markdownText(incident.severity)],
    ['Environment', incident.environment && markdownText(incident.environment)],
    ['Began', `${instantText(incident.startedAt)} UTC`],
    [
      'Acknowledged after',
      durationText(incident.startedAt, incident.acknowledgedAt),
    ],
    ['Recovered after', recoveredAfter(incident)],
    [
      'Times reopened',
      incident.reopenCount > 0 ? String(incident.reopenCount) : undefined,
    ],
    ['Error budget burned', burned && `${(burned.share * 100).toFixed(1)}%`],
    ['Status of this review', 'draft'],
    ['Authors', ''],
  ];
  const lines = rows
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `| ${name} | ${value} |`);
  return ['|  |  |', '| --- | --- |', ...lines].join('\n');
}

function recoveredAfter(incident: Incident): string {
  if (incident.resolvedAt === undefined) {
    return 'still open';
  }
  const lasted = durationText(incident.startedAt, incident.resolvedAt);
  return incident.presumed || !lasted ? 'not known' : lasted;
}
