import type { TestAlert } from '@plimsoll/plugin-golden-path-common';
import type { NotificationCounts } from './notificationCounts';

/** A notification waits for its group, and then is tried again for a while. */
const UNDER_WAY_MS = 5 * 60_000;

/** What became of a test alert, and of which kinds of receivers it is said. */
export interface TestVerdict {
  state: 'delivered' | 'failed' | 'silent' | 'uncounted';
  kinds: string[];
}

/** A test alert, and how often was notified before it. */
export interface CountedTestAlert extends TestAlert {
  /** Kinds of its receivers: 'slack', 'pagerduty'. */
  integrations: string[];
  /** By kind; absent where Alertmanager did not tell. */
  before?: NotificationCounts;
  /**
   * As it was last seen while the alert was under way, and what stands from then
   * on: the counts are the whole company's, and later ones tell of others' alerts.
   */
  verdict?: TestVerdict;
}

/** Whether the counts of now may still be its own. */
export function isUnderWay(
  { sentAt }: Pick<CountedTestAlert, 'sentAt'>,
  now: number,
): boolean {
  return now - Date.parse(sentAt) < UNDER_WAY_MS;
}
