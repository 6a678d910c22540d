import type { TestAlert } from '@plimsoll/plugin-golden-path-common';
import type { NotificationCounts } from './notificationCounts';

/** A test alert, and how often was notified before it. */
export interface CountedTestAlert extends TestAlert {
  /** Kinds of its receivers: 'slack', 'pagerduty'. */
  integrations: string[];
  /** By kind; absent where Alertmanager did not tell. */
  before?: NotificationCounts;
}
