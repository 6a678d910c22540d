import type { Deployment } from '../facts/Deployment';
import type { Incident } from '../facts/Incident';
import {
  detectionOf,
  impactOf,
  resolutionOf,
  sourcesOf,
  summaryOf,
  triggerOf,
} from './reviewSections';
import { detailRows } from './detailRows';
import { markdownText } from './markdownText';
import { timeLine } from './timeLine';

const ACTIONS = [
  '| What | Owner | Due | Done |',
  '| --- | --- | --- | --- |',
  '|  |  |  | [ ] |',
].join('\n');

/**
 * A post-incident review in Markdown, filled in as far as the facts go: what
 * happened when, what it cost and what ended it. What only people know is
 * left for them, with a question each. Names systems, never people, as causes.
 *
 * @param options.title - of the service, as people know it
 * @param options.deployment - held to have caused it
 * @param options.remediation - what ended it
 * @public
 */
export function reviewOf(options: {
  incident: Incident;
  deployment?: Deployment;
  remediation?: Deployment;
  title?: string;
}): string {
  const { incident, deployment, remediation, title } = options;
  const service = markdownText(title ?? incident.entityRef);
  return `${[
    `# ${markdownText(incident.label)}: ${markdownText(incident.title)}`,
    detailRows({ incident, deployment, service }),
    section('Summary', summaryOf(options)),
    section('Impact', impactOf(deployment)),
    section('Time line (UTC)', timeLine(incident)),
    section('Trigger', triggerOf(incident, deployment)),
    section('Root causes', '_What in the system let this happen?_'),
    section('Detection', detectionOf(incident, deployment)),
    section('Resolution', resolutionOf(incident, remediation)),
    section(
      'What went well, what went wrong, where we were lucky',
      '_To be written in the review._',
    ),
    section('Action items', ACTIONS),
    section('Sources', sourcesOf(incident, deployment)),
  ].join('\n\n')}\n`;
}

function section(heading: string, text: string): string {
  return `## ${heading}\n\n${text}`;
}
