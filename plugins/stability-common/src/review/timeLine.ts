import type { Incident, IncidentStep } from '../facts/Incident';
import { markdownText } from './markdownText';
import { instantText } from './reviewText';

const WORDS: Record<IncidentStep['type'], string> = {
  deployed: 'Deployed',
  burning: 'Error budget began to burn',
  triggered: 'Incident began',
  acknowledged: 'Acknowledged',
  updated: 'Updated',
  reopened: 'Came back',
  'rolled-back': 'Rollback began',
  resolved: 'Recovered',
};

/** The steps of an incident as a table. */
export function timeLine({ steps, presumed }: Incident): string {
  const rows = steps.map(({ at, type, title }) => {
    const word =
      type === 'resolved' && presumed ? 'Taken for over' : WORDS[type];
    const text = title ? `${word}: ${markdownText(title)}` : word;
    return `| ${instantText(at)} | ${text} |`;
  });
  return ['| When | What |', '| --- | --- |', ...rows].join('\n');
}
