import { momentText, serviceName } from './notificationWords';
import type { OwnerNotification } from '@plimsoll/plugin-database';

/** An objective that a source which is down has left without data. */
export interface LostObjective {
  /** Number of its row. */
  id: number;
  entityRef: string;
  displayName: string;
  /** Of the service, where it has one. */
  title?: string;
}

/** Objectives that are named; of the others it is said how many they are. */
const NAMED = 10;

/**
 * That a whole source is gone, and which of an owner's objectives it leaves. What
 * is told of the same outage later, of other objectives, is another one.
 */
export function outageNotification(options: {
  source: string;
  /** app-config does not have it; otherwise it does not answer. */
  isMissing: boolean;
  /** Unix seconds. */
  since: number;
  owner: string;
  objectives: readonly LostObjective[];
  timeZone: string;
}): OwnerNotification {
  const { source, isMissing, since, owner, objectives, timeZone } = options;
  const count = objectives.length;
  const names = objectives
    .slice(0, NAMED)
    .map(
      ({ entityRef, displayName, title }) =>
        `${serviceName(entityRef, title)}: ${displayName}`,
    );
  const rest = count > NAMED ? `; and ${count - NAMED} more` : '';
  const what = count === 1 ? '1 objective' : `${count} objectives`;
  return {
    key: `slo-outage:${source}:${owner}:${since}:${objectives[0].id}`,
    owners: [owner],
    title: isMissing
      ? `app-config has no metrics source '${source}' any more: no data for ${what}`
      : `The metrics source '${source}' is down: no data for ${what}`,
    description: `${
      isMissing ? 'It measured until' : 'It has not answered since'
    } ${momentText(
      since,
      timeZone,
    )}. Nobody can say how these stand: ${names.join('; ')}${rest}.`,
    link: `/slos?${new URLSearchParams({
      state: isMissing ? 'no-data' : 'unknown',
      owner,
    })}`,
    severity: 'normal',
    topic: 'slo-data',
  };
}
