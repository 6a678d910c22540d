import { refName } from '@plimsoll/plugin-plimsoll-react';

/** People by name; pipelines as their credential calls them. */
export function subjectName(subject: string): string {
  return subject.startsWith('user:') ? refName(subject) : subject;
}
