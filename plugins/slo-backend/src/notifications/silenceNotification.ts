import {
  type StateReason,
  stringifyObjectiveKey,
} from '@plimsoll/plugin-slo-common';
import { momentText, objectiveLink, serviceName } from './notificationWords';
import type { OwnerNotification } from '@plimsoll/plugin-database';
import type { WatchedObjective } from './WatchedObjective';

/** That the data of one objective have stopped, and why as far as is known. */
export function silenceNotification(options: {
  watched: WatchedObjective;
  /** End of the data, Unix seconds. */
  since: number;
  owners: readonly string[];
  /** Of the service, where it has one. */
  title?: string;
  timeZone: string;
}): OwnerNotification {
  const { watched, since, owners, title, timeZone } = options;
  const { entityRef, displayName, status } = watched;
  return {
    key: `slo-silence:${stringifyObjectiveKey(watched)}:${since}`,
    owners,
    title: `${serviceName(entityRef, title)}: no data for ${displayName}`,
    description:
      `Nothing has been measured since ${momentText(since, timeZone)}. ` +
      `${whyText(status.reason, watched.definition.source)} Until that is ` +
      `mended nobody can say how much of the error budget is left.`,
    link: objectiveLink(watched),
    severity: 'normal',
    topic: 'slo-data',
  };
}

function whyText({ code, params }: StateReason, source: string): string {
  switch (code) {
    case 'faulty':
      return `It cannot be measured: ${params?.message ?? 'see its page'}.`;
    case 'not-judged':
      return 'Its figures could not be worked out; the log of the portal says why.';
    default:
      return `The metrics source '${source}' answers, but has no series for it.`;
  }
}
