import type {
  IdentityHint,
  InboxState,
} from '@plimsoll/plugin-stability-common';

/** What became of a delivery. */
export interface InboxOutcome {
  id: string;
  state: InboxState;
  summary: string;
  /** Unix milliseconds by the sender's clock. */
  occurredAt?: number;
  /** Where it waits on: until then, Unix milliseconds. */
  nextAttemptAt?: number;
  /** Why it is where it is, and the mend. */
  error?: string;
  /** One list of names a happening. */
  identity: IdentityHint[][];
  entityRefs: string[];
}
